import { css, html, nothing, type TemplateResult } from 'lit';
import { readAttachment, type Attachment } from '../model/attachment.js';
import type { MessageLine } from '../model/lines.js';
import type { Thread } from '../model/thread.js';
import { MessengerElement, define } from './element.js';
import { icon, type IconName } from './icons.js';
import { rich } from './rich.js';
import { save } from './save.js';
import { attachmentName, nameOf } from './say.js';
import { theme } from './theme.js';

const MOST_ZOOM = 8;
const ZOOM_STEP = 1.5;
const PAN_STEP = 80;

/**
 * Shows the pictures of a conversation, large. Arrows go to the next one, or move one that is enlarged; plus, minus and 0
 * change its size, and so do the wheel, two fingers and a double click. Escape closes.
 */
export class NatterViewer extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    _thread: { state: true },
    _key: { state: true },
    _address: { state: true },
    _failed: { state: true },
    _place: { state: true },
  };
  declare _thread: Thread | undefined;
  declare _key: string;
  declare _address: string | undefined;
  declare _failed: boolean;
  /** How large, and where its middle is from that of the window. */
  declare _place: { readonly zoom: number; readonly x: number; readonly y: number };
  /** Fingers, or the mouse with a button down. */
  readonly #pointers = new Map<number, { x: number; y: number }>();

  static override styles = [
    theme,
    css`
      dialog {
        inline-size: 100vw;
        block-size: 100dvh;
        max-inline-size: none;
        max-block-size: none;
        margin: 0;
        padding: 0;
        border: 0;
        color: #f2f3fa;
        background: rgb(8 9 15 / 94%);
        overflow: hidden;
      }
      dialog[open] {
        display: flex;
        flex-direction: column;
        animation: appear 0.18s;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      .top {
        display: flex;
        align-items: center;
        gap: 4px;
        padding: 10px 12px 10px 20px;
        z-index: 1;
      }
      .who {
        flex: 1;
        min-inline-size: 0;
        display: grid;
        line-height: 1.3;
      }
      .who small {
        color: #b9bdd0;
      }
      .round {
        color: #f2f3fa;
      }
      .round:hover {
        background: rgb(255 255 255 / 14%);
      }
      :focus-visible {
        outline-color: #b7baff;
      }
      .stage {
        position: relative;
        flex: 1;
        min-block-size: 0;
        touch-action: none;
        user-select: none;
      }
      .stage img {
        position: absolute;
        inset: 0;
        margin: auto;
        max-inline-size: 100%;
        max-block-size: 100%;
        cursor: zoom-in;
      }
      .stage img.large {
        cursor: grab;
      }
      .stage img.soft {
        inline-size: 100%;
        block-size: 100%;
        object-fit: contain;
        filter: blur(6px);
      }
      .step {
        position: absolute;
        inset-block: 0;
        margin-block: auto;
        background: rgb(20 21 30 / 55%);
        z-index: 1;
      }
      .step.before {
        inset-inline-start: 14px;
      }
      .step.after {
        inset-inline-end: 14px;
      }
      :host(:dir(rtl)) .step svg {
        transform: scaleX(-1);
      }
      .step.after svg {
        transform: scaleX(-1);
      }
      :host(:dir(rtl)) .step.after svg {
        transform: none;
      }
      p {
        margin: 0;
        padding: 12px 20px max(16px, env(safe-area-inset-bottom));
        text-align: center;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        max-block-size: 30vh;
        overflow-y: auto;
      }
      a {
        color: inherit;
      }
      .problem {
        position: absolute;
        inset: 0;
        margin: auto;
        block-size: fit-content;
      }
    `,
  ];

  constructor() {
    super();
    this._key = '';
    this._failed = false;
    this._place = { zoom: 1, x: 0, y: 0 };
  }

  open(thread: Thread, line: MessageLine): void {
    this._thread = thread;
    this.#show(line);
    this.renderRoot.querySelector('dialog')!.showModal();
  }

  override render(): TemplateResult {
    const { language } = this;
    const lines = this.#pictures();
    const index = lines.findIndex(({ key }) => key === this._key);
    const line = lines[index];
    const attachment = line === undefined ? undefined : readAttachment(line.content);
    return html`<dialog
      aria-label=${attachment === undefined ? language.say('picture') : attachmentName(attachment, language)}
      @keydown=${(event: KeyboardEvent) => this.#key(event, index)}
      @close=${() => (this._thread = undefined)}
    >
      ${line === undefined || attachment === undefined ? nothing : this.#content(line, attachment, index, lines.length)}
    </dialog>`;
  }

  #content(line: MessageLine, attachment: Attachment, index: number, count: number): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const { zoom, x, y } = this._place;
    const soft = messenger.files.thumbnail(line.key, attachment);
    return html`
      <div class="top">
        <span class="who">
          <strong class="cut"
            ><bdi>${line.from === messenger.me ? language.say('you') : nameOf(messenger, line.from)}</bdi></strong
          >
          <small>${language.day(line.at)}, ${language.time(line.at)}</small>
        </span>
        ${this.#button('zoomOut', 'zoomOut', () => this.#zoom(1 / ZOOM_STEP))}
        ${this.#button('zoomIn', 'zoomIn', () => this.#zoom(ZOOM_STEP))}
        ${this.#button('download', 'save', () => void this.#save(attachment))}
        ${this.#button('close', 'close', () => this.renderRoot.querySelector('dialog')!.close())}
      </div>
      <div
        class="stage"
        @wheel=${(event: WheelEvent) => this.#wheel(event)}
        @dblclick=${() => (this._place = { zoom: zoom > 1 ? 1 : 2.5, x: 0, y: 0 })}
        @pointerdown=${(event: PointerEvent) => this.#press(event)}
        @pointermove=${(event: PointerEvent) => this.#move(event)}
        @pointerup=${(event: PointerEvent) => this.#pointers.delete(event.pointerId)}
        @pointercancel=${(event: PointerEvent) => this.#pointers.delete(event.pointerId)}
      >
        ${index === 0 ? nothing : this.#button('back', 'previous', () => this.#step(index - 1), 'step before')}
        ${
          this._address === undefined
            ? soft === undefined
              ? nothing
              : html`<img class="soft" src=${soft} alt="" draggable="false" />`
            : html`<img
                class=${zoom > 1 ? 'large' : ''}
                src=${this._address}
                alt=${attachmentName(attachment, language)}
                draggable="false"
                .style=${`transform: translate(${x}px, ${y}px) scale(${zoom})`}
                @error=${() => this.#fail()}
              />`
        }
        ${this._failed ? html`<p class="problem" role="alert">${language.say('cannotOpen')}</p>` : nothing}
        ${index === count - 1 ? nothing : this.#button('back', 'next', () => this.#step(index + 1), 'step after')}
      </div>
      ${attachment.caption === '' ? nothing : html`<p dir="auto">${rich(attachment.caption)}</p>`}
    `;
  }

  #button(
    picture: IconName,
    words: 'zoomIn' | 'zoomOut' | 'save' | 'close' | 'previous' | 'next',
    press: () => void,
    look = '',
  ): TemplateResult {
    const label = this.language.say(words);
    return html`<button class="round ${look}" aria-label=${label} title=${label} @click=${press}>
      ${icon(picture)}
    </button>`;
  }

  /** All of the conversation that are here, oldest first. */
  #pictures(): readonly MessageLine[] {
    return (this._thread?.lines ?? []).filter((line): line is MessageLine => {
      const attachment = line.kind === 'message' ? readAttachment(line.content) : undefined;
      return attachment?.kind === 'picture' && attachment.ref !== undefined;
    });
  }

  #step(index: number): void {
    const line = this.#pictures()[index];
    if (line !== undefined) {
      this.#show(line);
    }
  }

  #show(line: MessageLine): void {
    this._key = line.key;
    this._address = undefined;
    this._failed = false;
    this._place = { zoom: 1, x: 0, y: 0 };
    this.messenger!.files.api.address(readAttachment(line.content)!.ref!).then(
      (address) => (this._address = this._key === line.key ? address : this._address),
      () => this._key === line.key && this.#fail(),
    );
  }

  #fail(): void {
    this._failed = true;
    this._address = undefined;
  }

  async #save(attachment: Attachment): Promise<void> {
    try {
      await save(this.messenger!.files.api, attachment);
    } catch {
      this._failed = true;
    }
  }

  #zoom(factor: number): void {
    const zoom = Math.min(MOST_ZOOM, Math.max(1, this._place.zoom * factor));
    const { x, y } = zoom === 1 ? { x: 0, y: 0 } : this._place;
    this._place = { zoom, x: (x * zoom) / this._place.zoom, y: (y * zoom) / this._place.zoom };
  }

  #pan(x: number, y: number): void {
    this._place = { ...this._place, x: this._place.x + x, y: this._place.y + y };
  }

  #key(event: KeyboardEvent, index: number): void {
    const isLarge = this._place.zoom > 1;
    // In a language from right to left what comes next is on the left.
    const forward = this.language.direction === 'rtl' ? -1 : 1;
    const acts: Readonly<Record<string, () => void>> = {
      '+': () => this.#zoom(ZOOM_STEP),
      '=': () => this.#zoom(ZOOM_STEP),
      '-': () => this.#zoom(1 / ZOOM_STEP),
      '0': () => (this._place = { zoom: 1, x: 0, y: 0 }),
      ArrowLeft: () => (isLarge ? this.#pan(PAN_STEP, 0) : this.#step(index - forward)),
      ArrowRight: () => (isLarge ? this.#pan(-PAN_STEP, 0) : this.#step(index + forward)),
      ArrowUp: () => isLarge && this.#pan(0, PAN_STEP),
      ArrowDown: () => isLarge && this.#pan(0, -PAN_STEP),
    };
    const act = acts[event.key];
    if (act !== undefined && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      act();
    }
  }

  #wheel(event: WheelEvent): void {
    event.preventDefault();
    this.#zoom(Math.exp(-event.deltaY / 400));
  }

  #press(event: PointerEvent): void {
    if ((event.target as Element).closest('button') === null) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    }
  }

  #move(event: PointerEvent): void {
    const before = this.#pointers.get(event.pointerId);
    if (before === undefined) {
      return;
    }
    const [other] = [...this.#pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place);
    const now = { x: event.clientX, y: event.clientY };
    this.#pointers.set(event.pointerId, now);
    if (other !== undefined) {
      this.#zoom(distance(now, other) / Math.max(1, distance(before, other)));
    } else if (this._place.zoom > 1) {
      this.#pan(now.x - before.x, now.y - before.y);
    }
  }
}

function distance(one: { x: number; y: number }, other: { x: number; y: number }): number {
  return Math.hypot(one.x - other.x, one.y - other.y);
}

define('natter-viewer', NatterViewer);
