import type { GroupSettings } from '@natter/sdk';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Thread } from '../model/thread.js';
import { check, choice, choiceStyles } from './choices.js';
import { DetailsForm } from './details-form.js';
import { define } from './element.js';

const DAY = 86_400;
/** Seconds after which messages vanish, as they are offered; 0 for never. */
const TIMES = [0, DAY, 7 * DAY, 90 * DAY];

type Who = 'everybody' | 'admins';

/** What members of a group may do and for how long messages stay, for its admins to change; of two people, the latter alone. */
export class NatterConversationSettings extends DetailsForm {
  static override styles = [
    ...DetailsForm.styles,
    choiceStyles,
    css`
      p {
        font-size: 13.5px;
        color: var(--_muted);
      }
    `,
  ];

  override render(): TemplateResult {
    const { language, thread } = this;
    if (this._changing) {
      return this.form(this.#fields(thread), (fields) => this.#save(fields));
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
          ? this.opener(isGroup ? 'settings' : 'clock', language.say(isGroup ? 'changeSettings' : 'vanishing'))
          : nothing
      }
    `;
  }

  #fields({ group, expireAfter }: Thread): TemplateResult {
    const { language } = this;
    const times = [...new Set([...TIMES, expireAfter])].sort((one, other) => one - other);
    const who: readonly [Who, string][] = [
      ['everybody', language.say('everybodyMay')],
      ['admins', language.say('adminsMay')],
    ];
    return html`
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
    `;
  }

  #save(fields: FormData): Promise<void> {
    const { thread } = this;
    const who = (name: string) => fields.get(name) as Who;
    const expireAfter = Number(fields.get('expireAfter'));
    const wanted: GroupSettings =
      thread.group === undefined
        ? { expireAfter }
        : {
            ...{ send: who('send'), add: who('add'), edit: who('edit') },
            ...{ approval: fields.has('approval'), openHistory: fields.has('openHistory'), expireAfter },
          };
    return this.messenger!.groups.set(thread, wanted);
  }
}

define('natter-conversation-settings', NatterConversationSettings);
