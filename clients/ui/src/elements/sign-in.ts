import { NatterError, type Contact, type LinkOffer, type NatterApi, type NewDevice, type Session } from '@natter/sdk';
import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { encode } from 'uqr';
import { base64Url } from '../model/base64-url.js';
import { NatterElement, define } from './element.js';
import { icon } from './icons.js';
import { theme } from './theme.js';

const WAYS = ['password', 'code', 'link'] as const;
const LABELS = { password: 'byPassword', code: 'byCode', link: 'byLink' } as const;
/** How often a link is looked at whether it was approved. */
const POLL_MS = 2_000;

type Way = (typeof WAYS)[number];

/** Another provider that one can sign in with; the page sends the browser there. */
export interface Provider {
  readonly name: string;
  readonly go: () => void;
}

/**
 * Signs up and in: by a password, by a code to a phone or mailbox, by a device that is signed in, or by another
 * provider. Tells `natter-session` with the session.
 */
export class NatterSignIn extends NatterElement {
  static override properties = {
    api: { attribute: false },
    device: { attribute: false },
    provider: { attribute: false },
    problem: {},
    _way: { state: true },
    _isNew: { state: true },
    _busy: { state: true },
    _asked: { state: true },
    _proof: { state: true },
    _offer: { state: true },
  };
  declare api: NatterApi;
  declare device: NewDevice;
  declare provider: Provider | undefined;
  /** What went wrong, for people. */
  declare problem: string;
  declare _way: Way;
  declare _isNew: boolean;
  declare _busy: boolean;
  /** The code that was asked for. */
  declare _asked: { readonly id: string; readonly contact: string } | undefined;
  /** A proof of which there is no account yet. */
  declare _proof: string | undefined;
  declare _offer: LinkOffer | undefined;
  #verifier = '';

  static override styles = [
    theme,
    css`
      :host {
        display: grid;
        min-block-size: 100%;
        padding: 24px 16px;
        place-items: center;
        background:
          radial-gradient(60% 50% at 20% 0%, light-dark(#dfe2ff, #24264a), transparent),
          radial-gradient(50% 45% at 90% 100%, light-dark(#f1e2ff, #33234d), transparent), var(--_thread);
      }
      .card {
        inline-size: min(420px, 100%);
        padding: 32px;
        border-radius: 28px;
        background: var(--_panel);
        box-shadow: var(--_float);
      }
      .mark {
        display: inline-grid;
        place-items: center;
        inline-size: 60px;
        block-size: 60px;
        border-radius: 20px;
        color: var(--_on-accent);
        background: linear-gradient(150deg, var(--_accent), light-dark(#8a5be0, #c59bff));
      }
      h1 {
        margin: 18px 0 2px;
        font-size: 26px;
        font-weight: 740;
        letter-spacing: -0.015em;
      }
      .hint {
        margin: 0 0 20px;
        color: var(--_muted);
      }
      [role='tablist'] {
        display: flex;
        gap: 4px;
        margin-block-end: 18px;
        padding: 4px;
        border-radius: 14px;
        background: var(--_field);
      }
      [role='tab'] {
        flex: 1;
        min-block-size: 36px;
        padding: 4px 6px;
        border-radius: 10px;
        font-size: 13.5px;
        font-weight: 600;
        line-height: 1.2;
        color: var(--_muted);
      }
      [role='tab'][aria-selected='true'] {
        color: var(--_text);
        background: var(--_panel);
        box-shadow: var(--_shadow);
      }
      form {
        display: grid;
        gap: 12px;
      }
      label {
        display: grid;
        gap: 4px;
        font-size: 13.5px;
        font-weight: 600;
        color: var(--_muted);
      }
      label .field {
        font-weight: 400;
        font-size: 15px;
        color: var(--_text);
      }
      .problem {
        margin: 0;
        padding: 10px 14px;
        border-radius: 12px;
        font-size: 14px;
        color: light-dark(#8d1424, #ffc9ce);
        background: light-dark(#ffe8ea, #4a1c22);
      }
      .other {
        display: grid;
        margin-block-start: 6px;
      }
      .or {
        margin: 18px 0 0;
        padding-block-start: 18px;
        border-block-start: 1px solid var(--_line);
        display: grid;
      }
      .qr {
        inline-size: 208px;
        margin: 0 auto;
        padding: 14px;
        border-radius: 18px;
        background: #fff;
      }
      .qr svg {
        display: block;
        inline-size: 100%;
        block-size: auto;
      }
      .link-code {
        margin: 10px 0 0;
        font:
          600 14px ui-monospace,
          monospace;
        text-align: center;
        letter-spacing: 0.04em;
        overflow-wrap: anywhere;
        user-select: all;
      }
    `,
  ];

  constructor() {
    super();
    this.problem = '';
    this._way = 'password';
    this._isNew = false;
    this._busy = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._offer = undefined;
  }

  override render(): TemplateResult {
    const { language } = this;
    return html`<main class="card">
      <span class="mark">${icon('chat', 34)}</span>
      <h1>${language.say('welcome')}</h1>
      <p class="hint">${language.say('welcomeHint')}</p>
      <div role="tablist" @keydown=${(event: KeyboardEvent) => this.#tabKey(event)}>
        ${WAYS.map(
          (way) =>
            html`<button
              role="tab"
              id="tab-${way}"
              aria-selected=${way === this._way ? 'true' : 'false'}
              aria-controls="way"
              tabindex=${way === this._way ? 0 : -1}
              @click=${() => this.#choose(way)}
            >
              ${language.say(LABELS[way])}
            </button>`,
        )}
      </div>
      <div id="way" role="tabpanel" aria-labelledby="tab-${this._way}">${this.#form()}</div>
      ${
        this.provider === undefined
          ? nothing
          : html`<div class="or">
              <button class="plain" @click=${() => this.provider!.go()}>
                ${language.say('withProvider', { provider: this.provider.name })}
              </button>
            </div>`
      }
    </main>`;
  }

  #form(): TemplateResult {
    switch (this._way) {
      case 'password':
        return this.#passwordForm();
      case 'code':
        return this._proof !== undefined
          ? this.#nameForm()
          : this._asked === undefined
            ? this.#contactForm()
            : this.#codeForm(this._asked.contact);
      case 'link':
        return this.#linkForm();
    }
  }

  #passwordForm(): TemplateResult {
    const { language } = this;
    return this.#submits(
      (fields) => this.#byPassword(fields),
      html`
        ${this._isNew ? this.#field('displayName', language.say('displayName'), 'name') : nothing}
        ${this.#field('username', language.say('userName'), 'username')}
        ${this.#field(
          'password',
          language.say('password'),
          this._isNew ? 'new-password' : 'current-password',
          'password',
          this._isNew ? language.say('passwordHint') : '',
        )}
      `,
      language.say(this._isNew ? 'signUp' : 'signIn'),
      html`<button class="plain" type="button" @click=${() => this.#turn()}>
        ${language.say(this._isNew ? 'haveAccount' : 'noAccount')}
      </button>`,
    );
  }

  #contactForm(): TemplateResult {
    return this.#submits(
      (fields) => this.#askForCode(fields.contact!),
      this.#field('contact', this.language.say('contact'), 'tel email'),
      this.language.say('sendCode'),
    );
  }

  #codeForm(contact: string): TemplateResult {
    return this.#submits(
      (fields) => this.#byCode(fields.code!),
      html`<p class="hint">${this.language.say('codeSent', { contact })}</p>
        ${this.#field('code', this.language.say('code'), 'one-time-code', 'text', '', 'numeric')}`,
      this.language.say('signIn'),
      html`<button class="plain" type="button" @click=${() => (this._asked = undefined)}>
        ${this.language.say('back')}
      </button>`,
    );
  }

  #nameForm(): TemplateResult {
    return this.#submits(
      (fields) => this.#signUpByProof(fields.displayName!),
      html`<p class="hint">${this.language.say('newHere')}</p>
        ${this.#field('displayName', this.language.say('displayName'), 'name')}`,
      this.language.say('signUp'),
    );
  }

  #linkForm(): TemplateResult {
    const offer = this._offer;
    return html`<p class="hint">${this.language.say('linkHint')}</p>
      ${this.#problem()}
      ${
        offer === undefined
          ? html`<div class="qr"><div class="bone" .style=${'height: 180px'}></div></div>`
          : html`<div class="qr">${drawQr(offer.qr)}</div>
              <p class="link-code">${offer.link}</p>`
      }`;
  }

  #submits(
    submit: (fields: Readonly<Record<string, string>>) => Promise<void>,
    fields: TemplateResult,
    button: string,
    other: TemplateResult | typeof nothing = nothing,
  ): TemplateResult {
    return html`<form
      @submit=${(event: SubmitEvent) => {
        event.preventDefault();
        const entries = [...new FormData(event.target as HTMLFormElement)];
        void this.#try(() => submit(Object.fromEntries(entries.map(([name, value]) => [name, String(value).trim()]))));
      }}
    >
      ${fields} ${this.#problem()}
      <button class="primary" ?disabled=${this._busy}>${button}</button>
      <div class="other">${other}</div>
    </form>`;
  }

  #field(name: string, label: string, complete: string, type = 'text', hint = '', mode = 'text'): TemplateResult {
    return html`<label
      >${label}<input
        class="field"
        name=${name}
        type=${type}
        inputmode=${mode}
        autocomplete=${complete}
        autocapitalize="none"
        spellcheck="false"
        required
        placeholder=${hint}
        dir="auto"
    /></label>`;
  }

  #problem(): TemplateResult {
    return html`<div role="alert">
      ${this.problem === '' ? nothing : html`<p class="problem">${this.problem}</p>`}
    </div>`;
  }

  #turn(): void {
    this._isNew = !this._isNew;
    this.problem = '';
  }

  #choose(way: Way): void {
    this._way = way;
    this.problem = '';
    this._asked = undefined;
    this._proof = undefined;
    this._offer = undefined;
    if (way === 'link') {
      void this.#try(() => this.#offerLink());
    }
  }

  #tabKey(event: KeyboardEvent): void {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step !== undefined) {
      const direction = this.language.direction === 'rtl' ? -step : step;
      const way = WAYS[(WAYS.indexOf(this._way) + direction + WAYS.length) % WAYS.length]!;
      this.#choose(way);
      void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#tab-${way}`)?.focus());
    }
  }

  async #try(what: () => Promise<void>): Promise<void> {
    this._busy = true;
    this.problem = '';
    try {
      await what();
    } catch (error) {
      const code = error instanceof NatterError ? error.code : 'unavailable';
      // What the server says of a field is better than what we could.
      this.problem =
        error instanceof NatterError && (code === 'bad_request' || code === 'conflict' || code === 'rate_limited')
          ? error.message
          : capital(this.language.reason(code));
    } finally {
      this._busy = false;
    }
  }

  async #byPassword({ username, password, displayName }: Readonly<Record<string, string>>): Promise<void> {
    if (this._isNew) {
      await this.api.signUp(username!, password!, displayName!);
    }
    this.#done(await this.api.signIn(username!, password!, this.device));
  }

  async #askForCode(typed: string): Promise<void> {
    const contact: Contact = typed.includes('@') ? { email: typed } : { phone: typed };
    const { verificationId } = await this.api.verify(contact);
    this._asked = { id: verificationId, contact: typed };
  }

  async #byCode(code: string): Promise<void> {
    const { proof } = await this.api.checkCode(this._asked!.id, code);
    try {
      this.#done(await this.api.signInBy({ grant: 'proof', proof, device: this.device }));
    } catch (error) {
      if (!(error instanceof NatterError) || error.code !== 'user_unknown') {
        throw error;
      }
      this._proof = proof;
    }
  }

  async #signUpByProof(displayName: string): Promise<void> {
    const proof = this._proof!;
    await this.api.signUpByProof(proof, displayName);
    this.#done(await this.api.signInBy({ grant: 'proof', proof, device: this.device }));
  }

  /** Shows a link until it is approved; another one when it is over. */
  async #offerLink(): Promise<void> {
    this.#verifier = base64Url(crypto.getRandomValues(new Uint8Array(32)));
    const challenge = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(this.#verifier));
    const { name, platform } = this.device;
    const offer = await this.api.askForLink(base64Url(new Uint8Array(challenge)), name, platform);
    this._offer = offer;
    void this.#awaitApproval(offer);
  }

  async #awaitApproval(offer: LinkOffer): Promise<void> {
    while (this._offer === offer) {
      await new Promise((over) => setTimeout(over, POLL_MS));
      if (this._offer !== offer) {
        return;
      }
      try {
        this.#done(await this.api.signInBy({ grant: 'link', link: offer.link, verifier: this.#verifier }));
        this._offer = undefined;
      } catch (error) {
        if (error instanceof NatterError && error.code === 'gone') {
          await this.#try(() => this.#offerLink());
        } else if (error instanceof NatterError && error.code !== 'link_pending' && error.retryAfterMs === undefined) {
          this._offer = undefined;
          this.problem = this.language.reason(error.code);
        }
      }
    }
  }

  #done(session: Session): void {
    this.tell('natter-session', session);
  }
}

function drawQr(text: string): TemplateResult {
  const { size, data } = encode(text, { border: 0 });
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return html`<svg viewBox="0 0 ${size} ${size}" role="img" aria-label="QR" shape-rendering="crispEdges">
    ${svg`<path d=${path} fill="#171923" />`}
  </svg>`;
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1) + '.';
}

define('natter-sign-in', NatterSignIn);
