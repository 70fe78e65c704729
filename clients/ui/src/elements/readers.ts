import type { GroupView } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { DetailsPart } from './details-part.js';
import { dialogStyles, personForm } from './dialog.js';
import { define } from './element.js';
import { theme } from './theme.js';

/**
 * Who reads a channel: whom its admins take out, and whether one follows it oneself. Tells `natter-decided` when one has chosen
 * to follow it, or not to.
 */
export class NatterReaders extends DetailsPart {
  static override properties = {
    ...DetailsPart.properties,
    _done: { state: true },
  };
  /** What was done just now, in words; empty if nothing was. */
  declare _done: string;

  static override styles = [
    theme,
    dialogStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      p {
        margin: 0;
        font-size: 13.5px;
        color: var(--_muted);
      }
    `,
  ];

  override begin(): void {
    super.begin();
    this._done = '';
  }

  override render(): TemplateResult | typeof nothing {
    const { thread } = this;
    const { group } = thread;
    if (group === undefined) {
      return nothing;
    }
    return html`
      ${thread.isAdmin && group.settings.public !== true ? this.#removal(thread) : nothing}
      <div role="status">
        ${this._done === '' ? nothing : html`<p>${this._done}</p>`}
        ${this._problem === '' ? nothing : html`<p class="problem">${this._problem}</p>`}
      </div>
      ${thread.role === undefined ? this.#following(thread, group) : nothing}
    `;
  }

  /** Nobody is told who reads, so a reader is named. */
  #removal(thread: Thread): TemplateResult {
    const { language } = this;
    return personForm(
      language.say('removeReader'),
      language.say('takeOut'),
      (field) => void this.#remove(field, thread),
    );
  }

  #following(thread: Thread, group: GroupView): TemplateResult {
    const { language } = this;
    const { topics } = this.messenger!;
    return group.following === true
      ? html`<button class="plain danger" @click=${() => void this.#decide(() => topics.unfollow(thread))}>
          ${language.say('unfollow')}
        </button>`
      : html`<button class="primary" @click=${() => void this.#decide(() => topics.follow(thread))}>
          ${language.say('follow')}
        </button>`;
  }

  async #remove(field: HTMLInputElement, thread: Thread): Promise<void> {
    const name = field.value.trim();
    if (name === '') {
      return;
    }
    await this.ask(async () => {
      const messenger = this.messenger!;
      const { userId, displayName } = await messenger.find(name);
      await messenger.topics.removeReader(thread, userId);
      field.value = '';
      this._done = this.language.say('readerRemoved', { name: displayName });
    });
  }

  async #decide(what: () => Promise<void>): Promise<void> {
    await this.ask(async () => {
      await what();
      this.tell('natter-decided');
    });
  }

  protected override ask(what: () => Promise<void>): Promise<void> {
    this.begin();
    return super.ask(what);
  }
}

define('natter-readers', NatterReaders);
