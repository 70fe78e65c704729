import { NatterError, type StoredMessage } from '@natter/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { MessageLine } from '../model/lines.js';
import { FOR_EVER, type Thread } from '../model/thread.js';
import { inviteAddress, type InviteLink } from '../model/invite-link.js';
import './composer.js';
import './conversation-list.js';
import type { NatterComposer } from './composer.js';
import './details-dialog.js';
import type { NatterDetailsDialog } from './details-dialog.js';
import { MessengerElement, define } from './element.js';
import { threadFace } from './faces.js';
import './group-dialog.js';
import type { NatterGroupDialog } from './group-dialog.js';
import { icon } from './icons.js';
import './info-dialog.js';
import type { NatterInfoDialog } from './info-dialog.js';
import { channelKind, inviteProblem, nameOf, presenceOf, titleOf } from './say.js';
import './search.js';
import './stars-dialog.js';
import type { NatterStarsDialog } from './stars-dialog.js';
import { theme } from './theme.js';
import './thread.js';
import type { NatterThread } from './thread.js';
import './topic-dialog.js';
import type { NatterTopicDialog } from './topic-dialog.js';
import './viewer.js';
import type { NatterViewer } from './viewer.js';

const SHOWN_MS = 5_000;
/** After how long without a line one is told. */
const PATIENCE_MS = 1_500;

/**
 * The whole chat: list, thread and composer, side by side or one after the other on a phone. Put what belongs to the
 * page into the slot `bar`, beside the title of the list. Tells `natter-opened` with the thread that is shown.
 */
export class NatterChat extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    _replying: { state: true },
    _editing: { state: true },
    _problem: { state: true },
    _impatient: { state: true },
    _dragging: { state: true },
    _query: { state: true },
  };
  /** The conversation that is shown; none on a page that shows the list. */
  declare thread: Thread | undefined;
  declare _replying: MessageLine | undefined;
  declare _editing: MessageLine | undefined;
  declare _problem: string;
  declare _impatient: boolean;
  /** Whether files hang above the conversation. */
  declare _dragging: boolean;
  /** What is looked for in the conversation; undefined if nothing is. */
  declare _query: string | undefined;
  #forget: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(300px, 400px) 1fr;
        grid-template-rows: minmax(0, 1fr);
        block-size: 100%;
        min-block-size: 0;
        background: var(--_panel);
      }
      .side {
        display: flex;
        flex-direction: column;
        min-block-size: 0;
        border-inline-end: 1px solid var(--_line);
        background: var(--_panel);
      }
      .side natter-conversation-list {
        flex: 1;
      }
      .bar {
        display: flex;
        align-items: center;
        gap: 4px;
        min-block-size: 64px;
        padding: 0 12px 0 20px;
      }
      .bar h1 {
        flex: 1;
        margin: 0;
        font-size: 23px;
        font-weight: 720;
        letter-spacing: -0.01em;
      }
      main {
        position: relative;
        display: flex;
        flex-direction: column;
        min-inline-size: 0;
        min-block-size: 0;
        background: var(--_thread);
      }
      natter-thread {
        flex: 1;
      }
      .head {
        display: flex;
        align-items: center;
        gap: 4px;
        min-block-size: 64px;
        padding: 0 12px;
        background: var(--_panel);
        border-block-end: 1px solid var(--_line);
        z-index: 2;
      }
      .who {
        display: flex;
        flex: 1;
        align-items: center;
        gap: 12px;
        min-inline-size: 0;
        padding: 6px 8px;
        border-radius: 14px;
        text-align: start;
        --natter-avatar-size: 42px;
      }
      .who:hover {
        background: var(--_hover);
        --natter-avatar-edge: var(--_hover);
      }
      .who span {
        display: grid;
        min-inline-size: 0;
      }
      .who strong {
        font-size: 16px;
        font-weight: 650;
        line-height: 1.3;
      }
      .who small {
        font-size: 13px;
        line-height: 1.3;
        color: var(--_muted);
      }
      .who small.online {
        color: var(--_online);
      }
      .back {
        display: none;
      }
      :host(:dir(rtl)) .back svg {
        transform: scaleX(-1);
      }
      .state {
        padding: 7px 20px;
        font-size: 13.5px;
        text-align: center;
        color: light-dark(#6b4a00, #ffdf9e);
        background: light-dark(#fff3d6, #3d3216);
      }
      .state.over {
        color: light-dark(#8d1424, #ffc9ce);
        background: light-dark(#ffe4e6, #4a1c22);
      }
      .welcome {
        margin: auto;
        padding: 24px;
        text-align: center;
        color: var(--_muted);
      }
      .welcome .mark {
        display: inline-grid;
        place-items: center;
        inline-size: 112px;
        block-size: 112px;
        border-radius: 36px;
        color: var(--_on-accent);
        background: linear-gradient(150deg, var(--_accent), light-dark(#8a5be0, #c59bff));
        box-shadow: var(--_float);
      }
      .welcome h2 {
        margin: 24px 0 4px;
        font-size: 20px;
        color: var(--_text);
      }
      .foot {
        display: grid;
        place-items: center;
        min-block-size: 64px;
        padding: 8px 16px max(10px, env(safe-area-inset-bottom));
        color: var(--_muted);
        background: var(--_panel);
        border-block-start: 1px solid var(--_line);
      }
      .foot button {
        min-inline-size: min(100%, 320px);
      }
      .search {
        position: absolute;
        inset-block-start: 64px;
        inset-inline: 0;
        max-block-size: min(60%, 480px);
        padding: 10px 12px;
        overflow-y: auto;
        background: var(--_panel);
        box-shadow: var(--_float);
        border-end-start-radius: 18px;
        border-end-end-radius: 18px;
        animation: appear 0.15s var(--_ease);
        z-index: 3;
      }
      @keyframes appear {
        from {
          opacity: 0;
          transform: translateY(-8px);
        }
      }
      .drop {
        position: absolute;
        inset: 12px;
        display: grid;
        place-items: center;
        align-content: center;
        gap: 12px;
        border: 2px dashed var(--_accent);
        border-radius: 22px;
        font-weight: 600;
        color: var(--_accent);
        background: color-mix(in srgb, var(--_panel) 88%, transparent);
        pointer-events: none;
        z-index: 4;
      }
      .toast {
        position: absolute;
        inset-block-end: 92px;
        inset-inline: 16px;
        inline-size: fit-content;
        margin-inline: auto;
        padding: 10px 18px;
        border-radius: 14px;
        color: light-dark(#fff, #14152b);
        background: light-dark(#2a2d3d, #eceef6);
        box-shadow: var(--_float);
        animation: toast 0.2s var(--_ease);
        z-index: 5;
      }
      @keyframes toast {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
      @media (max-width: 760px) {
        :host {
          grid-template-columns: minmax(0, 1fr);
        }
        .side {
          border: 0;
        }
        :host([talking]) .side,
        :host(:not([talking])) main {
          display: none;
        }
        :host([talking]) main {
          animation: slide 0.22s var(--_ease);
        }
        @keyframes slide {
          from {
            transform: translateX(24px);
            opacity: 0.4;
          }
        }
        .back {
          display: inline-grid;
        }
        .head {
          padding-inline-start: 4px;
        }
      }
    `,
  ];

  constructor() {
    super();
    this._problem = '';
    this._impatient = false;
    this._dragging = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('messenger')) {
      this.#forget();
      this.#forget =
        this.messenger?.onProblem((code) => this.#showProblem(this.language.reason(code))) ?? (() => undefined);
    }
    if (changed.has('thread')) {
      this._replying = undefined;
      this._editing = undefined;
      this._query = undefined;
      this.toggleAttribute('talking', this.thread !== undefined);
      this.messenger?.view(this.thread);
    }
    this.#watchStatus();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
    this.#forget();
  }

  override render(): TemplateResult {
    const { language, messenger, thread } = this;
    return html`
      <section class="side" aria-label=${language.say('chats')}>
        <header class="bar">
          <h1>${language.say('chats')}</h1>
          <button
            class="round"
            aria-label=${language.say('newGroup')}
            title=${language.say('newGroup')}
            @click=${() => this.#dialog<NatterGroupDialog>('natter-group-dialog').open()}
          >
            ${icon('people')}
          </button>
          <button
            class="round"
            aria-label=${language.say('channels')}
            title=${language.say('channels')}
            @click=${() => this.#dialog<NatterTopicDialog>('natter-topic-dialog').open()}
          >
            ${icon('channel')}
          </button>
          <button
            class="round"
            aria-label=${language.say('starredMessages')}
            title=${language.say('starredMessages')}
            @click=${() => void this.#dialog<NatterStarsDialog>('natter-stars-dialog').open()}
          >
            ${icon('star')}
          </button>
          <slot name="bar"></slot>
        </header>
        ${this.#state()}
        <natter-conversation-list
          .messenger=${messenger}
          .selected=${thread?.id}
          @natter-select=${(event: CustomEvent<Thread | null>) => this.show(event.detail ?? undefined)}
          @natter-goto-message=${(event: CustomEvent<StoredMessage>) => void this.showMessage(event.detail)}
        ></natter-conversation-list>
      </section>
      <main
        @dragover=${(event: DragEvent) => this.#dragOver(event)}
        @dragleave=${(event: DragEvent) => this.#dragLeave(event)}
        @drop=${(event: DragEvent) => this.#drop(event)}
      >
        ${
          thread === undefined || messenger === undefined
            ? html`<div class="welcome">
                <span class="mark">${icon('chat', 60)}</span>
                <h2>${language.say('chooseChat')}</h2>
                ${language.say('chooseChatHint')}
              </div>`
            : this.#talk(thread)
        }
        ${this._dragging ? html`<div class="drop">${icon('clip', 48)}${language.say('dropHere')}</div>` : nothing}
        <div role="status">${this._problem === '' ? nothing : html`<div class="toast">${this._problem}</div>`}</div>
      </main>
      <natter-group-dialog
        .messenger=${messenger}
        @natter-select=${(event: CustomEvent<Thread>) => this.show(event.detail)}
      ></natter-group-dialog>
      <natter-topic-dialog
        .messenger=${messenger}
        @natter-select=${(event: CustomEvent<Thread>) => this.show(event.detail)}
      ></natter-topic-dialog>
      <natter-details-dialog .messenger=${messenger} .thread=${thread}></natter-details-dialog>
      <natter-info-dialog .messenger=${messenger}></natter-info-dialog>
      <natter-stars-dialog
        .messenger=${messenger}
        @natter-goto-message=${(event: CustomEvent<StoredMessage>) => void this.showMessage(event.detail)}
      ></natter-stars-dialog>
      <natter-viewer .messenger=${messenger}></natter-viewer>
    `;
  }

  /** Shows a conversation, or the list alone. */
  show(thread: Thread | undefined): void {
    this.thread = thread;
    this.tell('natter-opened', thread);
    if (thread !== undefined && matchMedia('(hover: hover)').matches) {
      void this.updateComplete.then(() => this.renderRoot.querySelector<NatterComposer>('natter-composer')?.focus());
    }
  }

  /** Shows what somebody has come with the link of. A group is joined, and a topic that is not public followed, only once they say so. */
  async showInvited(link: InviteLink): Promise<void> {
    const messenger = this.messenger!;
    const thread = messenger.thread(link.conversation);
    if (!thread.isTopic && thread.role === undefined) {
      this.#offer(link);
      return;
    }
    if (thread.isTopic && !thread.listed) {
      try {
        await messenger.topics.find({ conversation: link.conversation });
      } catch (error) {
        // Without a network there may be something in the store.
        if (error instanceof NatterError && error.retryAfterMs === undefined) {
          if (error.code === 'not_a_member' && link.code !== undefined) {
            this.#offer(link);
          } else {
            this.#showProblem(inviteProblem(error, this.language));
          }
          return;
        }
      }
    }
    this.show(thread);
  }

  #offer(link: InviteLink): void {
    this.#dialog<NatterTopicDialog>('natter-topic-dialog').open(inviteAddress(link, ''));
  }

  /** Shows a message where it was said. */
  async showMessage({ conversation, seq }: Pick<StoredMessage, 'conversation' | 'seq'>): Promise<void> {
    const thread = this.messenger!.thread(conversation);
    if (thread !== this.thread) {
      this.show(thread);
    }
    this._query = undefined;
    await this.updateComplete;
    await this.renderRoot.querySelector<NatterThread>('natter-thread')!.goTo(seq);
  }

  #talk(thread: Thread): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const title = titleOf(messenger, thread, language);
    const presence =
      thread.peer === undefined || thread.peer === messenger.me ? undefined : messenger.presences.of(thread.peer);
    const about =
      presence !== undefined
        ? presenceOf(messenger, thread.peer!, language)
        : thread.isGroup && thread.group?.members !== undefined
          ? language.count('members', thread.group.members.length)
          : channelKind(thread, language);
    const typing = this.#typing(thread);
    return html`
      <h1 class="hidden">${title}</h1>
      <header class="head">
        <button class="round back" aria-label=${language.say('back')} @click=${() => this.show(undefined)}>
          ${icon('back')}
        </button>
        <button class="who" @click=${() => void this.#dialog<NatterDetailsDialog>('natter-details-dialog').open()}>
          ${threadFace(messenger, thread, title, presence?.state === 'online')}
          <span>
            <strong class="cut"><bdi>${title === '' ? '…' : title}</bdi></strong>
            <small class="cut ${typing === '' ? (presence?.state ?? '') : 'online'}">${typing || about}</small>
          </span>
        </button>
        <button
          class="round"
          aria-label=${language.say('searchHere')}
          title=${language.say('searchHere')}
          aria-expanded=${this._query === undefined ? 'false' : 'true'}
          @click=${() => void this.#toggleSearch()}
        >
          ${icon('search')}
        </button>
      </header>
      ${this.#search(thread)}
      <natter-thread
        .messenger=${messenger}
        .thread=${thread}
        @natter-reply=${(event: CustomEvent<MessageLine>) => this.#compose(event.detail, undefined)}
        @natter-edit=${(event: CustomEvent<MessageLine>) => this.#compose(undefined, event.detail)}
        @natter-info=${(event: CustomEvent<MessageLine>) =>
          void this.#dialog<NatterInfoDialog>('natter-info-dialog').open(thread, event.detail)}
        @natter-not-there=${() => this.#showProblem(language.say('notThere'))}
        @natter-problem=${(event: CustomEvent<string>) => this.#showProblem(language.reason(event.detail))}
        @natter-view=${(event: CustomEvent<MessageLine>) =>
          this.#dialog<NatterViewer>('natter-viewer').open(thread, event.detail)}
      ></natter-thread>
      ${thread.maySay ? nothing : this.#foot(thread)}
      <natter-composer
        ?hidden=${!thread.maySay}
        .messenger=${messenger}
        .thread=${thread}
        .replying=${this._replying}
        .editing=${this._editing}
        @natter-composed=${() => this.#compose(undefined, undefined)}
        @natter-said=${() => this.renderRoot.querySelector<NatterThread>('natter-thread')!.toNewest()}
      ></natter-composer>
    `;
  }

  /** What stands in the place of the composer for who may not write. */
  #foot(thread: Thread): TemplateResult | typeof nothing {
    const { language } = this;
    const { group, isTopic } = thread;
    if (!isTopic || thread.role !== undefined) {
      return html`<footer class="foot">${language.say('onlyAdminsWrite')}</footer>`;
    }
    if (group === undefined) {
      return nothing;
    }
    if (group.following !== true) {
      return html`<footer class="foot">
        <button class="primary" @click=${() => void this.#follow(thread)}>${language.say('follow')}</button>
      </footer>`;
    }
    const mutedUntil = thread.isMuted() ? null : FOR_EVER;
    return html`<footer class="foot">
      <button class="plain" @click=${() => void this.messenger!.personal.set(thread, { mutedUntil })}>
        ${language.say(mutedUntil === null ? 'unmute' : 'mute')}
      </button>
    </footer>`;
  }

  async #follow(thread: Thread): Promise<void> {
    try {
      await this.messenger!.topics.follow(thread);
    } catch (error) {
      this.#showProblem(inviteProblem(error, this.language));
    }
  }

  #search(thread: Thread): TemplateResult | typeof nothing {
    const { language } = this;
    const query = this._query;
    if (query === undefined) {
      return nothing;
    }
    return html`<div
      class="search"
      role="search"
      aria-label=${language.say('searchHere')}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && void this.#toggleSearch()}
    >
      <input
        class="field"
        type="search"
        autocomplete="off"
        placeholder=${language.say('searchHere')}
        aria-label=${language.say('searchHere')}
        .value=${query}
        @input=${(event: Event) => (this._query = (event.target as HTMLInputElement).value)}
      />
      ${
        query.trim().length < 2
          ? nothing
          : html`<natter-search
              .messenger=${this.messenger}
              .within=${thread}
              .query=${query.trim()}
              @natter-goto-message=${(event: CustomEvent<StoredMessage>) => void this.showMessage(event.detail)}
            ></natter-search>`
      }
    </div>`;
  }

  async #toggleSearch(): Promise<void> {
    this._query = this._query === undefined ? '' : undefined;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.search input')?.focus();
  }

  #typing(thread: Thread): string {
    const { language } = this;
    const [user] = this.messenger!.presences.typing(thread);
    if (user === undefined) {
      return '';
    }
    return thread.peer === undefined
      ? language.say('somebodyTypes', { who: nameOf(this.messenger!, user) || language.say('somebody') })
      : language.say('types');
  }

  #state(): TemplateResult | typeof nothing {
    const status = this.messenger?.status;
    if (status?.kind === 'over') {
      return html`<div class="state over" role="alert">${this.language.say('signedOut')}</div>`;
    }
    return this._impatient
      ? html`<div class="state" role="status">
          ${navigator.onLine ? this.language.say('reconnecting') : this.language.say('offline')}
        </div>`
      : nothing;
  }

  /** A line that is back within a moment is not worth a word. */
  #watchStatus(): void {
    const isOnline = this.messenger === undefined || this.messenger.status.kind === 'online';
    if (isOnline) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this._impatient = false;
    } else {
      this.#timer ??= setTimeout(() => (this._impatient = true), PATIENCE_MS);
    }
  }

  #compose(replying: MessageLine | undefined, editing: MessageLine | undefined): void {
    this._replying = replying;
    this._editing = editing;
  }

  #dragOver(event: DragEvent): void {
    if (this.thread?.maySay === true && event.dataTransfer?.types.includes('Files') === true) {
      event.preventDefault();
      this._dragging = true;
    }
  }

  #dragLeave(event: DragEvent): void {
    // Not when it goes from one element of the conversation to another.
    if (!(event.currentTarget as Element).contains(event.relatedTarget as Node | null)) {
      this._dragging = false;
    }
  }

  #drop(event: DragEvent): void {
    if (this._dragging) {
      event.preventDefault();
      this._dragging = false;
      this.#dialog<NatterComposer>('natter-composer').attach(event.dataTransfer!.files);
    }
  }

  #showProblem(words: string): void {
    this._problem = words;
    setTimeout(() => (this._problem = this._problem === words ? '' : this._problem), SHOWN_MS);
  }

  #dialog<T extends Element>(name: string): T {
    return this.renderRoot.querySelector<T>(name)!;
  }
}

define('natter-chat', NatterChat);
