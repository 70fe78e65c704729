import type { GroupView, UserId } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import './conversation-settings.js';
import { dialogStyles, dialogTop, outcome, personForm } from './dialog.js';
import { MessengerElement, define } from './element.js';
import type { DetailsPart } from './details-part.js';
import { personFace, threadFace } from './faces.js';
import './group-profile.js';
import { icon } from './icons.js';
import './invitation.js';
import './picture-choice.js';
import type { NatterPictureChoice } from './picture-choice.js';
import './readers.js';
import { channelKind, codeOf, nameOf, presenceOf, titleOf } from './say.js';
import { theme } from './theme.js';

const PARTS =
  'natter-group-profile, natter-conversation-settings, natter-invitation, natter-readers, natter-picture-choice';

type Member = NonNullable<GroupView['members']>[number];

/**
 * Who one talks with: a person, who can be blocked, a group with its members, or a channel with its readers and, for those
 * who publish, who they are. `open` shows it.
 */
export class NatterDetailsDialog extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    _problem: { state: true },
    _blocked: { state: true },
  };
  declare thread: Thread | undefined;
  declare _problem: string;
  declare _blocked: boolean | undefined;

  static override styles = [
    theme,
    dialogStyles,
    css`
      h2 {
        margin: 6px 0 -6px;
        font-size: 13.5px;
        font-weight: 650;
        color: var(--_accent);
      }
      .round[aria-pressed='true'] {
        color: var(--_accent);
      }
    `,
  ];

  constructor() {
    super();
    this._problem = '';
  }

  async open(): Promise<void> {
    this._problem = '';
    this._blocked = undefined;
    this.renderRoot.querySelectorAll<DetailsPart | NatterPictureChoice>(PARTS).forEach((part) => part.begin());
    this.renderRoot.querySelector('dialog')!.showModal();
    const messenger = this.messenger!;
    const { thread } = this;
    if (thread !== undefined) {
      void messenger.groups.load(thread);
    }
    const peer = thread?.peer;
    if (peer !== undefined && peer !== messenger.me) {
      try {
        this._blocked = (await messenger.api.blocked(await messenger.token())).includes(peer);
      } catch (error) {
        this._problem = this.language.reason(codeOf(error));
      }
    }
  }

  override render(): TemplateResult {
    const { language, messenger, thread } = this;
    if (messenger === undefined || thread === undefined) {
      return html`<dialog aria-label=${language.say('info')}></dialog>`;
    }
    const title = titleOf(messenger, thread, language);
    return html`<dialog aria-label=${title}>
      ${dialogTop(language, '', () => this.#close())}
      <div class="dialog-body">
        <div class="face">
          ${this.#face(thread, title)}
          <strong dir="auto">${title}</strong>
          <span>${this.#about(thread)}</span>
        </div>
        ${thread.group === undefined ? this.#person(thread) : this.#group(thread, thread.group)}
        ${outcome(this._problem)}
      </div>
    </dialog>`;
  }

  #face(thread: Thread, title: string): TemplateResult {
    const messenger = this.messenger!;
    const face = threadFace(messenger, thread, title);
    return thread.mayEdit
      ? html`<natter-picture-choice
          .hasPicture=${Boolean(thread.group?.avatar)}
          .change=${(picture: Blob | undefined) => messenger.pictures.changeOf(thread, picture)}
          >${face}</natter-picture-choice
        >`
      : face;
  }

  #about(thread: Thread): string {
    const messenger = this.messenger!;
    if (thread.peer === undefined) {
      const count = thread.isGroup ? thread.group?.members?.length : undefined;
      return count === undefined ? channelKind(thread, this.language) : this.language.count('members', count);
    }
    const profile = messenger.profiles.get(thread.peer);
    const name = profile?.username === undefined ? '' : `@${profile.username}`;
    return [name, profile?.about ?? '', presenceOf(messenger, thread.peer, this.language)].filter(Boolean).join(' · ');
  }

  #person(thread: Thread): TemplateResult {
    return html`
      <natter-conversation-settings .messenger=${this.messenger} .thread=${thread}></natter-conversation-settings>
      ${this._blocked === undefined ? nothing : this.#blocking(thread)}
    `;
  }

  #blocking(thread: Thread): TemplateResult {
    return html`<button class="plain ${this._blocked ? '' : 'danger'}" @click=${() => void this.#block(thread.peer!)}>
      ${this.language.say(this._blocked ? 'unblock' : 'block')}
    </button>`;
  }

  #group(thread: Thread, group: GroupView): TemplateResult {
    return html`
      ${
        group.description || thread.mayEdit
          ? html`<natter-group-profile .messenger=${this.messenger} .thread=${thread}></natter-group-profile>`
          : nothing
      }
      ${
        thread.isGroup
          ? html`<natter-conversation-settings
              .messenger=${this.messenger}
              .thread=${thread}
            ></natter-conversation-settings>`
          : nothing
      }
      ${
        group.settings.public === true || thread.isAdmin
          ? html`<natter-invitation .messenger=${this.messenger} .thread=${thread}></natter-invitation>`
          : nothing
      }
      ${
        thread.isTopic
          ? html`<natter-readers
              .messenger=${this.messenger}
              .thread=${thread}
              @natter-decided=${() => this.#close()}
            ></natter-readers>`
          : nothing
      }
      ${group.members === undefined ? nothing : this.#members(thread, group, group.members)}
    `;
  }

  #members(thread: Thread, group: GroupView, members: readonly Member[]): TemplateResult {
    const { language } = this;
    const { isAdmin, isTopic } = thread;
    const addMember = language.say(isTopic ? 'addPublisher' : 'addMember');
    return html`
      ${isTopic ? html`<h2>${language.say('whoPublishes')}</h2>` : nothing}
      ${
        isAdmin || group.settings.add === 'everybody'
          ? personForm(addMember, language.say('add'), (field) => void this.#add(field, thread))
          : nothing
      }
      <ul class="people">
        ${members.map((member) => this.#member(thread, member, isAdmin))}
      </ul>
      <button
        class="plain danger"
        @click=${() => void this.#ask(() => this.messenger!.groups.change({ action: 'leave', conversation: thread.id }), true)}
      >
        ${language.say(isTopic ? 'stopPublishing' : 'leaveGroup')}
      </button>
    `;
  }

  #member(thread: Thread, member: Member, isAdmin: boolean): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const { userId, role } = member;
    const name = userId === messenger.me ? language.say('you') : nameOf(messenger, userId);
    const change = (action: 'promote' | 'demote' | 'remove') =>
      this.#ask(() => messenger.groups.change({ action, conversation: thread.id, members: [userId] }));
    return html`<li>
      ${personFace(messenger, userId)}
      <span class="name cut" dir="auto">${name}</span>
      ${role === 'member' ? nothing : html`<small>${language.say(role)}</small>`}
      ${
        isAdmin && role !== 'owner' && userId !== messenger.me
          ? html`<button
                class="round"
                aria-pressed=${role === 'admin' ? 'true' : 'false'}
                aria-label=${language.say('makeAdmin', { name })}
                title=${language.say('makeAdmin', { name })}
                @click=${() => void change(role === 'admin' ? 'demote' : 'promote')}
              >
                ${icon('star', 20)}</button
              ><button
                class="round"
                aria-label=${language.say('removeMember', { name })}
                title=${language.say('removeMember', { name })}
                @click=${() => void change('remove')}
              >
                ${icon('close', 20)}
              </button>`
          : nothing
      }
    </li>`;
  }

  async #add(field: HTMLInputElement, thread: Thread): Promise<void> {
    const name = field.value.trim();
    await this.#ask(async () => {
      const { userId } = await this.messenger!.find(name);
      await this.messenger!.groups.change({ action: 'add', conversation: thread.id, members: [userId] });
      field.value = '';
    });
  }

  async #block(user: UserId): Promise<void> {
    await this.#ask(async () => {
      const messenger = this.messenger!;
      const token = await messenger.token();
      await (this._blocked === true ? messenger.api.unblock(token, user) : messenger.api.block(token, user));
      this._blocked = this._blocked !== true;
    });
  }

  async #ask(what: () => Promise<void>, closes = false): Promise<void> {
    try {
      await what();
      this._problem = '';
      if (closes) {
        this.#close();
      }
    } catch (error) {
      this._problem = this.language.reason(codeOf(error));
    }
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')!.close();
  }
}

define('natter-details-dialog', NatterDetailsDialog);
