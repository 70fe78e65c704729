import { css, html, type TemplateResult } from 'lit';
import type { StoredMessage } from '@natter/sdk';
import type { Messenger } from '../model/messenger.js';
import type { Language } from '../words/language.js';
import { personFace, threadFace } from './faces.js';
import { nameOf, titleOf } from './say.js';

/** A message that was found, and where. */
export interface Hit {
  readonly message: StoredMessage;
  /** Parts of its text; what was looked for is marked. */
  readonly parts: readonly { readonly text: string; readonly marked: boolean }[];
}

/** Cuts a text at its highlights, whatever a server says of them; never into markup. */
export function cutSnippet({
  text,
  highlights,
}: {
  readonly text: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}): Hit['parts'] {
  const parts: { text: string; marked: boolean }[] = [];
  let at = 0;
  const add = (until: number, marked: boolean) => {
    if (until > at) {
      parts.push({ text: text.slice(at, until), marked });
      at = until;
    }
  };
  for (const { start, end } of highlights) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return parts;
}

/** One of them in a list; `choose` goes there. */
export function hitRow(
  messenger: Messenger,
  { message, parts }: Hit,
  isWithin: boolean,
  language: Language,
  choose: () => void,
): TemplateResult {
  const thread = messenger.thread(message.conversation);
  const author = message.from === messenger.me ? language.say('you') : nameOf(messenger, message.from);
  const title = isWithin ? author : titleOf(messenger, thread, language);
  return html`<button class="hit" @click=${choose}>
    ${isWithin ? personFace(messenger, message.from) : threadFace(messenger, thread, title)}
    <span class="words">
      <span class="row"
        ><b class="cut"><bdi>${title === '' ? '…' : title}</bdi></b
        ><small>${language.short(message.at)}</small></span
      >
      <span class="found" dir="auto"
        >${isWithin ? '' : `${author}: `}${parts.map(({ text, marked }) => (marked ? html`<mark>${text}</mark>` : text))}</span
      >
    </span>
  </button>`;
}

export const hitStyles = css`
  .hit {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 12px;
    align-items: center;
    inline-size: 100%;
    padding: 8px 10px;
    border-radius: 14px;
    text-align: start;
    --natter-avatar-size: 40px;
  }
  .hit:hover {
    background: var(--_hover);
  }
  .hit:focus-visible {
    outline-offset: -2px;
  }
  .hit .words {
    display: grid;
    min-inline-size: 0;
  }
  .hit .row {
    display: flex;
    gap: 8px;
    align-items: baseline;
  }
  .hit b {
    flex: 1;
    font-weight: 600;
  }
  .hit small {
    flex: none;
    font-size: 12.5px;
    color: var(--_muted);
  }
  .found {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    overflow-wrap: anywhere;
    font-size: 14px;
    color: var(--_muted);
  }
  mark {
    color: var(--_text);
    background: none;
    font-weight: 650;
  }
`;
