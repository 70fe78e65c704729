import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Thread } from '../model/thread.js';
import { MessengerElement, define } from './element.js';
import { cutSnippet, hitRow, hitStyles, type Hit } from './hits.js';
import { theme } from './theme.js';

/** Nobody is asked while one still types. */
const AFTER_TYPING_MS = 250;

/**
 * Messages with these words, the newest first: in one conversation, or in all. Tells `natter-goto-message` with the message
 * that is chosen.
 */
export class NatterSearch extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    query: {},
    within: { attribute: false },
    _hits: { state: true },
    _state: { state: true },
  };
  declare query: string;
  /** The only conversation to look into. */
  declare within: Thread | undefined;
  declare _hits: readonly Hit[];
  declare _state: 'waiting' | 'searching' | 'done' | 'failed';
  #next: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts searches: an answer to an earlier one comes too late. */
  #search = 0;

  static override styles = [
    theme,
    hitStyles,
    css`
      :host {
        display: block;
      }
      h2 {
        margin: 10px 12px 4px;
        font-size: 13px;
        font-weight: 650;
        color: var(--_accent);
      }
      ul {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      p {
        margin: 6px 12px;
        font-size: 14px;
        color: var(--_muted);
      }
      .problem {
        color: var(--_danger);
      }
      .bone {
        block-size: 46px;
        margin: 6px 10px;
      }
    `,
  ];

  constructor() {
    super();
    this.query = '';
    this._hits = [];
    this._state = 'waiting';
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('query') || changed.has('within')) {
      clearTimeout(this.#timer);
      this.#search++;
      this.#next = undefined;
      this._hits = [];
      this._state = 'searching';
      this.#timer = setTimeout(() => void this.#ask(), AFTER_TYPING_MS);
    }
  }

  override render(): TemplateResult | typeof nothing {
    const { language, messenger } = this;
    if (messenger === undefined) {
      return nothing;
    }
    return html`<section aria-label=${language.say('foundMessages')}>
      <h2>${language.say('foundMessages')}</h2>
      <ul>
        ${repeat(
          this._hits,
          ({ message }) => `${message.conversation}/${message.seq}`,
          (hit) =>
            html`<li>
              ${hitRow(messenger, hit, this.within !== undefined, language, () => this.tell('natter-goto-message', hit.message))}
            </li>`,
        )}
      </ul>
      <div role="status">${this.#outcome()}</div>
    </section>`;
  }

  #outcome(): TemplateResult | typeof nothing {
    const { language } = this;
    switch (this._state) {
      case 'waiting':
        return nothing;
      case 'searching':
        return html`<div class="bone"></div>
          <span class="hidden">${language.say('loading')}</span>`;
      case 'failed':
        return html`<p class="problem">${language.say('cannotSearch')}</p>`;
      case 'done':
        return this.#next !== undefined
          ? html`<button class="plain" @click=${() => void this.#ask()}>${language.say('more')}</button>`
          : this._hits.length === 0
            ? html`<p>${language.say('nothingFound')}</p>`
            : nothing;
    }
  }

  async #ask(): Promise<void> {
    const search = this.#search;
    this._state = 'searching';
    try {
      // A page may be empty and yet not be the last one.
      do {
        const { hits, next } = await this.messenger!.search(this.query, this.within, this.#next);
        if (search !== this.#search) {
          return;
        }
        this.#next = next;
        this._hits = [...this._hits, ...hits.map(({ message, snippet }) => ({ message, parts: cutSnippet(snippet) }))];
      } while (this.#next !== undefined && this._hits.length === 0);
      this._state = 'done';
    } catch {
      if (search === this.#search) {
        this._state = 'failed';
      }
    }
  }
}

define('natter-search', NatterSearch);
