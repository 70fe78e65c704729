import { css, html, type TemplateResult } from 'lit';
import { NatterElement, define } from './element.js';
import { theme } from './theme.js';

const HUES = [4, 28, 150, 174, 205, 232, 262, 318, 340];

/** The picture of somebody or something; until there is one, the initials in a colour that belongs to the id. */
export class NatterAvatar extends NatterElement {
  static override properties = {
    name: {},
    of: {},
    picture: {},
    online: { type: Boolean },
  };
  declare name: string;
  declare of: string;
  /** Its address. */
  declare picture: string | undefined;
  declare online: boolean;

  static override styles = [
    theme,
    css`
      :host {
        --_size: var(--natter-avatar-size, 48px);
        position: relative;
        display: inline-block;
        flex: none;
        inline-size: var(--_size);
        block-size: var(--_size);
      }
      .face {
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        border-radius: 50%;
        color: #fff;
        font-weight: 600;
        font-size: calc(var(--_size) * 0.38);
        letter-spacing: 0.02em;
        user-select: none;
      }
      img {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        border-radius: 50%;
        object-fit: cover;
        animation: appear 0.2s;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      .dot {
        position: absolute;
        inset-block-end: 0;
        inset-inline-end: 0;
        inline-size: max(10px, calc(var(--_size) * 0.27));
        block-size: max(10px, calc(var(--_size) * 0.27));
        border: 2px solid var(--natter-avatar-edge, var(--_panel));
        border-radius: 50%;
        background: var(--_online);
      }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.of = '';
    this.online = false;
  }

  override render(): TemplateResult {
    const hue = HUES[[...this.of].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7) % HUES.length]!;
    // Set by script and not by an attribute, which a content security policy without inline styles forbids.
    const style = `background: linear-gradient(150deg, hsl(${hue} 62% 50%), hsl(${hue + 24} 62% 38%))`;
    return html`<span class="face" aria-hidden="true" .style=${style}>${initials(this.name)}</span>${
        // What cannot be shown leaves the initials to be seen.
        this.picture ? html`<img src=${this.picture} alt="" decoding="async" draggable="false" />` : ''
      }${this.online ? html`<span class="dot"></span>` : ''}`;
  }
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = [...(words[0] ?? '')][0] ?? '';
  const last = words.length > 1 ? ([...words.at(-1)!][0] ?? '') : '';
  return (first + last).toLocaleUpperCase();
}

define('natter-avatar', NatterAvatar);
