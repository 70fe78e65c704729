import type { Profile, UserId } from '@natter/sdk';
import { html, type TemplateResult } from 'lit';
import { dialogStyles, dialogTop, outcome, personForm } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { personFace } from './faces.js';
import { icon } from './icons.js';
import { codeOf } from './say.js';
import { theme } from './theme.js';

/** Asks for a name and people, and makes a group of them. Tells `natter-select` with its thread; `open` shows it. */
export class NatterGroupDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    _people: { state: true },
    _problem: { state: true },
    _busy: { state: true },
  };
  declare _people: readonly Profile[];
  declare _problem: string;
  declare _busy: boolean;

  static override styles = [theme, dialogStyles];

  constructor() {
    super();
    this._people = [];
    this._problem = '';
    this._busy = false;
  }

  open(): void {
    this._people = [];
    this._problem = '';
    this.renderRoot.querySelectorAll('input').forEach((input) => (input.value = ''));
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<dialog aria-labelledby="title">
      ${dialogTop(language, language.say('newGroup'), () => this.#close())}
      <div class="dialog-body">
        <input
          class="field title"
          maxlength="100"
          placeholder=${language.say('groupTitle')}
          aria-label=${language.say('groupTitle')}
          @input=${() => this.requestUpdate()}
        />
        ${personForm(language.say('addMember'), language.say('add'), (field) => void this.#add(field))}
        ${outcome(this._problem)}
        <ul class="people">
          ${this._people.map(
            (person) =>
              html`<li>
                ${personFace(this.messenger!, person.userId)}
                <span class="name cut" dir="auto">${person.displayName}</span>
                <button
                  class="round"
                  aria-label=${language.say('removeMember', { name: person.displayName })}
                  @click=${() => (this._people = this._people.filter((other) => other !== person))}
                >
                  ${icon('close', 20)}
                </button>
              </li>`,
          )}
        </ul>
        <button class="primary" ?disabled=${this._busy || this.#title === ''} @click=${() => void this.#create()}>
          ${language.say('create')}
        </button>
      </div>
    </dialog>`;
  }

  get #title(): string {
    return this.renderRoot?.querySelector<HTMLInputElement>('.title')?.value.trim() ?? '';
  }

  async #add(field: HTMLInputElement): Promise<void> {
    const name = field.value.trim();
    if (name === '') {
      return;
    }
    try {
      const found = await this.messenger!.find(name);
      this._problem = '';
      field.value = '';
      if (found.userId !== this.messenger!.me && !this.#has(found.userId)) {
        this._people = [...this._people, found];
      }
    } catch {
      this._problem = this.language.say('nobody', { name });
    }
  }

  #has(user: UserId): boolean {
    return this._people.some((person) => person.userId === user);
  }

  async #create(): Promise<void> {
    this._busy = true;
    try {
      const members = this._people.map((person) => person.userId);
      const thread = await this.messenger!.groups.create(this.#title, members);
      this.#close();
      this.tell('natter-select', thread);
    } catch (error) {
      this._problem = this.language.reason(codeOf(error));
    } finally {
      this._busy = false;
    }
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')!.close();
  }
}

define('natter-group-dialog', NatterGroupDialog);
