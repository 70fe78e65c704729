import type { Receipts, UserId } from '@natter/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessageLine } from '../model/lines.js';
import type { Thread } from '../model/thread.js';
import { dialogStyles, dialogTop } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { personFace } from './faces.js';
import { nameOf } from './say.js';
import { theme } from './theme.js';

/** Who has got a message of one's own and who has read it. `open` asks the server. */
export class NatterInfoDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    _receipts: { state: true },
    _failed: { state: true },
  };
  declare _receipts: Receipts | undefined;
  declare _failed: boolean;

  static override styles = [theme, dialogStyles];

  constructor() {
    super();
    this._failed = false;
  }

  async open(thread: Thread, line: MessageLine): Promise<void> {
    this._receipts = undefined;
    this._failed = false;
    this.renderRoot.querySelector('dialog')!.showModal();
    try {
      this._receipts = await this.messenger!.receipts(thread, line.seq!);
    } catch {
      this._failed = true;
    }
  }

  override render(): TemplateResult {
    const { language } = this;
    const receipts = this._receipts;
    return html`<dialog aria-labelledby="title">
      ${dialogTop(language, language.say('info'), () => this.renderRoot.querySelector('dialog')!.close())}
      <div class="dialog-body">
        ${this._failed ? html`<p class="problem" role="alert">${language.say('cannotLoad')}</p>` : nothing}
        ${
          receipts === undefined
            ? nothing
            : html`${this.#people(language.say('readBy'), receipts.read)}
              ${this.#people(
                language.say('deliveredTo'),
                receipts.delivered.filter((user) => !receipts.read.includes(user)),
              )}`
        }
      </div>
    </dialog>`;
  }

  #people(title: string, users: readonly UserId[]): TemplateResult {
    return html`<section>
      <small>${title}</small>
      <ul class="people">
        ${
          users.length === 0
            ? html`<li>–</li>`
            : users.map((user) => html`<li>${personFace(this.messenger!, user)}${nameOf(this.messenger!, user)}</li>`)
        }
      </ul>
    </section>`;
  }
}

define('natter-info-dialog', NatterInfoDialog);
