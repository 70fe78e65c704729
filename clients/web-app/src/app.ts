import { NatterApi, NatterError, SessionTokens, type ConversationId, type Session } from '@natter/sdk';
import {
  NatterElement,
  Notifications,
  define,
  icon,
  readInvite,
  theme,
  useLanguage,
  type Look,
  type NatterChat,
  type NatterSettingsDialog,
  type Provider,
  type Thread,
} from '@natter/ui';
import { css, html, nothing, type TemplateResult } from 'lit';
import { deviceName } from './device-name.js';
import { findProvider, takeReturn } from './provider.js';
import { SessionStore } from './session-store.js';
import { enter, type SignedIn } from './signed-in.js';

const LOOK = 'natter-look';
const LANGUAGE = 'natter-language';
const NOTIFIES = 'natter-notifies';

/** The app: signs in, then chats. Tabs of one browser are signed in together. */
export class NatterApp extends NatterElement {
  static override properties = {
    _signedIn: { state: true },
    _ready: { state: true },
    _problem: { state: true },
    _provider: { state: true },
    _look: { state: true },
    _notifies: { state: true },
  };
  declare _signedIn: SignedIn | undefined;
  declare _ready: boolean;
  declare _problem: string;
  declare _provider: Provider | undefined;
  declare _look: Look;
  declare _notifies: boolean;
  #notifications: Notifications | undefined;
  readonly #api = new NatterApi(location.origin);
  readonly #sessions = new SessionStore();
  readonly #tabs = new BroadcastChannel('natter-app');
  readonly #device = { name: deviceName(), platform: 'web' };

  static override styles = [
    theme,
    css`
      :host {
        display: block;
      }
      natter-chat,
      natter-sign-in {
        block-size: 100%;
      }
    `,
  ];

  constructor() {
    super();
    this._ready = false;
    this._problem = '';
    this._look = (localStorage.getItem(LOOK) as Look | null) ?? 'light dark';
    this.#lookLike(this._look);
    this._notifies = localStorage.getItem(NOTIFIES) === 'true';
    const chosen = localStorage.getItem(LANGUAGE);
    if (chosen !== null) {
      useLanguage(chosen);
    }
    this.#speak();
    this.#tabs.onmessage = () => location.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#begin();
    const look = () => this._signedIn?.messenger.setActive(document.visibilityState === 'visible');
    const online = () => this._signedIn?.messenger.reconnect();
    const back = () => this.#goWhere();
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', online);
    window.addEventListener('popstate', back);
    this.untilGone(() => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', online);
      window.removeEventListener('popstate', back);
    });
  }

  override render(): TemplateResult | typeof nothing {
    if (!this._ready) {
      return nothing;
    }
    const signedIn = this._signedIn;
    if (signedIn === undefined) {
      return html`<natter-sign-in
        .api=${this.#api}
        .device=${this.#device}
        .provider=${this._provider}
        problem=${this._problem}
        @natter-session=${(event: CustomEvent<Session>) => void this.#take(event.detail)}
      ></natter-sign-in>`;
    }
    return html`
      <natter-chat
        .messenger=${signedIn.messenger}
        @natter-opened=${(event: CustomEvent<Thread | null>) => this.#remember(event.detail ?? undefined)}
      >
        <button
          slot="bar"
          class="round"
          aria-label=${this.language.say('settings')}
          title=${this.language.say('settings')}
          @click=${() => void this.#settings?.open()}
        >
          ${icon('settings')}
        </button>
      </natter-chat>
      <natter-settings-dialog
        .messenger=${signedIn.messenger}
        .look=${this._look}
        ?notifies=${this._notifies}
        @natter-notify=${(event: CustomEvent<boolean>) => this.#notify(event.detail)}
        @natter-look=${(event: CustomEvent<Look>) => this.#lookLike(event.detail)}
        @natter-language=${(event: CustomEvent<string>) => this.#speakIn(event.detail)}
        @natter-sign-out=${() => void this.#leave(() => signedIn.signOut())}
      ></natter-settings-dialog>
    `;
  }

  get #settings(): NatterSettingsDialog | null {
    return this.renderRoot.querySelector('natter-settings-dialog');
  }

  get #chat(): NatterChat | null {
    return this.renderRoot.querySelector('natter-chat');
  }

  async #begin(): Promise<void> {
    const session = await this.#sessions.load();
    if (session === undefined) {
      await this.#beginSignedOut();
    } else {
      this.#enter(session);
    }
    this._ready = true;
    await this.updateComplete;
    this.#goWhere();
  }

  async #beginSignedOut(): Promise<void> {
    findProvider()
      .then((provider) => (this._provider = provider))
      .catch(() => undefined); // Then there is no button for it.
    const grant = takeReturn(this.#device);
    if (grant !== undefined) {
      try {
        await this.#take(await this.#api.signInBy(grant));
      } catch (error) {
        this._problem = this.language.reason(error instanceof NatterError ? error.code : 'unavailable');
      }
    }
  }

  async #take(session: Session): Promise<void> {
    const kept = new SessionTokens(this.#api, session).session;
    await this.#sessions.save(kept);
    this.#enter(kept);
    this.#tabs.postMessage('signed in');
  }

  #enter(session: Parameters<typeof enter>[1]): void {
    const signedIn = enter(this.#api, session, this.#sessions);
    const { messenger } = signedIn;
    messenger.subscribe(() => {
      document.title = messenger.unread === 0 ? 'Natter' : `(${messenger.unread}) Natter`;
      const { status } = messenger;
      if (status.kind === 'over' && (status.why === 'revoked' || status.why === 'signed out')) {
        this._problem = this.language.say('signedOut');
        void this.#leave(() => signedIn.forget());
      }
    });
    this._signedIn = signedIn;
    this.#notifications = new Notifications(messenger, (thread) => this.#show(thread));
    if (this._notifies) {
      this.#notifications.start();
    }
    void messenger.start();
  }

  async #leave(end: () => Promise<void>): Promise<void> {
    if (this._signedIn !== undefined) {
      this._signedIn = undefined;
      this.#notifications?.stop();
      document.title = 'Natter';
      history.replaceState(null, '', '/');
      await end();
      this.#tabs.postMessage('signed out');
    }
  }

  /** The address names the conversation, so that a reload and the back button do what one expects. */
  #remember(thread: Thread | undefined): void {
    const address = thread === undefined ? '/' : `/#${thread.id}`;
    if (location.pathname + location.hash !== address) {
      history.pushState(null, '', address);
    }
  }

  #goWhere(): void {
    const id = location.hash.slice(1) as ConversationId;
    const chat = this.#chat;
    if (chat === null || this._signedIn === undefined) {
      return;
    }
    const invitation = readInvite(id);
    if (invitation === undefined) {
      chat.thread = /^[dg]-[0-9a-z-]+$/.test(id) ? this._signedIn.messenger.thread(id) : undefined;
    } else {
      void chat.showInvited(invitation);
    }
  }

  #show(thread: Thread): void {
    const chat = this.#chat;
    if (chat !== null) {
      chat.thread = thread;
    }
  }

  #notify(on: boolean): void {
    this._notifies = on;
    localStorage.setItem(NOTIFIES, String(on));
    if (on) {
      this.#notifications?.start();
    } else {
      this.#notifications?.stop();
    }
  }

  #lookLike(look: Look): void {
    this._look = look;
    localStorage.setItem(LOOK, look);
    document.documentElement.dataset.look = look;
  }

  #speakIn(tag: string): void {
    localStorage.setItem(LANGUAGE, tag);
    useLanguage(tag);
    this.#speak();
  }

  #speak(): void {
    document.documentElement.lang = this.language.tag;
    document.documentElement.dir = this.language.direction;
  }
}

define('natter-app', NatterApp);
