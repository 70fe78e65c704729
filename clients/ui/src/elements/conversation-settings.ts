import type { GroupSettings } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { check, choice, choiceStyles } from './choices.js';
import { DetailsPart } from './details-part.js';
import { dialogStyles, outcome } from './dialog.js';
import { define } from './element.js';
import { icon } from './icons.js';
import { theme } from './theme.js';

const DAY = 86_400;
/** Seconds after which messages vanish, as they are offered; 0 for never. */
const TIMES = [0, DAY, 7 * DAY, 90 * DAY];

type Who = 'everybody' | 'admins';

/** What members of a group may do and for how long messages stay, for its admins to change; of two people, the latter alone. */
export class NatterConversationSettings extends DetailsPart {
  static override properties = {
    ...DetailsPart.properties,
    _changing: { state: true },
  };
  declare _changing: boolean;

  static override styles = [
    theme,
    dialogStyles,
    choiceStyles,
    css`
      :host,
      form {
        display: grid;
        gap: 10px;
      }
      p {
        margin: 0;
        font-size: 13.5px;
        text-align: center;
        color: var(--_muted);
      }
    `,
  ];

  override begin(): void {
    super.begin();
    this._changing = false;
  }

  override render(): TemplateResult {
    const { language, thread } = this;
    if (this._changing) {
      return this.#form(thread);
    }
    const isGroup = thread.group !== undefined;
    return html`
      ${
        thread.expireAfter === 0
          ? nothing
          : html`<p>${language.say('vanishAfter', { time: language.span(thread.expireAfter) })}</p>`
      }
      ${
        thread.maySet
          ? html`<button class="plain change" @click=${() => (this._changing = true)}>
              ${icon(isGroup ? 'settings' : 'clock', 18)}${language.say(isGroup ? 'changeSettings' : 'vanishing')}
            </button>`
          : nothing
      }
    `;
  }

  #form({ group, expireAfter }: Thread): TemplateResult {
    const { language } = this;
    const times = [...new Set([...TIMES, expireAfter])].sort((one, other) => one - other);
    const who: readonly [Who, string][] = [
      ['everybody', language.say('everybodyMay')],
      ['admins', language.say('adminsMay')],
    ];
    return html`<form @submit=${(event: SubmitEvent) => void this.#save(event)}>
      ${
        group === undefined
          ? nothing
          : html`
              ${choice('send', language.say('whoWrites'), who, group.settings.send)}
              ${choice('add', language.say('whoAdds'), who, group.settings.add)}
              ${choice('edit', language.say('whoEdits'), who, group.settings.edit)}
              ${check('approval', language.say('approval'), group.settings.approval)}
              ${check('openHistory', language.say('openHistory'), group.settings.openHistory)}
            `
      }
      ${choice(
        'expireAfter',
        language.say('vanishing'),
        times.map((time) => [`${time}`, time === 0 ? language.say('vanishingOff') : language.span(time)]),
        `${expireAfter}`,
      )}
      ${outcome(this._problem)}
      <div class="line">
        <button class="primary">${language.say('save')}</button>
        <button type="button" class="plain" @click=${() => this.begin()}>${language.say('cancel')}</button>
      </div>
    </form>`;
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    const { thread } = this;
    const fields = new FormData(event.target as HTMLFormElement);
    const who = (name: string) => fields.get(name) as Who;
    const expireAfter = Number(fields.get('expireAfter'));
    const wanted: GroupSettings =
      thread.group === undefined
        ? { expireAfter }
        : {
            ...{ send: who('send'), add: who('add'), edit: who('edit') },
            ...{ approval: fields.has('approval'), openHistory: fields.has('openHistory'), expireAfter },
          };
    await this.ask(async () => {
      await this.messenger!.groups.set(thread, wanted);
      this.begin();
    });
  }
}

define('natter-conversation-settings', NatterConversationSettings);
