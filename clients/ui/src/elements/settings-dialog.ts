import type { Audience, Device, LinkedDevice, OwnProfile, Privacy, ProfileChange, UserId } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import { Language } from '../words/language.js';
import { check, choice, choiceStyles } from './choices.js';
import { dialogStyles, dialogTop, outcome } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { personFace } from './faces.js';
import { icon } from './icons.js';
import { Notifications } from './notifications.js';
import './picture-choice.js';
import type { NatterPictureChoice } from './picture-choice.js';
import { codeOf, nameOf } from './say.js';
import { theme } from './theme.js';

const AUDIENCES: readonly Audience[] = ['everyone', 'contacts', 'nobody'];
const AUDIENCE_WORDS = { everyone: 'everyone', contacts: 'contacts', nobody: 'nobodySees' } as const;
const LOOKS = { 'light dark': 'automatic', light: 'light', dark: 'dark' } as const;

/** How the page looks: a value of CSS' `color-scheme`. */
export type Look = keyof typeof LOOKS;

interface Account {
  readonly profile: OwnProfile;
  readonly privacy: Privacy;
  readonly devices: readonly Device[];
  readonly blocked: readonly UserId[];
}

/**
 * One's profile, appearance, language, privacy, devices and whom one has blocked. `open` shows it. Tells `natter-look`
 * and `natter-language` when another is chosen, `natter-notify` with whether the browser is to tell of messages, which it allows
 * then, and `natter-sign-out`.
 */
export class NatterSettingsDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    look: {},
    notifies: { type: Boolean },
    _account: { state: true },
    _message: { state: true },
    _link: { state: true },
  };
  declare look: Look;
  /** Whether the browser tells of new messages. */
  declare notifies: boolean;
  declare _account: Account | undefined;
  declare _message: string;
  declare _link: { readonly link: string; readonly device: LinkedDevice } | undefined;

  static override styles = [
    theme,
    dialogStyles,
    choiceStyles,
    css`
      section {
        display: grid;
        gap: 10px;
        padding-block-start: 14px;
        border-block-start: 1px solid var(--_line);
      }
      h3 {
        margin: 0;
        font-size: 15px;
      }
      form label {
        display: grid;
        gap: 4px;
        font-size: 14px;
        color: var(--_muted);
      }
      form label .field {
        color: var(--_text);
      }
      .ask {
        padding: 12px 14px;
        border-radius: 14px;
        background: var(--_selected);
      }
      .link-code {
        font-family: ui-monospace, monospace;
      }
    `,
  ];

  constructor() {
    super();
    this.look = 'light dark';
    this.notifies = false;
    this._message = '';
  }

  async open(): Promise<void> {
    this._message = '';
    this._link = undefined;
    this.renderRoot.querySelector<NatterPictureChoice>('natter-picture-choice')?.begin();
    this.renderRoot.querySelector('dialog')!.showModal();
    await this.#ask(() => this.#load());
  }

  override render(): TemplateResult {
    const { language } = this;
    const account = this._account;
    return html`<dialog aria-labelledby="title">
      ${dialogTop(language, language.say('settings'), () => this.renderRoot.querySelector('dialog')!.close())}
      <div class="dialog-body">
        ${outcome(this._message)}
        ${
          account === undefined
            ? html`<div class="bone" .style=${'height: 160px'}></div>`
            : this.#profile(account.profile)
        }
        ${this.#appearance()}
        ${
          account === undefined
            ? nothing
            : html`${this.#privacy(account.privacy)} ${this.#devices(account.devices)} ${this.#blocked(account.blocked)}`
        }
        <button class="plain danger" @click=${() => this.tell('natter-sign-out')}>${language.say('signOut')}</button>
      </div>
    </dialog>`;
  }

  #profile(profile: OwnProfile): TemplateResult {
    const { language } = this;
    const { me, pictures, profiles } = this.messenger!;
    return html`<div class="face">
        <natter-picture-choice
          .hasPicture=${Boolean(profiles.get(me)?.avatar)}
          .change=${(picture: Blob | undefined) => pictures.changeOwn(picture)}
          >${personFace(this.messenger!, me)}</natter-picture-choice
        >
        <span>${profile.username === undefined ? '' : `@${profile.username}`}</span>
      </div>
      <form @submit=${(event: SubmitEvent) => this.#saveProfile(event)}>
        <label
          >${language.say('displayName')}<input
            class="field"
            name="displayName"
            required
            maxlength="64"
            dir="auto"
            .value=${profile.displayName}
        /></label>
        <label
          >${language.say('about')}<input
            class="field"
            name="about"
            maxlength="140"
            dir="auto"
            .value=${profile.about ?? ''}
        /></label>
        ${profile.username === undefined ? this.#username() : nothing}
        <button class="plain">${language.say('save')}</button>
      </form>`;
  }

  /** Who came by a code or by another provider has none yet, and is found by nobody. */
  #username(): TemplateResult {
    const { language } = this;
    return html`<label
      >${language.say('userName')}<input
        class="field"
        name="username"
        pattern="[A-Za-z0-9_.]{3,32}"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        placeholder=${language.say('userNameHint')}
    /></label>`;
  }

  #appearance(): TemplateResult {
    const { language } = this;
    return html`<section>
      <h3>${language.say('appearance')}</h3>
      ${choice(
        'look',
        language.say('appearance'),
        (Object.keys(LOOKS) as Look[]).map((look) => [look, language.say(LOOKS[look])]),
        this.look,
        (look) => this.tell('natter-look', look),
      )}
      ${choice(
        'language',
        language.say('language'),
        Language.tags.map((tag) => [tag, new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag]),
        language.tag.split('-')[0]!,
        (tag) => this.tell('natter-language', tag),
      )}
      ${check('notify', language.say('notify'), this.notifies, (wanted) => void this.#notify(wanted))}
    </section>`;
  }

  async #notify(wanted: boolean): Promise<void> {
    this.notifies = wanted;
    this._message = '';
    if (wanted && !(await Notifications.ask())) {
      this.notifies = false;
      this._message = this.language.say('notifyRefused');
      return;
    }
    this.tell('natter-notify', wanted);
  }

  #privacy(privacy: Privacy): TemplateResult {
    const { language } = this;
    const audiences = AUDIENCES.map((audience): [Audience, string] => [
      audience,
      language.say(AUDIENCE_WORDS[audience]),
    ]);
    return html`<section>
      <h3>${language.say('privacy')}</h3>
      ${choice('online', language.say('showOnline'), audiences, privacy.online, (online) =>
        this.#savePrivacy({ ...privacy, online }),
      )}
      ${choice('lastSeen', language.say('showLastSeen'), audiences, privacy.lastSeen, (lastSeen) =>
        this.#savePrivacy({ ...privacy, lastSeen }),
      )}
      ${check('hideReadMarks', language.say('hideReadMarks'), privacy.hideReadMarks ?? false, (hideReadMarks) =>
        this.#savePrivacy({ ...privacy, hideReadMarks }),
      )}
    </section>`;
  }

  #devices(devices: readonly Device[]): TemplateResult {
    const { language } = this;
    const link = this._link;
    return html`<section>
      <h3>${language.say('devices')}</h3>
      <ul class="people">
        ${devices.map(
          (device) =>
            html`<li>
              ${icon('device')}
              <span class="name cut"
                >${device.name}<br /><small
                  >${
                    device.current
                      ? language.say('thisDevice')
                      : language.say('addedAt', { time: language.short(device.addedAt) })
                  }</small
                ></span
              >
              ${
                device.current
                  ? nothing
                  : html`<button
                      class="round"
                      aria-label=${language.say('removeDevice', { name: device.name })}
                      @click=${() => void this.#ask(() => this.#removeDevice(device))}
                    >
                      ${icon('trash', 20)}
                    </button>`
              }
            </li>`,
        )}
      </ul>
      ${
        link === undefined
          ? html`<form class="line" @submit=${(event: SubmitEvent) => this.#lookAtLink(event)}>
              <input
                class="field link-code"
                name="link"
                required
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder=${language.say('linkCode')}
                aria-label=${language.say('linkCode')}
              />
              <button class="plain">${language.say('linkLook')}</button>
            </form>`
          : html`<div class="ask" role="alert">
              ${language.say('linkAsks', { name: link.device.name, address: link.device.address })}
              <div class="line">
                <button class="primary" @click=${() => void this.#ask(() => this.#approve(link.link))}>
                  ${language.say('linkAllow')}
                </button>
                <button class="plain" @click=${() => (this._link = undefined)}>${language.say('cancel')}</button>
              </div>
            </div>`
      }
    </section>`;
  }

  #blocked(blocked: readonly UserId[]): TemplateResult {
    const { language } = this;
    return html`<section>
      <h3>${language.say('blocked')}</h3>
      ${blocked.length === 0 ? html`<small>${language.say('noneBlocked')}</small>` : nothing}
      <ul class="people">
        ${blocked.map(
          (user) =>
            html`<li>
              ${personFace(this.messenger!, user)}
              <span class="name cut" dir="auto">${nameOf(this.messenger!, user)}</span>
              <button class="plain" @click=${() => void this.#ask(() => this.#unblock(user))}>
                ${language.say('unblock')}
              </button>
            </li>`,
        )}
      </ul>
    </section>`;
  }

  async #load(): Promise<void> {
    const { api } = this.messenger!;
    const token = await this.messenger!.token();
    const [profile, privacy, devices, blocked] = await Promise.all([
      api.me(token),
      api.privacy(token),
      api.devices(token),
      api.blocked(token),
    ]);
    this.messenger!.profiles.learn(profile);
    this._account = { profile, privacy, devices, blocked };
  }

  #saveProfile(event: SubmitEvent): void {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    const username = text('username');
    const change = {
      displayName: text('displayName'),
      about: text('about'),
      ...(username === '' ? {} : { username }),
    };
    void this.#ask(() => this.#changeProfile(change));
  }

  async #changeProfile(change: ProfileChange): Promise<void> {
    const { api, profiles, token } = this.messenger!;
    try {
      const profile = await api.changeMe(await token(), change);
      profiles.learn(profile);
      this._account = { ...this._account!, profile };
      this._message = this.language.say('saved');
    } catch (error) {
      if (codeOf(error) !== 'conflict') {
        throw error;
      }
      this._message = this.language.say('userNameTaken');
    }
  }

  #savePrivacy(privacy: Privacy): void {
    void this.#ask(async () => {
      const saved = await this.messenger!.api.changePrivacy(await this.messenger!.token(), privacy);
      this._account = { ...this._account!, privacy: saved };
      this._message = this.language.say('saved');
    });
  }

  async #removeDevice(device: Device): Promise<void> {
    await this.messenger!.api.removeDevice(await this.messenger!.token(), device.deviceId);
    await this.#load();
  }

  async #unblock(user: UserId): Promise<void> {
    await this.messenger!.api.unblock(await this.messenger!.token(), user);
    await this.#load();
  }

  #lookAtLink(event: SubmitEvent): void {
    event.preventDefault();
    const typed = String(new FormData(event.target as HTMLFormElement).get('link')).trim();
    const link = typed.split('/').at(-1)!;
    void this.#ask(async () => {
      this._link = { link, device: await this.messenger!.api.link(await this.messenger!.token(), link) };
    });
  }

  async #approve(link: string): Promise<void> {
    await this.messenger!.api.approveLink(await this.messenger!.token(), link);
    this._link = undefined;
    this._message = this.language.say('linkDone');
  }

  async #ask(what: () => Promise<void>): Promise<void> {
    this._message = '';
    try {
      await what();
    } catch (error) {
      this._message = this.language.reason(codeOf(error));
    }
  }
}

define('natter-settings-dialog', NatterSettingsDialog);
