import { css, html, nothing, type TemplateResult } from 'lit';
import type { MessageLine } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import { NatterElement, define } from './element.js';
import { icon, type IconName } from './icons.js';
import { theme } from './theme.js';

/** What can be done to a message. */
export type MessageDeed =
  | { readonly do: 'react'; readonly emoji: string }
  | { readonly do: 'reply' | 'copy' | 'edit' | 'info' | 'remove' | 'close' };

/** Where the menu opens, in the window, and what had the focus before. */
export interface MenuPlace {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
  readonly back: HTMLElement;
}

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
/** The server's limits, see PROTOCOL.md: what it would refuse is not offered. */
const EDIT_WITHIN_MS = 15 * 60_000;
const REMOVE_WITHIN_MS = 48 * 3_600_000;
const WIDTH = 264;

/** The menu of one message. Tells `natter-deed` once, and is to be taken away then. */
export class NatterMessageMenu extends NatterElement {
  static override properties = {
    messenger: { attribute: false },
    line: { attribute: false },
    place: { attribute: false },
  };
  declare messenger: Messenger;
  declare line: MessageLine;
  declare place: MenuPlace;

  static override styles = [
    theme,
    css`
      .shade {
        position: fixed;
        inset: 0;
        z-index: 20;
      }
      .menu {
        position: fixed;
        z-index: 21;
        inline-size: 264px;
        padding: 6px;
        border-radius: 18px;
        background: var(--_raised);
        box-shadow: var(--_float);
        animation: open 0.16s var(--_ease);
      }
      @keyframes open {
        from {
          opacity: 0;
          transform: scale(0.92);
        }
      }
      .emoji {
        display: flex;
        justify-content: space-between;
        padding: 2px 2px 6px;
        border-block-end: 1px solid var(--_line);
        margin-block-end: 4px;
      }
      .emoji button {
        inline-size: 40px;
        block-size: 40px;
        border-radius: 50%;
        font-size: 23px;
        line-height: 40px;
        transition: transform 0.12s;
      }
      .emoji button:hover,
      .emoji button:focus-visible {
        transform: scale(1.18);
      }
      .item {
        display: flex;
        align-items: center;
        gap: 12px;
        inline-size: 100%;
        padding: 9px 12px;
        border-radius: 12px;
        text-align: start;
      }
      .item:hover,
      .item:focus-visible {
        background: var(--_hover);
      }
      .item svg {
        color: var(--_muted);
      }
      .item.danger,
      .item.danger svg {
        color: var(--_danger);
      }
    `,
  ];

  override render(): TemplateResult {
    const { language, line, place } = this;
    const isOwn = line.from === this.messenger.me;
    const age = Date.now() - Date.parse(line.at);
    const isText = line.content.kind === 'text';
    const left = Math.max(8, Math.min(place.x - WIDTH / 2, innerWidth - WIDTH - 8));
    const isBelow = place.bottom < innerHeight - 340;
    const block = isBelow
      ? `top: ${place.bottom + 6}px`
      : `bottom: ${Math.max(8, Math.min(innerHeight - place.top + 6, innerHeight - 340))}px`;
    return html`
      <div class="shade" @click=${() => this.#do({ do: 'close' })}></div>
      <div
        class="menu"
        role="menu"
        aria-label=${language.say('menu')}
        .style=${`left: ${left}px; ${block}`}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      >
        <div class="emoji" role="group" aria-label=${language.say('reactions')}>
          ${EMOJI.map(
            (emoji) =>
              html`<button
                role="menuitem"
                aria-label=${language.say('react', { emoji })}
                @click=${() => this.#do({ do: 'react', emoji })}
              >
                ${emoji}
              </button>`,
          )}
        </div>
        ${this.#item('reply', 'reply', language.say('reply'))}
        ${isText ? this.#item('copy', 'copy', language.say('copy')) : nothing}
        ${isOwn && isText && age < EDIT_WITHIN_MS ? this.#item('edit', 'edit', language.say('edit')) : nothing}
        ${isOwn ? this.#item('info', 'info', language.say('info')) : nothing}
        ${isOwn && age < REMOVE_WITHIN_MS ? this.#item('remove', 'trash', language.say('remove'), 'danger') : nothing}
      </div>
    `;
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }

  #item(
    deed: 'reply' | 'copy' | 'edit' | 'info' | 'remove',
    picture: IconName,
    words: string,
    look = '',
  ): TemplateResult {
    return html`<button class="item ${look}" role="menuitem" @click=${() => this.#do({ do: deed })}>
      ${icon(picture, 20)}${words}
    </button>`;
  }

  #key(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      this.#do({ do: 'close' });
    } else if (step !== undefined) {
      event.preventDefault();
      const items = [...this.renderRoot.querySelectorAll<HTMLElement>('[role=menuitem]')];
      const at = items.indexOf(this.shadowRoot!.activeElement as HTMLElement);
      items[(at + step + items.length) % items.length]?.focus();
    }
  }

  #do(deed: MessageDeed): void {
    this.tell('natter-deed', deed);
  }
}

define('natter-message-menu', NatterMessageMenu);
