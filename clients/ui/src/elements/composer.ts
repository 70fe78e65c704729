import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ConversationId } from '@natter/sdk';
import type { MessageLine } from '../model/lines.js';
import type { Thread } from '../model/thread.js';
import { MessengerElement, define } from './element.js';
import { icon } from './icons.js';
import { nameOf, textOf } from './say.js';
import { theme } from './theme.js';

const MOST_HEIGHT = 160;
const EMOJI = [
  ...['😀', '😂', '🥹', '😊', '😍', '😘', '😎', '🤔', '😴', '🙄', '😅', '😭', '😡', '🥳', '🤗', '🫣'],
  ...['👍', '👎', '👏', '🙏', '💪', '👋', '🤝', '✌️', '❤️', '💙', '🔥', '✨', '🎉', '✅', '☕', '🌍'],
];

/**
 * Where one writes. Enter sends, Shift and Enter begins a line; what is not sent stays with its conversation. It answers
 * `replying` or changes `editing` if one of these is set, and tells `natter-composed` when that is done or called off.
 */
export class NatterComposer extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    replying: { attribute: false },
    editing: { attribute: false },
    _emoji: { state: true },
    _files: { state: true },
    _text: { state: true },
  };
  declare thread: Thread | undefined;
  declare replying: MessageLine | undefined;
  declare editing: MessageLine | undefined;
  declare _emoji: boolean;
  declare _text: string;
  /** What goes along when it is sent. */
  declare _files: readonly File[];
  readonly #drafts = new Map<ConversationId, { readonly text: string; readonly files: readonly File[] }>();

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        padding: 8px clamp(8px, 2.5%, 24px) max(10px, env(safe-area-inset-bottom));
        background: var(--_thread);
      }
      .about {
        display: flex;
        align-items: center;
        gap: 10px;
        margin: 0 52px 6px 0;
        padding: 7px 8px 7px 12px;
        border-radius: 14px;
        background: var(--_panel);
        box-shadow: var(--_shadow);
        animation: rise 0.18s var(--_ease);
      }
      @keyframes rise {
        from {
          opacity: 0;
          transform: translateY(8px);
        }
      }
      .about > svg {
        color: var(--_accent);
        flex: none;
      }
      .about div {
        flex: 1;
        min-inline-size: 0;
        font-size: 13.5px;
        display: grid;
      }
      .about b {
        color: var(--_accent);
      }
      .about .cut {
        color: var(--_muted);
      }
      .row {
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }
      .box {
        flex: 1;
        min-inline-size: 0;
        display: flex;
        align-items: flex-end;
        padding: 2px 6px;
        border-radius: 24px;
        background: var(--_panel);
        box-shadow: var(--_shadow);
      }
      .box:focus-within {
        outline: 2px solid var(--_accent);
        outline-offset: -1px;
      }
      textarea {
        flex: 1;
        min-inline-size: 0;
        block-size: 44px;
        padding: 11px 8px;
        border: 0;
        outline: 0;
        resize: none;
        background: none;
        line-height: 22px;
        scrollbar-width: thin;
      }
      textarea:focus-visible {
        outline: 0;
      }
      .box .round {
        margin-block: 2px;
      }
      .send {
        inline-size: 48px;
        block-size: 48px;
        color: var(--_on-accent);
        background: var(--_accent);
        box-shadow: var(--_shadow);
        transition:
          transform 0.15s var(--_ease),
          filter 0.15s;
      }
      .send:hover:not(:disabled) {
        background: var(--_accent);
        filter: brightness(1.08);
      }
      .send:active:not(:disabled) {
        transform: scale(0.92);
      }
      :host(:dir(rtl)) .send svg {
        transform: scaleX(-1);
      }
      .files {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin: 0 0 6px;
        padding: 0;
        list-style: none;
        max-block-size: 30vh;
        overflow-y: auto;
      }
      .files li {
        display: flex;
        align-items: center;
        gap: 8px;
        max-inline-size: 280px;
        padding: 2px 2px 2px 12px;
        border-radius: 14px;
        background: var(--_panel);
        box-shadow: var(--_shadow);
        animation: rise 0.18s var(--_ease);
      }
      .files svg {
        flex: none;
        color: var(--_accent);
      }
      .files small {
        flex: none;
        color: var(--_muted);
      }
      .emoji {
        display: grid;
        grid-template-columns: repeat(auto-fill, 42px);
        gap: 2px;
        margin-block-end: 8px;
        padding: 8px;
        border-radius: 18px;
        background: var(--_panel);
        box-shadow: var(--_shadow);
        animation: rise 0.18s var(--_ease);
      }
      .emoji button {
        block-size: 42px;
        border-radius: 12px;
        font-size: 24px;
        line-height: 42px;
      }
      .emoji button:hover {
        background: var(--_hover);
      }
    `,
  ];

  constructor() {
    super();
    this._emoji = false;
    this._text = '';
    this._files = [];
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('thread')) {
      const before = changed.get('thread');
      if (before !== undefined && this.editing === undefined && changed.get('editing') === undefined) {
        this.#drafts.set(before.id, { text: this._text, files: this._files });
      }
      const draft = this.thread === undefined ? undefined : this.#drafts.get(this.thread.id);
      this._text = draft?.text ?? '';
      this._files = draft?.files ?? [];
      this._emoji = false;
    }
    if (changed.has('editing') && this.editing !== undefined) {
      this._text = String(this.editing.content.text ?? '');
    }
  }

  override render(): TemplateResult {
    const { language } = this;
    const invitation = language.say(this.thread?.isTopic === true ? 'publish' : 'write');
    return html`
      ${this.#about()} ${this.#attached()}
      ${
        this._emoji
          ? html`<div class="emoji" role="group" aria-label=${language.say('emoji')}>
              ${EMOJI.map(
                (emoji) => html`<button aria-label=${emoji} @click=${() => this.#insert(emoji)}>${emoji}</button>`,
              )}
            </div>`
          : nothing
      }
      <div class="row">
        <div class="box">
          <button
            class="round"
            aria-label=${language.say('emoji')}
            aria-expanded=${this._emoji ? 'true' : 'false'}
            @click=${() => (this._emoji = !this._emoji)}
          >
            ${icon('smile')}
          </button>
          <textarea
            rows="1"
            dir="auto"
            enterkeyhint="send"
            placeholder=${invitation}
            aria-label=${invitation}
            .value=${this._text}
            @input=${(event: Event) => this.#type((event.target as HTMLTextAreaElement).value)}
            @keydown=${(event: KeyboardEvent) => this.#key(event)}
            @paste=${(event: ClipboardEvent) => this.#paste(event)}
          ></textarea>
          ${
            this.editing === undefined
              ? html`<button
                    class="round"
                    aria-label=${language.say('attach')}
                    title=${language.say('attach')}
                    @click=${() => this.#chooser.click()}
                  >
                    ${icon('clip')}</button
                  ><input
                    type="file"
                    multiple
                    hidden
                    @change=${(event: Event) => this.attach((event.target as HTMLInputElement).files!)}
                  />`
              : nothing
          }
        </div>
        <button
          class="round send"
          aria-label=${language.say('send')}
          ?disabled=${!this.#isReady}
          @click=${() => this.#submit()}
        >
          ${icon('send')}
        </button>
      </div>
    `;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const area = this.#area;
    area.style.height = '44px';
    area.style.height = `${Math.min(area.scrollHeight, MOST_HEIGHT)}px`;
    if (changed.has('replying') || changed.has('editing')) {
      area.focus();
    }
  }

  /** Begins to write. */
  override focus(): void {
    this.renderRoot.querySelector('textarea')?.focus();
  }

  /** Puts files beside the text, to be sent with it. */
  attach(files: Iterable<File>): void {
    this._files = [...this._files, ...files];
    this.#chooser.value = '';
    this.focus();
  }

  /** Whether there is something to be sent. */
  get #isReady(): boolean {
    return this._text.trim() !== '' || (this.editing === undefined && this._files.length > 0);
  }

  get #chooser(): HTMLInputElement {
    return this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')!;
  }

  get #area(): HTMLTextAreaElement {
    return this.renderRoot.querySelector('textarea')!;
  }

  #about(): TemplateResult | typeof nothing {
    const { editing, replying, language, messenger } = this;
    const line = editing ?? replying;
    if (line === undefined || messenger === undefined) {
      return nothing;
    }
    const title =
      editing !== undefined
        ? language.say('editing')
        : line.from === messenger.me
          ? language.say('you')
          : nameOf(messenger, line.from);
    return html`<div class="about">
      ${icon(editing === undefined ? 'reply' : 'edit', 20)}
      <div><b class="cut">${title}</b><span class="cut" dir="auto">${textOf(line, language)}</span></div>
      <button class="round" aria-label=${language.say('cancel')} @click=${() => this.#callOff()}>
        ${icon('close', 20)}
      </button>
    </div>`;
  }

  #attached(): TemplateResult | typeof nothing {
    const { language } = this;
    if (this._files.length === 0) {
      return nothing;
    }
    return html`<ul class="files" aria-label=${language.say('attached')}>
      ${this._files.map(
        (file) =>
          html`<li>
            ${icon('file', 20)}<span class="cut"><bdi>${file.name}</bdi></span
            ><small>${language.bytes(file.size)}</small
            ><button
              class="round"
              aria-label=${language.say('takeOff', { name: file.name })}
              @click=${() => (this._files = this._files.filter((other) => other !== file))}
            >
              ${icon('close', 18)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #paste(event: ClipboardEvent): void {
    const files = event.clipboardData?.files ?? [];
    if (files.length > 0 && this.editing === undefined) {
      event.preventDefault();
      this.attach(files);
    }
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      this.#submit();
    } else if (event.key === 'Escape' && (this.editing ?? this.replying) !== undefined) {
      event.stopPropagation();
      this.#callOff();
    }
  }

  #type(text: string): void {
    this._text = text;
    if (this.thread !== undefined && this.editing === undefined) {
      this.messenger?.type(this.thread, text !== '');
    }
  }

  #insert(emoji: string): void {
    const area = this.#area;
    area.setRangeText(emoji, area.selectionStart, area.selectionEnd, 'end');
    this._text = area.value;
    area.focus();
  }

  #submit(): void {
    const text = this._text.trim();
    const { thread, messenger } = this;
    if (thread === undefined || messenger === undefined || !this.#isReady) {
      return;
    }
    const replyTo = this.replying?.seq;
    if (this.editing !== undefined) {
      if (text !== this.editing.content.text) {
        messenger.edit(thread, this.editing, text);
      }
    } else if (this._files.length === 0) {
      messenger.say(thread, text, replyTo);
    } else {
      // The text goes with the first of them.
      const first = { caption: text, ...(replyTo === undefined ? {} : { replyTo }) };
      this._files.forEach((file, index) => messenger.sendFile(thread, file, index === 0 ? first : {}));
      this._files = [];
    }
    this._emoji = false;
    this._text = '';
    this.tell('natter-composed');
    this.tell('natter-said');
  }

  #callOff(): void {
    if (this.editing !== undefined) {
      this._text = '';
    }
    this.tell('natter-composed');
  }
}

define('natter-composer', NatterComposer);
