import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { DetailsForm } from './details-form.js';
import { define } from './element.js';

/** What a group or channel is about; who may change that and its name, changes it here. */
export class NatterGroupProfile extends DetailsForm {
  static override styles = [
    ...DetailsForm.styles,
    css`
      .about {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
      textarea {
        resize: vertical;
        max-block-size: 160px;
      }
    `,
  ];

  override render(): TemplateResult {
    const { thread } = this;
    return this._changing ? this.form(this.#fields(thread), (fields) => this.#save(fields)) : this.#about(thread);
  }

  #about({ group, mayEdit }: Thread): TemplateResult {
    return html`
      ${group?.description ? html`<p class="about" dir="auto">${group.description}</p>` : nothing}
      ${mayEdit ? this.opener('edit', this.language.say('changeProfile')) : nothing}
    `;
  }

  #fields({ group, isTopic }: Thread): TemplateResult {
    const { language } = this;
    const title = language.say(isTopic ? 'channelTitle' : 'groupTitle');
    const about = language.say('channelAbout');
    return html`
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
    `;
  }

  #save(fields: FormData): Promise<void> {
    const [title, description] = ['title', 'about'].map((name) => String(fields.get(name)).trim()) as [string, string];
    const { id, group } = this.thread;
    return this.messenger!.groups.change({
      ...{ action: 'profile', conversation: id },
      ...(title === group!.title ? {} : { title }),
      ...(description === (group!.description ?? '') ? {} : { description }),
    });
  }
}

define('natter-group-profile', NatterGroupProfile);
