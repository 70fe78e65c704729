import { css, html, nothing, type TemplateResult } from 'lit';
import { inviteAddress, type InviteLink } from '../model/invite-link.js';
import type { Thread } from '../model/thread.js';
import { DetailsPart } from './details-part.js';
import { dialogStyles } from './dialog.js';
import { define } from './element.js';
import { theme } from './theme.js';

/** The link by which others come into a group or to a channel: that of a public channel, else one that admins make and end. */
export class NatterInvitation extends DetailsPart {
  static override properties = {
    ...DetailsPart.properties,
    _link: { state: true },
    _copied: { state: true },
    _ended: { state: true },
  };
  /** The one that was made just now. Nobody is told of it again. */
  declare _link: InviteLink | undefined;
  declare _copied: boolean;
  /** Whether it was ended just now. */
  declare _ended: boolean;

  static override styles = [
    theme,
    dialogStyles,
    css`
      :host {
        display: grid;
        gap: 14px;
      }
      p {
        margin: 0;
        font-size: 13.5px;
        color: var(--_muted);
      }
    `,
  ];

  override begin(): void {
    super.begin();
    this._link = undefined;
    this._copied = false;
    this._ended = false;
  }

  override render(): TemplateResult {
    const { thread } = this;
    const isPublic = thread.group?.settings.public === true;
    const link = isPublic ? { conversation: thread.id } : this._link;
    return html`
      ${link === undefined ? nothing : this.#address(link)}
      ${thread.isAdmin && !isPublic ? this.#manage(thread) : nothing}
    `;
  }

  #address(link: InviteLink): TemplateResult {
    const { language, thread } = this;
    return html`<div class="line">
      <input
        class="field"
        readonly
        aria-label=${language.say(thread.isTopic ? 'channelLink' : 'groupLink')}
        .value=${inviteAddress(link, location.href)}
        @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
      />
      <button class="plain" @click=${() => void this.#copy(link)}>
        ${language.say(this._copied ? 'linkCopied' : 'copyLink')}
      </button>
    </div>`;
  }

  #manage(thread: Thread): TemplateResult {
    const { language } = this;
    return html`
      ${
        this._link === undefined
          ? html`<p>${language.say(thread.isTopic ? 'newLinkHint' : 'newGroupLinkHint')}</p>`
          : nothing
      }
      <div class="line">
        ${
          this._link === undefined
            ? html`<button class="plain" @click=${() => void this.#make(thread)}>${language.say('newLink')}</button>`
            : nothing
        }
        <button class="plain danger" @click=${() => void this.#end(thread)}>${language.say('endLink')}</button>
      </div>
      <div role="status">
        ${this._ended ? html`<p>${language.say('linkEnded')}</p>` : nothing}
        ${this._problem === '' ? nothing : html`<p class="problem">${this._problem}</p>`}
      </div>
    `;
  }

  async #copy(link: InviteLink): Promise<void> {
    try {
      await navigator.clipboard.writeText(inviteAddress(link, location.href));
      this._copied = true;
    } catch {
      // The browser does not let us: then it is marked, to be copied by hand.
      this.renderRoot.querySelector<HTMLInputElement>('input[readonly]')?.select();
    }
  }

  #make(thread: Thread): Promise<void> {
    return this.ask(async () => {
      const link = await this.messenger!.groups.invite(thread);
      this.begin();
      this._link = link;
    });
  }

  #end(thread: Thread): Promise<void> {
    return this.ask(async () => {
      await this.messenger!.groups.endInvitation(thread);
      this.begin();
      this._ended = true;
    });
  }
}

define('natter-invitation', NatterInvitation);
