import { css, html, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { readInvite } from '../model/invite-link.js';
import { dialogStyles, dialogTop, outcome } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { codeOf, inviteProblem } from './say.js';
import { theme } from './theme.js';

/** Opens a channel by its link or id, or a group by its link; or makes a channel. Tells `natter-select` with its thread; `open` shows it. */
export class NatterTopicDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    _problem: { state: true },
    _busy: { state: true },
    _title: { state: true },
  };
  /** What is wrong with the link that was given, and with the new channel. */
  declare _problem: { readonly find?: string; readonly make?: string };
  declare _busy: boolean;
  declare _title: string;

  static override styles = [
    theme,
    dialogStyles,
    css`
      form {
        display: grid;
        gap: 10px;
      }
      h3 {
        margin: 4px 0 0;
        font-size: 14px;
        font-weight: 650;
        color: var(--_accent);
      }
      .make {
        padding-block-start: 10px;
        border-block-start: 1px solid var(--_line);
      }
      textarea {
        resize: vertical;
        max-block-size: 160px;
      }
      fieldset {
        display: grid;
        gap: 2px;
        margin: 0;
        padding: 0;
        border: 0;
      }
      legend {
        padding: 0 0 4px;
        font-size: 13.5px;
        color: var(--_muted);
      }
      label {
        display: flex;
        align-items: center;
        gap: 10px;
        min-block-size: 36px;
      }
      label input {
        inline-size: 18px;
        block-size: 18px;
        margin: 0;
        accent-color: var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this._problem = {};
    this._busy = false;
    this._title = '';
  }

  /** `address`: what somebody came with, for them to say that they want it. */
  open(address = ''): void {
    this._problem = {};
    this._title = '';
    this.renderRoot.querySelectorAll('form').forEach((form) => form.reset());
    this.#field('address').value = address;
    this.#dialog.showModal();
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<dialog aria-labelledby="title">
      ${dialogTop(language, language.say('channels'), () => this.#dialog.close())}
      <div class="dialog-body">
        <form @submit=${(event: Event) => void this.#find(event)}>
          <h3>${language.say('openLink')}</h3>
          <div class="line">
            <input
              class="field"
              name="address"
              autocomplete="off"
              autocapitalize="none"
              spellcheck="false"
              placeholder=${language.say('linkAddress')}
              aria-label=${language.say('linkAddress')}
            />
            <button class="plain" ?disabled=${this._busy}>${language.say('open')}</button>
          </div>
          ${outcome(this._problem.find ?? '')}
        </form>
        <form class="make" @submit=${(event: Event) => void this.#make(event)}>
          <h3>${language.say('newChannel')}</h3>
          <input
            class="field"
            name="title"
            maxlength="100"
            placeholder=${language.say('channelTitle')}
            aria-label=${language.say('channelTitle')}
            @input=${(event: Event) => (this._title = (event.target as HTMLInputElement).value.trim())}
          />
          <textarea
            class="field"
            name="about"
            rows="2"
            maxlength="500"
            placeholder=${language.say('channelAbout')}
            aria-label=${language.say('channelAbout')}
          ></textarea>
          <fieldset>
            <legend>${language.say('whoReads')}</legend>
            <label><input type="radio" name="reads" value="all" checked />${language.say('everybodyReads')}</label>
            <label><input type="radio" name="reads" value="link" />${language.say('linkReads')}</label>
          </fieldset>
          ${outcome(this._problem.make ?? '')}
          <button class="primary" ?disabled=${this._busy || this._title === ''}>
            ${language.say('createChannel')}
          </button>
        </form>
      </div>
    </dialog>`;
  }

  get #dialog(): HTMLDialogElement {
    return this.renderRoot.querySelector('dialog')!;
  }

  #field(name: string): HTMLInputElement | HTMLTextAreaElement {
    return this.renderRoot.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name=${name}]`)!;
  }

  async #find(event: Event): Promise<void> {
    event.preventDefault();
    const link = readInvite(this.#field('address').value);
    if (link === undefined) {
      this._problem = { find: this.language.say('noInvitation') };
      return;
    }
    await this.#show(
      () => this.messenger!.come(link),
      (error) => ({ find: inviteProblem(error, this.language) }),
    );
  }

  async #make(event: Event): Promise<void> {
    event.preventDefault();
    const description = this.#field('about').value.trim();
    const { checked } = this.renderRoot.querySelector<HTMLInputElement>('[value=all]')!;
    const about = description === '' ? {} : { description };
    await this.#show(
      () => this.messenger!.topics.create({ title: this._title, ...about, public: checked }),
      (error) => ({ make: this.language.reason(codeOf(error)) }),
    );
  }

  async #show(
    come: () => Promise<Thread | undefined>,
    explain: (error: unknown) => NatterTopicDialog['_problem'],
  ): Promise<void> {
    this._busy = true;
    try {
      const thread = await come();
      if (thread === undefined) {
        this._problem = { find: this.language.say('askedToJoin') };
        return;
      }
      this.#dialog.close();
      this.tell('natter-select', thread);
    } catch (error) {
      this._problem = explain(error);
    } finally {
      this._busy = false;
    }
  }
}

define('natter-topic-dialog', NatterTopicDialog);
