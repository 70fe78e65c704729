import { css, html, nothing, type TemplateResult } from 'lit';
import { outcome } from './dialog.js';
import { NatterElement, define } from './element.js';
import { icon } from './icons.js';
import { codeOf } from './say.js';
import { squarePicture } from './square-picture.js';
import { theme } from './theme.js';

/** What one may do with the picture of the avatar inside: choose another, or take it away. */
export class NatterPictureChoice extends NatterElement {
  static override properties = {
    hasPicture: { attribute: false },
    change: { attribute: false },
    _busy: { state: true },
    _problem: { state: true },
  };
  declare hasPicture: boolean;
  /** What is done with the picture that was chosen, or with none. */
  declare change: (picture: Blob | undefined) => Promise<void>;
  declare _busy: boolean;
  declare _problem: string;

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        justify-items: center;
        gap: 4px;
      }
      .frame {
        position: relative;
        display: grid;
      }
      .choose {
        position: absolute;
        inset-block-end: -4px;
        inset-inline-end: -8px;
        border: 3px solid var(--_panel);
        color: var(--_on-accent);
        background: var(--_accent);
      }
      .choose:hover {
        background: var(--_accent);
        filter: brightness(1.08);
      }
      .busy ::slotted(natter-avatar) {
        opacity: 0.5;
        animation: breathe 1s ease-in-out infinite alternate;
      }
      .plain {
        min-block-size: 32px;
        font-size: 13.5px;
      }
      .problem {
        margin: 0;
        color: var(--_danger);
        font-size: 14px;
      }
    `,
  ];

  constructor() {
    super();
    this.hasPicture = false;
    this.begin();
  }

  /** Forgets what was done; called whenever it is shown anew. */
  begin(): void {
    this._busy = false;
    this._problem = '';
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`
      <div class="frame ${this._busy ? 'busy' : ''}" aria-busy=${this._busy ? 'true' : 'false'}>
        <slot></slot>
        <button
          class="round choose"
          aria-label=${language.say('choosePicture')}
          title=${language.say('choosePicture')}
          ?disabled=${this._busy}
          @click=${() => this.#input.click()}
        >
          ${icon('camera', 20)}
        </button>
        <input
          type="file"
          accept="image/*"
          hidden
          aria-label=${language.say('choosePicture')}
          @change=${() => void this.#chosen()}
        />
      </div>
      ${
        this.hasPicture
          ? html`<button class="plain danger" ?disabled=${this._busy} @click=${() => void this.#set(undefined)}>
              ${language.say('removePicture')}
            </button>`
          : nothing
      }
      ${outcome(this._problem)}
    `;
  }

  get #input(): HTMLInputElement {
    return this.renderRoot.querySelector('input')!;
  }

  async #chosen(): Promise<void> {
    const file = this.#input.files?.[0];
    this.#input.value = '';
    if (file !== undefined) {
      await this.#set(file);
    }
  }

  async #set(file: File | undefined): Promise<void> {
    this._busy = true;
    this._problem = '';
    try {
      await this.change(file && (await squarePicture(file)));
    } catch (error) {
      this._problem = this.language.reason(codeOf(error));
    } finally {
      this._busy = false;
    }
  }
}

define('natter-picture-choice', NatterPictureChoice);
