import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { DetailsPart } from './details-part.js';
import { dialogStyles } from './dialog.js';
import { define } from './element.js';
import { icon } from './icons.js';
import { theme } from './theme.js';

/** What a group or channel is about; who may change that and its name, changes it here. */
export class NatterGroupProfile extends DetailsPart {
  static override properties = {
    ...DetailsPart.properties,
    _editing: { state: true },
  };
  declare _editing: boolean;

  static override styles = [
    theme,
    dialogStyles,
    css`
      :host,
      form {
        display: grid;
        gap: 10px;
      }
      p {
        margin: 0;
        text-align: center;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      textarea {
        resize: vertical;
        max-block-size: 160px;
      }
    `,
  ];

  override begin(): void {
    super.begin();
    this._editing = false;
  }

  override render(): TemplateResult {
    const { thread } = this;
    return this._editing ? this.#form(thread) : this.#about(thread);
  }

  #about({ group, mayEdit }: Thread): TemplateResult {
    return html`
      ${group?.description ? html`<p dir="auto">${group.description}</p>` : nothing}
      ${
        mayEdit
          ? html`<button class="plain change" @click=${() => (this._editing = true)}>
              ${icon('edit', 18)}${this.language.say('changeProfile')}
            </button>`
          : nothing
      }
    `;
  }

  #form({ group, isTopic }: Thread): TemplateResult {
    const { language } = this;
    const title = language.say(isTopic ? 'channelTitle' : 'groupTitle');
    const about = language.say('channelAbout');
    return html`<form @submit=${(event: SubmitEvent) => void this.#save(event)}>
      <input
        class="field"
        name="title"
        required
        maxlength="100"
        dir="auto"
        aria-label=${title}
        .value=${group!.title}
      />
      <textarea
        class="field"
        name="about"
        rows="2"
        maxlength="500"
        dir="auto"
        placeholder=${about}
        aria-label=${about}
        .value=${group!.description ?? ''}
      ></textarea>
      <div role="status">${this._problem === '' ? nothing : html`<span class="problem">${this._problem}</span>`}</div>
      <div class="line">
        <button class="primary">${language.say('save')}</button>
        <button type="button" class="plain" @click=${() => this.begin()}>${language.say('cancel')}</button>
      </div>
    </form>`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const fields = new FormData(event.target as HTMLFormElement);
    const [title, description] = ['title', 'about'].map((name) => String(fields.get(name)).trim()) as [string, string];
    const { id, group } = this.thread;
    await this.ask(async () => {
      await this.messenger!.groups.change({
        ...{ action: 'profile', conversation: id },
        ...(title === group!.title ? {} : { title }),
        ...(description === (group!.description ?? '') ? {} : { description }),
      });
      this.begin();
    });
  }
}

define('natter-group-profile', NatterGroupProfile);
