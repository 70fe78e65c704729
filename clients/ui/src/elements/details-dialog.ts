import type { GroupView, UserId } from '@natter/sdk';
import { html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import './avatar.js';
import { dialogStyles, dialogTop } from './dialog.js';
import { MessengerElement, define } from './element.js';
import { icon } from './icons.js';
import { nameOf, presenceOf, titleOf } from './say.js';
import { theme } from './theme.js';

type Member = GroupView['members'][number];

/** Who one talks with: a person, who can be blocked, or a group with its members. `open` shows it. */
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

  static override styles = [theme, dialogStyles];

  constructor() {
    super();
    this._problem = '';
  }

  async open(): Promise<void> {
    this._problem = '';
    this._blocked = undefined;
    this.renderRoot.querySelector('dialog')!.showModal();
    const messenger = this.messenger!;
    const peer = this.thread?.peer;
    if (peer !== undefined && peer !== messenger.me) {
      try {
        this._blocked = (await messenger.api.blocked(await messenger.token())).includes(peer);
      } catch {
        this._problem = this.language.say('cannotLoad');
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
          <natter-avatar .name=${title} of=${thread.peer ?? thread.id}></natter-avatar>
          <strong dir="auto">${title}</strong>
          <span>${this.#about(thread)}</span>
        </div>
        ${thread.group === undefined ? this.#person(thread) : this.#group(thread, thread.group)}
        <div role="status">${this._problem === '' ? nothing : html`<p class="problem">${this._problem}</p>`}</div>
      </div>
    </dialog>`;
  }

  #about(thread: Thread): string {
    const messenger = this.messenger!;
    if (thread.peer === undefined) {
      return thread.group === undefined ? '' : this.language.count('members', thread.group.members.length);
    }
    const profile = messenger.profiles.get(thread.peer);
    const name = profile?.username === undefined ? '' : `@${profile.username}`;
    return [name, profile?.about ?? '', presenceOf(messenger, thread.peer, this.language)].filter(Boolean).join(' · ');
  }

  #person(thread: Thread): TemplateResult | typeof nothing {
    if (this._blocked === undefined) {
      return nothing;
    }
    return html`<button class="plain ${this._blocked ? '' : 'danger'}" @click=${() => void this.#block(thread.peer!)}>
      ${this.language.say(this._blocked ? 'unblock' : 'block')}
    </button>`;
  }

  #group(thread: Thread, group: GroupView): TemplateResult {
    const { language } = this;
    const own = group.members.find((member) => member.userId === this.messenger!.me);
    const isAdmin = own?.role === 'owner' || own?.role === 'admin';
    return html`
      ${
        isAdmin || group.settings.add === 'everybody'
          ? html`<form class="line" @submit=${(event: Event) => void this.#add(event, thread)}>
              <input
                class="field"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder=${language.say('addMember')}
                aria-label=${language.say('addMember')}
              />
              <button class="plain">${language.say('add')}</button>
            </form>`
          : nothing
      }
      <ul class="people">
        ${group.members.map((member) => this.#member(thread, member, isAdmin))}
      </ul>
      <button
        class="plain danger"
        @click=${() => void this.#ask(() => this.messenger!.changeGroup({ action: 'leave', conversation: thread.id }), true)}
      >
        ${language.say('leaveGroup')}
      </button>
    `;
  }

  #member(thread: Thread, member: Member, isAdmin: boolean): TemplateResult {
    const { language } = this;
    const messenger = this.messenger!;
    const { userId, role } = member;
    const name = userId === messenger.me ? language.say('you') : nameOf(messenger, userId);
    return html`<li>
      <natter-avatar .name=${nameOf(messenger, userId)} of=${userId}></natter-avatar>
      <span class="name cut" dir="auto">${name}</span>
      ${role === 'member' ? nothing : html`<small>${language.say(role)}</small>`}
      ${
        isAdmin && role !== 'owner' && userId !== messenger.me
          ? html`<button
              class="round"
              aria-label=${language.say('removeMember', { name })}
              @click=${() =>
                void this.#ask(() =>
                  messenger.changeGroup({ action: 'remove', conversation: thread.id, members: [userId] }),
                )}
            >
              ${icon('close', 20)}
            </button>`
          : nothing
      }
    </li>`;
  }

  async #add(event: Event, thread: Thread): Promise<void> {
    event.preventDefault();
    const field = this.renderRoot.querySelector<HTMLInputElement>('form input')!;
    const name = field.value.trim();
    await this.#ask(async () => {
      const found = await this.messenger!.find(name);
      await this.messenger!.changeGroup({ action: 'add', conversation: thread.id, members: [found!.userId] });
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
      this._problem = this.language.reason((error as { readonly code?: string }).code ?? 'unavailable');
    }
  }

  #close(): void {
    this.renderRoot.querySelector('dialog')!.close();
  }
}

define('natter-details-dialog', NatterDetailsDialog);
