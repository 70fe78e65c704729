import { css, html, type TemplateResult } from 'lit';
import { DetailsPart } from './details-part.js';
import { dialogStyles, outcome } from './dialog.js';
import { icon, type IconName } from './icons.js';
import { theme } from './theme.js';

/** A part that only shows what is so until somebody who may change it opens its form. */
export abstract class DetailsForm extends DetailsPart {
  static override properties = {
    ...DetailsPart.properties,
    _changing: { state: true },
  };
  declare _changing: boolean;

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
      }
    `,
  ];

  override begin(): void {
    super.begin();
    this._changing = false;
  }

  /** What opens the form. */
  protected opener(sign: IconName, words: string): TemplateResult {
    return html`<button class="plain change" @click=${() => (this._changing = true)}>
      ${icon(sign, 18)}${words}
    </button>`;
  }

  /** The form with these fields; `save` asks the server for what they say, and then it closes. */
  protected form(fields: TemplateResult, save: (fields: FormData) => Promise<void>): TemplateResult {
    const { language } = this;
    const submit = (event: SubmitEvent) => {
      event.preventDefault();
      const said = new FormData(event.target as HTMLFormElement);
      void this.ask(async () => {
        await save(said);
        this.begin();
      });
    };
    return html`<form @submit=${submit}>
      ${fields} ${outcome(this._problem)}
      <div class="line">
        <button class="primary">${language.say('save')}</button>
        <button type="button" class="plain" @click=${() => this.begin()}>${language.say('cancel')}</button>
      </div>
    </form>`;
  }
}
