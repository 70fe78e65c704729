import type { PersonalChange } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Thread } from '../model/thread.js';
import { readInvite, type InviteLink } from '../model/invite-link.js';
import './chat-menu.js';
import { outcome } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { threadFace } from './faces.js';
import { icon, type IconName } from './icons.js';
import { onLongPress } from './long-press.js';
import { menuPlace, type MenuPlace } from './menu.js';
import { codeOf, inviteProblem, nameOf, titleOf } from './say.js';
import './search.js';
import { summaryOf } from './summary.js';
import { theme } from './theme.js';
import { tickOf } from './tick.js';

/** What arrows go to. */
const ROWS = 'li > .chat, li > .find';
/** So many letters say something. */
const LEAST_QUERY = 2;
const BONES = [62, 48, 70, 55, 64, 40];

/** What of the list is shown: by the key of its name what belongs to it. */
const KINDS = {
  all: () => true,
  unreadOnes: (thread: Thread) => thread.isWaiting,
  groups: (thread: Thread) => thread.isGroup,
  channels: (thread: Thread) => thread.isTopic,
} as const;

/**
 * The conversations of a messenger, the newest first, with a search that also finds messages, people by user name, and channels
 * and groups by link.
 * Tells `natter-select` with the chosen thread or with none, `natter-goto-message` with a message that was found.
 */
export class NatterConversationList extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    selected: {},
    _query: { state: true },
    _problem: { state: true },
    _finding: { state: true },
    _archive: { state: true },
    _kind: { state: true },
    _menu: { state: true },
  };
  /** The id of the conversation that is shown. */
  declare selected: string | undefined;
  declare _query: string;
  declare _problem: string;
  declare _finding: boolean;
  /** Whether the archive is shown, in place of the rest. */
  declare _archive: boolean;
  declare _kind: keyof typeof KINDS;
  declare _menu: { readonly thread: Thread; readonly place: MenuPlace } | undefined;

  static override styles = [
    theme,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        background: var(--_panel);
      }
      .top {
        padding: 4px 12px 10px;
      }
      .search {
        position: relative;
      }
      .search svg {
        position: absolute;
        inset-block-start: 12px;
        inset-inline-start: 12px;
        color: var(--_muted);
        pointer-events: none;
      }
      .search .field {
        padding-inline-start: 40px;
        border-radius: 22px;
      }
      .kinds {
        display: flex;
        gap: 6px;
        padding: 0 12px 8px;
        overflow-x: auto;
        scrollbar-width: none;
      }
      .kinds button {
        flex: none;
        min-block-size: 32px;
        padding-inline: 13px;
        border-radius: 16px;
        font-size: 14px;
        color: var(--_muted);
        background: var(--_field);
        transition: background 0.12s;
      }
      .kinds button:hover {
        color: var(--_text);
      }
      .kinds button:focus-visible {
        outline-offset: -2px;
      }
      .kinds button[aria-pressed='true'] {
        font-weight: 600;
        color: var(--_accent);
        background: var(--_selected);
      }
      .none {
        padding: 20px 28px;
        text-align: center;
        color: var(--_muted);
      }
      ul {
        flex: 1;
        min-block-size: 0;
        margin: 0;
        padding: 0 8px 12px;
        overflow-y: auto;
        list-style: none;
        scrollbar-width: thin;
        scrollbar-color: var(--_line) transparent;
      }
      .chat {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 12px;
        align-items: center;
        inline-size: 100%;
        padding: 10px;
        border-radius: 14px;
        text-align: start;
        transition: background 0.12s;
      }
      .chat:hover {
        background: var(--_hover);
      }
      .chat[aria-current='true'] {
        background: var(--_selected);
        --natter-avatar-edge: var(--_selected);
      }
      .chat:focus-visible {
        outline-offset: -2px;
      }
      .words {
        min-inline-size: 0;
        display: grid;
        gap: 2px;
      }
      .row {
        display: flex;
        align-items: center;
        gap: 6px;
        min-inline-size: 0;
      }
      .title {
        flex: 1;
        font-weight: 600;
      }
      .when {
        font-size: 12.5px;
        color: var(--_muted);
        flex: none;
      }
      .chat.unread .when {
        color: var(--_accent);
        font-weight: 600;
      }
      .last {
        flex: 1;
        font-size: 14px;
        color: var(--_muted);
      }
      .tick {
        display: inline-flex;
        color: var(--_muted);
        flex: none;
      }
      .tick.read {
        color: var(--_read);
      }
      .tick.refused {
        color: var(--_danger);
      }
      .holder {
        position: relative;
      }
      .more {
        position: absolute;
        inset-block-start: 6px;
        inset-inline-end: 6px;
        inline-size: 30px;
        block-size: 30px;
        color: var(--_text);
        background: var(--_raised);
        box-shadow: var(--_shadow);
        opacity: 0;
        pointer-events: none;
      }
      @media (hover: none) {
        /* A finger that rests opens the menu, and selects nothing. */
        .chat {
          user-select: none;
          -webkit-user-select: none;
          -webkit-touch-callout: none;
        }
      }
      @media (hover: hover) {
        .holder:hover .more {
          opacity: 1;
          pointer-events: auto;
        }
        .holder:hover .when {
          visibility: hidden;
        }
      }
      .sign {
        display: inline-flex;
        flex: none;
        color: var(--_muted);
      }
      .muted .badge {
        color: var(--_panel);
        background: var(--_muted);
      }
      .chat.muted.unread .when {
        color: var(--_muted);
      }
      .badge.empty-badge {
        min-inline-size: 12px;
        block-size: 12px;
        padding: 0;
      }
      .badge {
        flex: none;
        min-inline-size: 21px;
        padding: 0 6px;
        border-radius: 11px;
        font-size: 12.5px;
        font-weight: 700;
        line-height: 21px;
        text-align: center;
        color: var(--_on-accent);
        background: var(--_accent);
        animation: pop 0.25s var(--_ease);
      }
      @keyframes pop {
        from {
          transform: scale(0.4);
        }
      }
      .bones {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 12px;
        padding: 10px;
      }
      .bones .face {
        inline-size: 48px;
        block-size: 48px;
        border-radius: 50%;
      }
      .bones .text {
        display: grid;
        gap: 8px;
        align-content: center;
      }
      .bones .text > * {
        block-size: 12px;
      }
      .empty {
        padding: 48px 28px;
        text-align: center;
        color: var(--_muted);
      }
      .empty svg {
        color: var(--_accent);
        opacity: 0.8;
      }
      .empty strong {
        display: block;
        margin: 12px 0 4px;
        color: var(--_text);
        font-size: 17px;
      }
      .find {
        display: flex;
        gap: 12px;
        align-items: center;
        inline-size: 100%;
        padding: 12px 10px;
        border-radius: 14px;
        text-align: start;
        color: var(--_accent);
        font-weight: 600;
      }
      .find:hover {
        background: var(--_hover);
      }
      .problem {
        margin: 4px 12px;
        color: var(--_danger);
        font-size: 14px;
      }
    `,
  ];

  constructor() {
    super();
    this._query = '';
    this._problem = '';
    this._finding = false;
    this._archive = false;
    this._kind = 'all';
  }

  override render(): TemplateResult {
    const { language, messenger } = this;
    const query = this._query.trim().toLocaleLowerCase();
    const link = readInvite(this._query);
    const all = messenger?.threads ?? [];
    const archived = all.filter((thread) => thread.personal.archived);
    // Who searches finds what is in the archive too. What is open stays while it is read.
    const isOfKind = KINDS[this._kind];
    const threads = all.filter((thread) =>
      query === ''
        ? thread.personal.archived === this._archive && (isOfKind(thread) || thread.id === this.selected)
        : titleOf(messenger!, thread, language).toLocaleLowerCase().includes(query),
    );
    const isLoading = messenger !== undefined && !messenger.listed && threads.length === 0;
    return html`
      <div class="top">
        <div class="search" role="search">
          ${icon('search', 20)}
          <input
            class="field"
            type="search"
            autocomplete="off"
            spellcheck="false"
            autocapitalize="none"
            placeholder=${language.say('search')}
            aria-label=${language.say('search')}
            .value=${this._query}
            @input=${(event: Event) => this.#type((event.target as HTMLInputElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#searchKey(event)}
          />
        </div>
      </div>
      ${all.length === 0 || query !== '' ? nothing : this.#kinds()} ${isLoading ? this.#bones() : nothing}
      ${!isLoading && all.length === 0 && query === '' ? this.#empty() : nothing}
      <ul aria-label=${language.say('chats')} @keydown=${(event: KeyboardEvent) => this.#listKey(event)}>
        ${
          query === '' && this._kind === 'all' && (archived.length > 0 || this._archive)
            ? html`<li>${this.#toArchive(archived)}</li>`
            : nothing
        }
        ${
          query === '' && all.length > 0 && threads.length === 0 && this._kind !== 'all'
            ? html`<li class="none">${language.say('noneOfThese')}</li>`
            : nothing
        }
        ${repeat(
          threads,
          (thread) => thread.id,
          (thread) =>
            html`<li
              class="holder"
              @contextmenu=${(event: Event) => {
                event.preventDefault();
                this.#openMenu(event.currentTarget as HTMLElement, thread);
              }}
              ${onLongPress((holder) => this.#openMenu(holder, thread))}
            >
              ${this.#chat(thread)}
            </li>`,
        )}
        ${
          query.length < 3
            ? nothing
            : html`<li>
                <button class="find" ?disabled=${this._finding} @click=${() => this.#find()}>
                  ${
                    link === undefined
                      ? html`${icon('person')} ${language.say('findPerson', { name: this._query.trim() })}`
                      : html`${icon('channel')} ${language.say('openInvitation')}`
                  }
                </button>
              </li>`
        }
        ${
          query.length < LEAST_QUERY || link !== undefined
            ? nothing
            : html`<li><natter-search .messenger=${messenger} .query=${this._query.trim()}></natter-search></li>`
        }
      </ul>
      ${
        this._menu === undefined
          ? nothing
          : html`<natter-chat-menu
              .thread=${this._menu.thread}
              .place=${this._menu.place}
              @natter-deed=${(event: CustomEvent<PersonalChange | null>) => this.#set(event.detail ?? undefined)}
            ></natter-chat-menu>`
      }
      ${outcome(this._problem)}
    `;
  }

  /** Begins to search. */
  override focus(): void {
    this.renderRoot.querySelector('input')?.focus();
  }

  #chat(thread: Thread): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const title = titleOf(messenger, thread, language);
    const { unread, lastLine, isWaiting } = thread;
    const isOnline = thread.peer !== undefined && messenger.presences.of(thread.peer)?.state === 'online';
    const isOwn = lastLine?.kind === 'message' && lastLine.from === messenger.me;
    const author =
      thread.isGroup && lastLine?.kind === 'message'
        ? (isOwn ? language.say('you') : nameOf(messenger, lastLine.from)) + ': '
        : '';
    const at = lastLine?.at ?? thread.lastAt;
    return html`<button
        class="chat ${isWaiting ? 'unread' : ''} ${thread.isMuted() ? 'muted' : ''}"
        aria-current=${thread.id === this.selected ? 'true' : 'false'}
        @click=${() => this.tell('natter-select', thread)}
      >
        ${threadFace(messenger, thread, title, isOnline)}
        <span class="words">
          <span class="row">
            ${thread.isTopic ? this.#sign('channel', language.say('channel')) : nothing}
            <span class="title cut" dir="auto">${title === '' ? '…' : title}</span>
            <span class="when">${at === '' ? '' : language.short(at)}</span>
          </span>
          <span class="row">
            ${isOwn && thread.peer !== undefined ? tickOf(thread.tick(lastLine), language, 17) : nothing}
            <span class="last cut"
              ><bdi
                >${lastLine === undefined ? '' : author + summaryOf(messenger, thread, lastLine, language)}</bdi
              ></span
            >
            ${thread.isMuted() ? this.#sign('bellOff', language.say('muted')) : nothing}
            ${thread.personal.pinned ? this.#sign('pin', language.say('pinned')) : nothing}
            ${
              unread === 0
                ? thread.personal.unread
                  ? html`<span class="badge empty-badge" role="img" aria-label=${language.say('markedUnread')}></span>`
                  : nothing
                : html`<span class="badge"
                    ><span aria-hidden="true">${unread > 99 ? '99+' : language.number(unread)}</span
                    ><span class="hidden">${language.count('unread', unread)}</span></span
                  >`
            }
          </span>
        </span>
      </button>
      <button
        class="round more"
        tabindex="-1"
        aria-haspopup="menu"
        aria-label=${language.say('chatMenu', { name: title })}
        @click=${(event: Event) => this.#openMenu((event.currentTarget as HTMLElement).closest('.holder')!, thread)}
      >
        ${icon('down', 20)}
      </button>`;
  }

  #sign(picture: IconName, meaning: string): TemplateResult {
    return html`<span class="sign" role="img" aria-label=${meaning}>${icon(picture, 16)}</span>`;
  }

  /** The way into the archive, and out of it. */
  #toArchive(archived: readonly Thread[]): TemplateResult {
    const { language } = this;
    const waiting = archived.filter((thread) => thread.isWaiting).length;
    return html`<button class="find" @click=${() => (this._archive = !this._archive)}>
      ${icon(this._archive ? 'back' : 'archive')}
      <span class="title"
        >${this._archive ? language.say('chats') : language.count('archivedChats', archived.length)}</span
      >
      ${this._archive || waiting === 0 ? nothing : html`<span class="when">${language.number(waiting)}</span>`}
    </button>`;
  }

  #kinds(): TemplateResult {
    const { language } = this;
    return html`<div class="kinds" role="group" aria-label=${language.say('whichChats')}>
      ${(Object.keys(KINDS) as (keyof typeof KINDS)[]).map(
        (kind) =>
          html`<button
            aria-pressed=${kind === this._kind ? 'true' : 'false'}
            @click=${() => {
              this._kind = kind;
              this._archive = false;
            }}
          >
            ${language.say(kind)}
          </button>`,
      )}
    </div>`;
  }

  #bones(): TemplateResult {
    return html`<div role="status" aria-label=${this.language.say('loading')}>
      ${BONES.map(
        (width) =>
          html`<div class="bones">
            <span class="bone face"></span
            ><span class="text"
              ><span class="bone" .style=${`width: ${width}%`}></span
              ><span class="bone" .style=${`width: ${width + 25}%`}></span
            ></span>
          </div>`,
      )}
    </div>`;
  }

  #empty(): TemplateResult {
    return html`<div class="empty">
      ${icon('chat', 56)}<strong>${this.language.say('noChats')}</strong>${this.language.say('noChatsHint')}
    </div>`;
  }

  #openMenu(holder: Element, thread: Thread): void {
    this._menu = { thread, place: menuPlace(holder.querySelector<HTMLElement>('.chat')!) };
  }

  #set(change: PersonalChange | undefined): void {
    const { thread, place } = this._menu!;
    this._menu = undefined;
    place.back.focus();
    if (change !== undefined) {
      void this.messenger!.personal.set(thread, change);
    }
    if (change?.unread === true && thread.id === this.selected) {
      // Who leaves it open would have read it at once.
      this.tell('natter-select', undefined);
    }
  }

  #type(query: string): void {
    this._query = query;
    this._problem = '';
  }

  #searchKey(event: KeyboardEvent): void {
    if (event.key === 'Enter' && this._query.trim().length >= 3) {
      void this.#find();
    } else if (event.key === 'ArrowDown') {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>(ROWS)?.focus();
    } else if (event.key === 'Escape') {
      this.#type('');
    }
  }

  #listKey(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const buttons = [...this.renderRoot.querySelectorAll<HTMLElement>(ROWS)];
      const next = buttons.indexOf(this.shadowRoot?.activeElement as HTMLElement) + step;
      (next < 0 ? this.renderRoot.querySelector('input') : buttons[next])?.focus();
    }
  }

  async #find(): Promise<void> {
    const name = this._query.trim();
    const link = readInvite(name);
    this._finding = true;
    try {
      await (link === undefined ? this.#findPerson(name) : this.#come(link));
    } finally {
      this._finding = false;
    }
  }

  async #come(link: InviteLink): Promise<void> {
    try {
      const thread = await this.messenger!.come(link);
      this.#type('');
      if (thread === undefined) {
        this._problem = this.language.say('askedToJoin');
      } else {
        this.tell('natter-select', thread);
      }
    } catch (error) {
      this._problem = inviteProblem(error, this.language);
    }
  }

  async #findPerson(name: string): Promise<void> {
    try {
      const { userId } = await this.messenger!.find(name);
      this.#type('');
      this.tell('natter-select', this.messenger!.with(userId));
    } catch (error) {
      const code = codeOf(error);
      this._problem =
        code === 'user_unknown' || code === 'bad_request'
          ? this.language.say('nobody', { name })
          : this.language.say('cannotLoad');
    }
  }
}

define('natter-conversation-list', NatterConversationList);
