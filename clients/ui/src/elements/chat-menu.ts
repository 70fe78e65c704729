import type { PersonalChange } from '@natter/sdk';
import { html, type TemplateResult } from 'lit';
import { FOR_EVER, type Thread } from '../model/thread.js';
import { define } from './element.js';
import { MenuElement } from './menu.js';

const HOUR_MS = 3_600_000;

/** The menu of one conversation. Tells `natter-deed` with what is to be set, or with undefined. */
export class NatterChatMenu extends MenuElement<PersonalChange | undefined> {
  static override properties = { ...MenuElement.properties, thread: { attribute: false } };
  declare thread: Thread;

  protected override items(): TemplateResult {
    const { language, thread } = this;
    const { pinned, archived } = thread.personal;
    const inHours = (hours: number) => new Date(Date.now() + hours * HOUR_MS).toISOString();
    return html`
      ${this.item('pin', language.say(pinned ? 'unpin' : 'pin'), { pinned: !pinned })}
      ${
        thread.isMuted()
          ? this.item('bell', language.say('unmute'), { mutedUntil: null })
          : html`${this.item('bellOff', language.say('muteFor8Hours'), { mutedUntil: inHours(8) })}
            ${this.item('bellOff', language.say('mute'), { mutedUntil: FOR_EVER })}`
      }
      ${this.item('archive', language.say(archived ? 'unarchive' : 'archive'), { archived: !archived })}
      ${thread.isWaiting ? '' : this.item('dot', language.say('markUnread'), { unread: true })}
    `;
  }

  protected override close(): void {
    this.do(undefined);
  }
}

define('natter-chat-menu', NatterChatMenu);
