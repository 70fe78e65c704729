import type { GroupView } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { dialogStyles } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { codeOf } from './say.js';
import { theme } from './theme.js';

/**
 * Who reads a channel: whom its admins take out, and whether one follows it oneself. Tells `natter-decided` when one has chosen
 * to follow it, or not to.
 */
export class NatterReaders extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    _done: { state: true },
    _problem: { state: true },
  };
  declare thread: Thread;
  /** What was done just now, in words; empty if nothing was. */
  declare _done: string;
  declare _problem: string;

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

  constructor() {
    super();
    this.begin();
  }

  /** Forgets what was done. */
  begin(): void {
    this._done = '';
    this._problem = '';
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
    return html`<form class="line" @submit=${(event: Event) => void this.#remove(event, thread)}>
      <input
        class="field"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        placeholder=${language.say('removeReader')}
        aria-label=${language.say('removeReader')}
      />
      <button class="plain">${language.say('takeOut')}</button>
    </form>`;
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

  async #remove(event: Event, thread: Thread): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector('input')!;
    const name = field.value.trim();
    if (name === '') {
      return;
    }
    await this.#ask(async () => {
      const messenger = this.messenger!;
      const { userId, displayName } = await messenger.find(name);
      await messenger.topics.removeReader(thread, userId);
      field.value = '';
      this._done = this.language.say('readerRemoved', { name: displayName });
    });
  }

  async #decide(what: () => Promise<void>): Promise<void> {
    await this.#ask(async () => {
      await what();
      this.tell('natter-decided');
    });
  }

  async #ask(what: () => Promise<void>): Promise<void> {
    this.begin();
    try {
      await what();
    } catch (error) {
      this._problem = this.language.reason(codeOf(error));
    }
  }
}

define('natter-readers', NatterReaders);
