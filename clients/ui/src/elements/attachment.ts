import { decode } from 'blurhash';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { readAttachment, type Attachment } from '../model/attachment.js';
import type { MessageLine } from '../model/lines.js';
import { MessengerElement, define } from './element.js';
import { icon } from './icons.js';
import { save } from './save.js';
import { attachmentName, duration } from './say.js';
import './sound.js';
import { theme } from './theme.js';

const MOST_SIDE = 320;
const LEAST_SIDE = 120;
const UNKNOWN = { width: 260, height: 200 };
/** A BlurHash has few colours; the browser smooths what is between them. */
const BLUR_SIDE = 32;
/** Addresses of files last for five minutes. */
const ADDRESS_LASTS_MS = 4 * 60_000;
/** So that one sees that something turns. */
const LEAST_ARC = 0.06;
const CIRCUMFERENCE = 2 * Math.PI * 20;

/**
 * The file of a message: a picture, a video, a sound, or its name to be saved. Nothing of it is ever run, and nothing but
 * thumbnails is loaded before somebody asks for it. Tells `natter-view` with the line of a picture, `natter-discard` if
 * its upload is called off.
 */
export class NatterAttachment extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    line: { attribute: false },
    _video: { state: true },
    _failed: { state: true },
  };
  declare line: MessageLine;
  /** The address of a video that somebody wants to see. */
  declare _video: string | undefined;
  declare _failed: boolean;
  #addressedAt = 0;
  #drawn = '';

  static override styles = [
    theme,
    css`
      :host {
        display: block;
      }
      .picture {
        position: relative;
        display: block;
        max-inline-size: 100%;
        overflow: hidden;
        border-radius: calc(var(--_radius) - 5px);
        background: rgb(127 127 150 / 18%);
      }
      .picture > canvas,
      .picture > img,
      .picture > video {
        position: absolute;
        inset: 0;
        inline-size: 100%;
        block-size: 100%;
        object-fit: cover;
      }
      .picture > img {
        animation: appear 0.25s;
      }
      .picture > video {
        object-fit: contain;
        background: #000;
      }
      @keyframes appear {
        from {
          opacity: 0;
        }
      }
      .picture > .over {
        position: absolute;
        inset: 0;
        display: grid;
        place-items: center;
      }
      .disc {
        position: relative;
        display: grid;
        place-items: center;
        flex: none;
        inline-size: 48px;
        block-size: 48px;
        border-radius: 50%;
        color: #fff;
        background: rgb(15 16 24 / 62%);
      }
      .file .disc {
        color: var(--_on-accent);
        background: var(--_accent);
      }
      .ring {
        position: absolute;
        inset: 2px;
        rotate: -90deg;
        fill: none;
        stroke: currentColor;
        stroke-width: 2.5;
        stroke-linecap: round;
        pointer-events: none;
      }
      .ring circle {
        transition: stroke-dashoffset 0.2s;
      }
      .ring.turning {
        animation: turn 1.2s linear infinite;
      }
      @keyframes turn {
        to {
          rotate: 270deg;
        }
      }
      .off {
        display: grid;
        place-items: center;
        inline-size: 100%;
        block-size: 100%;
        border-radius: 50%;
      }
      .length {
        position: absolute;
        inset-block-start: 8px;
        inset-inline-start: 8px;
        padding: 1px 8px;
        border-radius: 10px;
        font-size: 12px;
        color: #fff;
        background: rgb(15 16 24 / 62%);
      }
      .file {
        display: flex;
        align-items: center;
        gap: 12px;
        inline-size: 280px;
        max-inline-size: 100%;
        padding: 4px 4px 6px 0;
        text-align: start;
      }
      .file .words {
        flex: 1;
        min-inline-size: 0;
        display: grid;
      }
      .file b {
        font-weight: 600;
      }
      .file small {
        font-size: 12.5px;
        opacity: 0.8;
      }
      .problem {
        margin: 4px 0 0;
        font-size: 13px;
        color: var(--_danger);
      }
    `,
  ];

  constructor() {
    super();
    this._failed = false;
  }

  override render(): TemplateResult | typeof nothing {
    const attachment = readAttachment(this.line.content);
    if (attachment === undefined || this.messenger === undefined) {
      return nothing;
    }
    return html`${this.#show(attachment)}${
      this._failed ? html`<p class="problem" role="alert">${this.language.say('cannotOpen')}</p>` : nothing
    }`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const canvas = this.renderRoot.querySelector('canvas');
    const hash = readAttachment(this.line.content)?.blurHash ?? '';
    if (canvas !== null && hash !== this.#drawn) {
      this.#drawn = hash;
      const pixels = new Uint8ClampedArray(decode(hash, BLUR_SIDE, BLUR_SIDE));
      canvas.getContext('2d')!.putImageData(new ImageData(pixels, BLUR_SIDE, BLUR_SIDE), 0, 0);
    }
  }

  #show(attachment: Attachment): TemplateResult {
    switch (attachment.kind) {
      case 'picture':
        return this.#picture(attachment, () => this.tell('natter-view', this.line));
      case 'video':
        return this.#picture(attachment, () => void this.#play(attachment));
      case 'sound':
        return attachment.ref === undefined
          ? this.#file(attachment)
          : html`<natter-sound .messenger=${this.messenger} .attachment=${attachment}></natter-sound>`;
      case 'file':
        return this.#file(attachment);
    }
  }

  #picture(attachment: Attachment, open: () => void): TemplateResult {
    const { width, height } = shownSize(attachment);
    const style = `inline-size: ${width}px; aspect-ratio: ${width} / ${height}`;
    const length = attachment.durationMs === undefined ? '' : duration(attachment.durationMs);
    const name = `${attachmentName(attachment, this.language)} ${length}`.trim();
    const isVideo = attachment.kind === 'video';
    if (this._video !== undefined) {
      return html`<span class="picture" .style=${style}
        ><video
          src=${this._video}
          controls
          autoplay
          playsinline
          aria-label=${name}
          @error=${(event: Event) => void this.#renew(attachment, event.target as HTMLVideoElement)}
        ></video
      ></span>`;
    }
    const thumbnail = this.messenger!.files.thumbnail(this.line.key, attachment);
    const look = html`
      ${
        attachment.blurHash === undefined
          ? nothing
          : html`<canvas width=${BLUR_SIDE} height=${BLUR_SIDE} aria-hidden="true"></canvas>`
      }
      ${thumbnail === undefined ? nothing : html`<img src=${thumbnail} alt="" decoding="async" />`}
      ${length === '' ? nothing : html`<span class="length">${length}</span>`}
    `;
    if (attachment.ref === undefined) {
      return html`<span class="picture" .style=${style}>${look}${this.#way()}</span>`;
    }
    return html`<button class="picture" aria-label=${name} .style=${style} @click=${open}>
      ${look}${isVideo ? html`<span class="over"><span class="disc">${icon('play', 30)}</span></span>` : nothing}
    </button>`;
  }

  /** What its name says, to be saved; never shown in the page. */
  #file(attachment: Attachment): TemplateResult {
    const { language } = this;
    const words = html`<span class="words"
      ><b class="cut"><bdi>${attachment.name || language.say('file')}</bdi></b
      ><small>${attachment.size === 0 ? '' : language.bytes(attachment.size)}</small></span
    >`;
    if (attachment.ref === undefined) {
      return html`<span class="file">${this.#way() ?? html`<span class="disc">${icon('file')}</span>`}${words}</span>`;
    }
    return html`<button class="file" @click=${() => void this.#ask(() => save(this.messenger!.files.api, attachment))}>
      <span class="disc">${icon('download')}</span><span class="hidden">${language.say('save')} </span>${words}
    </button>`;
  }

  /** How far the file is on its way, around what calls it off. */
  #way(): TemplateResult | undefined {
    const { language, line } = this;
    const { upload } = line;
    if (upload === undefined) {
      return undefined;
    }
    const part = upload.phase === 'sending' ? upload.done / upload.total : upload.phase === 'checking' ? 1 : 0;
    return html`<span class="over"
      ><span class="disc"
        ><svg
          class="ring ${upload.phase === 'sending' ? '' : 'turning'}"
          viewBox="0 0 44 44"
          role="progressbar"
          aria-label=${language.say(upload.phase)}
          aria-valuenow=${Math.round(part * 100)}
        >
          <circle
            cx="22"
            cy="22"
            r="20"
            stroke-dasharray=${CIRCUMFERENCE}
            stroke-dashoffset=${CIRCUMFERENCE * (1 - Math.max(part, LEAST_ARC))}
          ></circle></svg
        ><button class="off" aria-label=${language.say('cancel')} @click=${() => this.tell('natter-discard', line)}>
          ${icon('close')}
        </button></span
      ></span
    >`;
  }

  async #play(attachment: Attachment): Promise<void> {
    await this.#ask(async () => {
      this.#addressedAt = Date.now();
      this._video = await this.messenger!.files.api.address(attachment.ref!);
    });
  }

  /** An address that is over is renewed, and goes on where it was. */
  async #renew(attachment: Attachment, video: HTMLVideoElement): Promise<void> {
    if (Date.now() - this.#addressedAt < ADDRESS_LASTS_MS) {
      this._video = undefined;
      this._failed = true;
      return;
    }
    const at = video.currentTime;
    await this.#play(attachment);
    video.currentTime = at;
  }

  async #ask(what: () => Promise<void>): Promise<void> {
    this._failed = false;
    try {
      await what();
    } catch {
      this._failed = true;
    }
  }
}

/** Fits into the bubble, and keeps its form within reason. */
function shownSize({ width = UNKNOWN.width, height = UNKNOWN.height }: Attachment): { width: number; height: number } {
  const scale = Math.min(1, MOST_SIDE / Math.max(width, height));
  return {
    width: Math.max(LEAST_SIDE, Math.round(width * scale)),
    height: Math.max(LEAST_SIDE, Math.round(height * scale)),
  };
}

define('natter-attachment', NatterAttachment);
