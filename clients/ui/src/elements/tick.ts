import { html, type TemplateResult } from 'lit';
import type { Tick } from '../model/thread.js';
import type { Language } from '../words/language.js';
import { icon } from './icons.js';

const ICONS = { waiting: 'clock', sent: 'tick', delivered: 'ticks', read: 'ticks', refused: 'alert' } as const;

/** How far a message has come, as a picture with its meaning for who does not see it. */
export function tickOf(tick: Tick, language: Language, size = 16): TemplateResult {
  const meaning = tick === 'refused' ? language.say('refused', { reason: '' }) : language.say(tick);
  return html`<span class="tick ${tick}" role="img" aria-label=${meaning}>${icon(ICONS[tick], size)}</span>`;
}
