import { css, html, nothing, type TemplateResult } from 'lit';
import type { Attachment } from '../model/attachment.js';
import { MessengerElement, define } from './element.js';
import { icon } from './icons.js';
import { attachmentName, duration } from './say.js';
import { theme } from './theme.js';

const BARS = 40;
const SILENCE = Array.from({ length: BARS }, () => 12);

/** Plays a sound; loads it when it is played. Its loudness is drawn, and is where one goes to another place in it. */
export class NatterSound extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    attachment: { attribute: false },
    _plays: { state: true },
    _at: { state: true },
    _length: { state: true },
    _failed: { state: true },
  };
  declare attachment: Attachment;
  declare _plays: boolean;
  /** Seconds. */
  declare _at: number;
  declare _length: number;
  declare _failed: boolean;
  #audio: HTMLAudioElement | undefined;

  static override styles = [
    theme,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 10px;
        inline-size: 280px;
        max-inline-size: 100%;
        padding-block: 2px 6px;
      }
      .play {
        color: var(--_on-accent);
        background: var(--_accent);
      }
      .play:hover {
        background: var(--_accent);
        filter: brightness(1.08);
      }
      .track {
        position: relative;
        flex: 1;
        min-inline-size: 0;
      }
      .bars {
        display: flex;
        align-items: center;
        gap: 2px;
        block-size: 30px;
      }
      .bars span {
        flex: 1;
        min-block-size: 3px;
        border-radius: 2px;
        background: currentColor;
        opacity: 0.35;
      }
      .bars span.played {
        background: var(--_accent);
        opacity: 1;
      }
      input {
        position: absolute;
        inset: 0 0 auto;
        inline-size: 100%;
        block-size: 30px;
        margin: 0;
        opacity: 0;
        cursor: pointer;
      }
      .track:has(input:focus-visible) .bars {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
        border-radius: 4px;
      }
      small {
        font-size: 12px;
        opacity: 0.8;
      }
      small.problem {
        color: var(--_danger);
        opacity: 1;
      }
    `,
  ];

  constructor() {
    super();
    this._plays = false;
    this._at = 0;
    this._length = 0;
    this._failed = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#audio?.pause();
  }

  override render(): TemplateResult {
    const { attachment, language } = this;
    const length = this._length || (attachment.durationMs ?? 0) / 1_000;
    const played = length === 0 ? 0 : this._at / length;
    const name = attachmentName(attachment, language);
    return html`
      <button
        class="round play"
        aria-label=${language.say(this._plays ? 'pause' : 'playFile', { name })}
        @click=${() => void this.#toggle()}
      >
        ${icon(this._plays ? 'pause' : 'play')}
      </button>
      <span class="track">
        <span class="bars" aria-hidden="true"
          >${bars(attachment).map(
            (height, index) =>
              html`<span
                class=${(index + 0.5) / BARS <= played ? 'played' : ''}
                .style=${`height: ${height}%`}
              ></span>`,
          )}</span
        >
        <input
          type="range"
          min="0"
          max=${Math.max(length, 0.1)}
          step="0.1"
          .value=${String(this._at)}
          aria-label=${language.say('placeInSound')}
          aria-valuetext=${duration(this._at * 1_000)}
          @input=${(event: Event) => this.#goTo(Number((event.target as HTMLInputElement).value))}
        />
        <small class=${this._failed ? 'problem' : ''}
          >${
            this._failed
              ? language.say('cannotOpen')
              : html`${duration((this._plays || this._at > 0 ? this._at : length) * 1_000)}
                ${attachment.name === '' ? nothing : html`· <bdi>${attachment.name}</bdi>`}`
          }</small
        >
      </span>
    `;
  }

  async #toggle(): Promise<void> {
    this._failed = false;
    try {
      if (this._plays) {
        this.#audio!.pause();
      } else {
        this.#audio ??= await this.#load();
        await this.#audio.play();
      }
    } catch {
      this.#give();
    }
  }

  /** The next try takes a new address: they are good for five minutes. */
  #give(): void {
    this.#audio = undefined;
    this._plays = false;
    this._failed = true;
  }

  async #load(): Promise<HTMLAudioElement> {
    const audio = new Audio(await this.messenger!.files.api.address(this.attachment.ref!));
    audio.currentTime = this._at;
    audio.onplay = () => (this._plays = true);
    audio.onpause = () => (this._plays = false);
    audio.ontimeupdate = () => (this._at = audio.currentTime);
    audio.ondurationchange = () => (this._length = Number.isFinite(audio.duration) ? audio.duration : 0);
    audio.onended = () => (this._at = 0);
    audio.onerror = () => this.#give();
    return audio;
  }

  #goTo(seconds: number): void {
    this._at = seconds;
    if (this.#audio !== undefined) {
      this.#audio.currentTime = seconds;
    }
  }
}

/** As many as there is room for, in percent. */
function bars({ waveform }: Attachment): readonly number[] {
  if (waveform === undefined || waveform.length === 0) {
    return SILENCE;
  }
  return SILENCE.map((least, index) => Math.max(least, waveform[Math.floor((index * waveform.length) / BARS)]!));
}

define('natter-sound', NatterSound);
