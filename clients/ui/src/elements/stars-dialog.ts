import type { StoredMessage } from '@natter/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import { foldLine } from '../model/lines.js';
import { dialogStyles, dialogTop } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { hitRow, hitStyles } from './hits.js';
import { summaryOf } from './summary.js';
import { theme } from './theme.js';

/** One's starred messages. `open` asks for them; tells `natter-goto-message` with the one that is chosen. */
export class NatterStarsDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    _messages: { state: true },
    _failed: { state: true },
  };
  /** Undefined until they are here. */
  declare _messages: readonly StoredMessage[] | undefined;
  declare _failed: boolean;
  #next: string | undefined;

  static override styles = [theme, dialogStyles, hitStyles];

  constructor() {
    super();
    this._failed = false;
  }

  async open(): Promise<void> {
    this._messages = undefined;
    this.#next = undefined;
    this.#dialog.showModal();
    await this.#load();
  }

  override render(): TemplateResult {
    const { language, messenger } = this;
    const messages = this._messages;
    return html`<dialog aria-labelledby="title">
      ${dialogTop(language, language.say('starredMessages'), () => this.#dialog.close())}
      <div class="dialog-body">
        <div role="status">
          ${messages?.length === 0 && this.#next === undefined ? language.say('noStars') : nothing}
          ${this._failed ? html`<p class="problem">${language.say('cannotLoad')}</p>` : nothing}
        </div>
        <ul class="people">
          ${messages?.map((message) => html`<li>${this.#row(message)}</li>`)}
        </ul>
        ${
          messenger === undefined || this.#next === undefined
            ? nothing
            : html`<button class="plain" @click=${() => void this.#load()}>${language.say('more')}</button>`
        }
      </div>
    </dialog>`;
  }

  #row(message: StoredMessage): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const text = summaryOf(messenger, messenger.thread(message.conversation), foldLine(message, []), language);
    return hitRow(messenger, { message, parts: [{ text, marked: false }] }, false, language, () => {
      this.#dialog.close();
      this.tell('natter-goto-message', message);
    });
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  async #load(): Promise<void> {
    this._failed = false;
    try {
      const { messages, next } = await this.messenger!.personal.stars(this.#next);
      this.#next = next;
      this._messages = [...(this._messages ?? []), ...messages];
    } catch {
      this._failed = true;
    }
  }
}

define('natter-stars-dialog', NatterStarsDialog);
