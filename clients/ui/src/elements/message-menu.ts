import { css, html, nothing, type TemplateResult } from 'lit';
import type { MessageLine } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import type { Thread } from '../model/thread.js';
import { define } from './element.js';
import { MenuElement } from './menu.js';

/** What can be done to a message. */
export type MessageDeed =
  | { readonly do: 'react'; readonly emoji: string }
  | { readonly do: 'reply' | 'copy' | 'edit' | 'info' | 'star' | 'unstar' | 'remove' | 'hide' | 'close' };

const EMOJI = ['👍', '❤️', '😂', '😮', '😢', '🙏'];
/** The server's limits, see PROTOCOL.md: what it would refuse is not offered. */
const EDIT_WITHIN_MS = 15 * 60_000;
const REMOVE_WITHIN_MS = 48 * 3_600_000;

/** The menu of one message. */
export class NatterMessageMenu extends MenuElement<MessageDeed> {
  static override properties = {
    ...MenuElement.properties,
    messenger: { attribute: false },
    thread: { attribute: false },
    line: { attribute: false },
    starred: { type: Boolean },
  };
  declare messenger: Messenger;
  declare thread: Thread;
  declare line: MessageLine;
  declare starred: boolean;

  static override styles = [
    ...MenuElement.styles,
    css`
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
    `,
  ];

  protected override items(): TemplateResult {
    const { language, line, thread } = this;
    const isOwn = line.from === this.messenger.me;
    const age = Date.now() - Date.parse(line.at);
    const isText = line.content.kind === 'text';
    return html`
      ${thread.mayReact ? this.#emoji() : nothing}
      ${thread.maySay ? this.item('reply', language.say('reply'), { do: 'reply' }) : nothing}
      ${isText ? this.item('copy', language.say('copy'), { do: 'copy' }) : nothing}
      ${isOwn && isText && age < EDIT_WITHIN_MS ? this.item('edit', language.say('edit'), { do: 'edit' }) : nothing}
      ${
        this.starred
          ? this.item('star', language.say('unstar'), { do: 'unstar' })
          : this.item('star', language.say('star'), { do: 'star' })
      }
      ${isOwn && !thread.isTopic ? this.item('info', language.say('info'), { do: 'info' }) : nothing}
      ${thread.isTopic ? nothing : this.item('trash', language.say('hide'), { do: 'hide' }, 'danger')}
      ${
        isOwn && age < REMOVE_WITHIN_MS
          ? this.item('trash', language.say('remove'), { do: 'remove' }, 'danger')
          : nothing
      }
    `;
  }

  #emoji(): TemplateResult {
    const { language } = this;
    return html`<div class="emoji" role="group" aria-label=${language.say('reactions')}>
      ${EMOJI.map(
        (emoji) =>
          html`<button
            role="menuitem"
            aria-label=${language.say('react', { emoji })}
            @click=${() => this.do({ do: 'react', emoji })}
          >
            ${emoji}
          </button>`,
      )}
    </div>`;
  }

  protected override close(): void {
    this.do({ do: 'close' });
  }
}

define('natter-message-menu', NatterMessageMenu);
