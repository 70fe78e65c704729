import type { UserId } from '@natter/sdk';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Line, MessageLine } from '../model/lines.js';
import type { Thread } from '../model/thread.js';
import { onOneDay } from '../words/language.js';
import { MessengerElement, define } from './element.js';
import { icon } from './icons.js';
import { menuPlace, type MenuPlace } from './menu.js';
import './message-menu.js';
import type { MessageDeed } from './message-menu.js';
import './message.js';
import { codeOf, nameOf } from './say.js';
import { summaryOf } from './summary.js';
import { theme } from './theme.js';
import { NEAR_END, VirtualRows } from './virtual-rows.js';

/** Messages of one author that follow each other within this time are one run. */
const RUN_MS = 5 * 60_000;
/** So near to the beginning of what is here, more is loaded. */
const LOAD_AT = 12;
const BONES = [38, 56, 30, 48, 64, 34, 52];

/**
 * The messages of one conversation, drawn only where one looks. Follows the newest while one is at the end, and stays
 * where one reads otherwise. Tells `natter-reply`, `natter-edit` and `natter-info` with the line, `natter-problem` with the code of what
 * was refused.
 */
export class NatterThread extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    _menu: { state: true },
    _shown: { state: true },
    _seeking: { state: true },
  };
  declare thread: Thread | undefined;
  declare _menu: { readonly line: MessageLine; readonly place: MenuPlace } | undefined;

  /** The seq of the message that somebody came to see. */
  declare _shown: number | undefined;
  /** Whether it is still on its way. */
  declare _seeking: boolean;

  readonly #rows = new VirtualRows(this, () => this.renderRoot?.querySelector<HTMLElement>('.view') ?? null);
  /** Up to where had been read when the thread was opened. */
  #readBefore = 0;
  #lastSaid: Line | undefined;
  #saying = '';
  #wasAtEnd = true;
  #startsAtEnd = false;

  static override styles = [
    theme,
    css`
      :host {
        position: relative;
        display: block;
        min-block-size: 0;
        background: var(--_thread);
      }
      .view {
        position: absolute;
        inset: 0;
        display: flex;
        flex-direction: column;
        overflow-y: auto;
        overflow-anchor: none;
        overscroll-behavior: contain;
        scrollbar-width: thin;
        scrollbar-color: light-dark(#c4c9d8, #3c4050) transparent;
      }
      .space {
        position: relative;
        flex: none;
        margin-block-start: auto;
      }
      .slot {
        position: absolute;
        inset-inline: 0;
        inset-block-start: 0;
      }
      .slot:focus-visible {
        outline-offset: -3px;
        border-radius: 12px;
      }
      .slot.fresh natter-message {
        animation: arrive 0.25s var(--_ease);
      }
      @keyframes arrive {
        from {
          opacity: 0;
          transform: translateY(12px);
        }
      }
      .slot.shown {
        animation: shown 2.4s;
      }
      @keyframes shown {
        30% {
          background: color-mix(in srgb, var(--_accent) 26%, transparent);
        }
      }
      .day,
      .new {
        display: flex;
        justify-content: center;
        padding: 12px 0 4px;
      }
      .day span {
        padding: 4px 13px;
        border-radius: 13px;
        font-size: 12.5px;
        font-weight: 600;
        color: var(--_muted);
        background: var(--_panel);
        box-shadow: var(--_shadow);
      }
      .new {
        align-items: center;
        gap: 12px;
        padding-inline: 20px;
        font-size: 12.5px;
        font-weight: 650;
        color: var(--_accent);
      }
      .new::before,
      .new::after {
        content: '';
        flex: 1;
        border-block-start: 1px solid currentColor;
        opacity: 0.35;
      }
      .down {
        position: absolute;
        inset-block-end: 16px;
        inset-inline-end: 20px;
        inline-size: 44px;
        block-size: 44px;
        background: var(--_raised);
        box-shadow: var(--_float);
        animation: arrive 0.2s var(--_ease);
      }
      .down .badge {
        position: absolute;
        inset-block-start: -6px;
        inset-inline-end: -4px;
        min-inline-size: 20px;
        padding: 0 5px;
        border-radius: 10px;
        font-size: 12px;
        font-weight: 700;
        line-height: 20px;
        color: var(--_on-accent);
        background: var(--_accent);
      }
      .empty {
        margin: auto;
        padding: 14px 22px;
        border-radius: 16px;
        text-align: center;
        color: var(--_muted);
        background: var(--_panel);
        box-shadow: var(--_shadow);
      }
      .older {
        position: absolute;
        inset-block-start: 10px;
        inset-inline: 0;
        margin-inline: auto;
        inline-size: 26px;
        block-size: 26px;
        border: 3px solid var(--_line);
        border-block-start-color: var(--_accent);
        border-radius: 50%;
        background: var(--_panel);
        animation: turn 0.8s linear infinite;
      }
      @keyframes turn {
        to {
          transform: rotate(1turn);
        }
      }
      .bones {
        display: grid;
        gap: 10px;
        align-content: end;
        min-block-size: 100%;
        padding: 20px clamp(10px, 5%, 64px);
      }
      .bones .bone {
        block-size: 38px;
        border-radius: var(--_radius);
        background: var(--_bubble);
      }
      .bones .bone:nth-child(3n) {
        justify-self: end;
        background: var(--_own-bubble);
      }
    `,
  ];

  constructor() {
    super();
    this._seeking = false;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('thread')) {
      this.#readBefore = this.thread?.read ?? 0;
      this.#lastSaid = this.thread?.lastLine;
      this.#wasAtEnd = true;
      this._menu = undefined;
      this._shown = undefined;
      if (this.thread !== undefined) {
        void this.messenger?.open(this.thread);
      }
    }
  }

  override render(): TemplateResult {
    const { thread, messenger, language } = this;
    if (thread === undefined || messenger === undefined) {
      return html``;
    }
    const { lines } = thread;
    this.#rows.use(lines);
    this.#listen(lines);
    return html`
      <div
        class="view"
        tabindex="-1"
        @scroll=${() => this.#scrolled()}
        @keydown=${(event: KeyboardEvent) => this.#key(event)}
      >
        ${lines.length === 0 ? this.#nothingYet(thread) : nothing}
        <div
          class="space"
          role="feed"
          aria-label=${language.say('messages')}
          aria-busy=${thread.loading ? 'true' : 'false'}
          .style=${`height: ${lines.length === 0 ? 0 : this.#rows.height}px`}
        >
          ${repeat(
            this.#rows.drawn,
            (row) => row.key,
            (row) => this.#row(lines, row.index, row.start),
          )}
        </div>
      </div>
      ${
        this._seeking || (thread.loading && lines.length > 0 && this.#firstDrawn < LOAD_AT)
          ? html`<span class="older" role="status" aria-label=${language.say('loading')}></span>`
          : nothing
      }
      ${
        this.#wasAtEnd || lines.length === 0
          ? nothing
          : html`<button class="round down" aria-label=${language.say('toNewest')} @click=${() => this.toNewest()}>
              ${icon('down')}${
                thread.unread === 0 ? nothing : html`<span class="badge">${language.number(thread.unread)}</span>`
              }
            </button>`
      }
      ${
        this._menu === undefined
          ? nothing
          : html`<natter-message-menu
              .messenger=${messenger}
              .thread=${thread}
              .line=${this._menu.line}
              .place=${this._menu.place}
              ?starred=${this._menu.line.seq !== undefined && thread.starred.has(this._menu.line.seq)}
              @natter-deed=${(event: CustomEvent<MessageDeed>) => this.#do(event.detail)}
            ></natter-message-menu>`
      }
      <div class="hidden" role="log" aria-live="polite">${this.#saying}</div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('thread')) {
      this.#rows.reset();
      this.#startsAtEnd = true;
    }
    if (this.#startsAtEnd && this.thread !== undefined && this.thread.lines.length > 0) {
      // From here on the rows follow their end by themselves.
      this.#startsAtEnd = false;
      this.toNewest();
    }
    this.#loadOlder();
    this.noticeRead();
  }

  /** Scrolls to the end. */
  toNewest(): void {
    this.#rows.toEnd();
  }

  /** Shows a message where it stands, and marks it for a moment; loads what is needed. Tells `natter-not-there` if it is gone. */
  async goTo(seq: number): Promise<void> {
    const thread = this.thread!;
    this._seeking = true;
    const isThere = await this.messenger!.reach(thread, seq).finally(() => (this._seeking = false));
    if (thread !== this.thread) {
      return;
    }
    if (!isThere) {
      this.tell('natter-not-there');
      return;
    }
    this._shown = undefined;
    await this.updateComplete;
    this._shown = seq;
    this.#rows.to(thread.lines.findIndex((line) => line.seq === seq));
  }

  /** Says that it has been read, if somebody looks at its end. */
  noticeRead(): void {
    const { thread } = this;
    if (thread !== undefined && this.#wasAtEnd && document.visibilityState === 'visible' && document.hasFocus()) {
      this.messenger?.markRead(thread);
    }
  }

  override connectedCallback(): void {
    super.connectedCallback();
    const look = () => this.noticeRead();
    window.addEventListener('focus', look);
    this.untilGone(() => window.removeEventListener('focus', look));
    // A composer that grows or a keyboard that opens must not hide the end.
    const resized = new ResizeObserver(() => this.#wasAtEnd && this.toNewest());
    resized.observe(this);
    this.untilGone(() => resized.disconnect());
  }

  get #firstDrawn(): number {
    return this.#rows.drawn[0]?.index ?? 0;
  }

  #row(lines: readonly Line[], index: number, start: number): TemplateResult {
    const messenger = this.messenger!;
    const thread = this.thread!;
    const line = lines[index]!;
    const before = lines[index - 1];
    const isFirst = before === undefined || !isOneRun(before, line);
    const isNewDay = before === undefined || !onOneDay(before.at, line.at);
    const isOwn = line.kind === 'message' && line.from === messenger.me;
    return html`<div
      class="slot ${line.kind === 'message' && line.seq === undefined ? 'fresh' : ''} ${
        line.seq !== undefined && line.seq === this._shown ? 'shown' : ''
      }"
      role="article"
      tabindex=${index === this.#rows.drawn.at(-1)?.index ? 0 : -1}
      data-index=${index}
      aria-posinset=${index + 1}
      aria-setsize=${thread.complete ? lines.length : -1}
      .style=${`transform: translateY(${start}px)`}
      ${ref(this.#rows.measure)}
    >
      ${isNewDay ? html`<div class="day"><span>${this.language.day(line.at)}</span></div>` : nothing}
      ${this.#newDivider(before, line)}
      <natter-message
        .messenger=${messenger}
        .thread=${thread}
        .line=${line}
        .answered=${line.kind === 'message' && line.replyTo !== undefined ? thread.log.line(line.replyTo) : undefined}
        .tick=${line.kind === 'message' ? thread.tick(line) : 'sent'}
        ?starred=${line.seq !== undefined && thread.starred.has(line.seq)}
        ?first=${isFirst || isNewDay}
        ?own=${isOwn}
        @natter-menu=${(event: CustomEvent<HTMLElement>) => this.#openMenu(line, event.detail)}
        @natter-react=${(event: CustomEvent<string>) => messenger.react(thread, line as MessageLine, event.detail)}
        @natter-goto=${(event: CustomEvent<number>) => void this.goTo(event.detail)}
        @natter-retry=${() => messenger.retry(thread, line as MessageLine)}
        @natter-discard=${() => messenger.discard(thread, line as MessageLine)}
        @natter-answer=${(event: CustomEvent<boolean>) => void this.#answer(line, event.detail)}
      ></natter-message>
    </div>`;
  }

  /** Above the first message that had not been read when the thread was opened. */
  #newDivider(before: Line | undefined, line: Line): TemplateResult | typeof nothing {
    const seq = line.seq ?? 0;
    const isFirstNew =
      this.#readBefore > 0 &&
      seq > this.#readBefore &&
      (before?.seq ?? 0) <= this.#readBefore &&
      line.kind === 'message';
    if (!isFirstNew || line.from === this.messenger!.me) {
      return nothing;
    }
    const count = this.thread!.log.lines.filter(
      (other) => other.seq! > this.#readBefore && other.kind === 'message' && other.from !== this.messenger!.me,
    ).length;
    return html`<div class="new">${this.language.count('newMessages', count)}</div>`;
  }

  #nothingYet(thread: Thread): TemplateResult {
    const { language } = this;
    if (thread.failed) {
      return html`<div class="empty" role="alert">
        ${language.say('cannotLoad')}<br /><button class="plain" @click=${() => void this.messenger!.open(thread)}>
          ${language.say('retry')}
        </button>
      </div>`;
    }
    return thread.complete
      ? html`<div class="empty">${language.say(thread.isTopic ? 'noNews' : 'noMessages')}</div>`
      : html`<div class="bones" role="status" aria-label=${language.say('loading')}>
          ${BONES.map((width) => html`<span class="bone" .style=${`width: ${width}%`}></span>`)}
        </div>`;
  }

  /** Reads out what others say while the thread is open. */
  #listen(lines: readonly Line[]): void {
    const last = lines.at(-1);
    const before = this.#lastSaid;
    this.#lastSaid = last;
    if (last === undefined || last.from === this.messenger!.me || before === undefined || last.at <= before.at) {
      return;
    }
    const { language, messenger } = this;
    const who = nameOf(messenger!, last.from) || language.say('somebody');
    this.#saying =
      last.kind === 'message'
        ? language.say('said', { who, text: summaryOf(messenger!, this.thread!, last, language) })
        : summaryOf(messenger!, this.thread!, last, language);
  }

  #scrolled(): void {
    // Not as the rows see it: they may hear of the scrolling after us.
    const { scrollHeight, scrollTop, clientHeight } = this.renderRoot.querySelector('.view')!;
    const isAtEnd = scrollHeight - scrollTop - clientHeight <= NEAR_END;
    if (isAtEnd !== this.#wasAtEnd) {
      this.#wasAtEnd = isAtEnd;
      this.requestUpdate();
    }
    this.#loadOlder();
    this.noticeRead();
  }

  #loadOlder(): void {
    const { thread } = this;
    if (
      thread !== undefined &&
      !thread.complete &&
      !thread.loading &&
      !thread.failed &&
      thread.log.lines.length > 0 &&
      this.#firstDrawn < LOAD_AT
    ) {
      void this.messenger!.loadOlder(thread);
    }
  }

  #key(event: KeyboardEvent): void {
    const slot = (event.target as HTMLElement).closest<HTMLElement>('.slot');
    const index = Number(slot?.dataset.index ?? -1);
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === 'End') {
      event.preventDefault();
      this.toNewest();
    } else if (slot !== null && event.target === slot && step !== undefined) {
      event.preventDefault();
      this.renderRoot.querySelector<HTMLElement>(`[data-index='${index + step}']`)?.focus();
    } else if (slot !== null && event.target === slot && (event.key === 'Enter' || event.key === 'ContextMenu')) {
      event.preventDefault();
      this.#openMenu(this.thread!.lines[index]!, slot.querySelector('natter-message')!);
    }
  }

  async #answer({ content }: Line, letsIn: boolean): Promise<void> {
    try {
      await this.messenger!.groups.answer(this.thread!, content.user as UserId, letsIn);
    } catch (error) {
      this.tell('natter-problem', codeOf(error));
    }
  }

  #openMenu(line: Line, beside: HTMLElement): void {
    if (line.kind === 'message' && line.seq !== undefined && !line.retracted) {
      this._menu = { line, place: menuPlace(beside) };
    }
  }

  #do(deed: MessageDeed): void {
    const { line, place } = this._menu!;
    const thread = this.thread!;
    const messenger = this.messenger!;
    this._menu = undefined;
    switch (deed.do) {
      case 'close':
        (
          place.back.closest<HTMLElement>('.slot') ??
          (place.back.getRootNode() as ShadowRoot).host?.closest<HTMLElement>('.slot')
        )?.focus();
        return;
      case 'react':
        messenger.react(thread, line, deed.emoji);
        return;
      case 'copy':
        void navigator.clipboard.writeText(String(line.content.text ?? ''));
        return;
      case 'remove':
        messenger.retract(thread, line);
        return;
      case 'hide':
        void messenger.personal.hide(thread, line.seq!);
        return;
      case 'star':
      case 'unstar':
        void messenger.personal.star(thread, line.seq!, deed.do === 'star');
        return;
      case 'reply':
      case 'edit':
      case 'info':
        this.tell(`natter-${deed.do}`, line);
        return;
    }
  }
}

/** Whether two lines that follow each other look like one. */
function isOneRun(before: Line, line: Line): boolean {
  return (
    before.kind === line.kind &&
    before.from === line.from &&
    Date.parse(line.at) - Date.parse(before.at) < RUN_MS &&
    !(line.kind === 'message' && line.replyTo !== undefined)
  );
}

define('natter-thread', NatterThread);
