import { css, html, nothing, type TemplateResult } from 'lit';
import { readAttachment } from '../model/attachment.js';
import type { Line, MessageLine, Reaction } from '../model/lines.js';
import type { Messenger } from '../model/messenger.js';
import { isOnlyEmoji } from '../model/rich-text.js';
import type { Thread, Tick } from '../model/thread.js';
import './attachment.js';
import { MessengerElement, define } from './element.js';
import { personFace } from './faces.js';
import { icon } from './icons.js';
import { rich } from './rich.js';
import { nameOf, textOf } from './say.js';
import { summaryOf } from './summary.js';
import { theme } from './theme.js';
import { tickOf } from './tick.js';

/**
 * One message or notice. Tells `natter-menu` when its menu is wanted, `natter-react` with an emoji, `natter-goto` with
 * the seq of what it answers, `natter-view` if its picture is to be seen large, `natter-retry` and `natter-discard` if it was
 * refused, `natter-answer` with whether somebody who has asked to join is let in.
 */
export class NatterMessage extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    line: { attribute: false },
    answered: { attribute: false },
    tick: {},
    starred: { type: Boolean },
    first: { type: Boolean, reflect: true },
    own: { type: Boolean, reflect: true },
  };
  declare messenger: Messenger;
  declare thread: Thread;
  declare line: Line;
  /** The line that this one answers, if it is here. */
  declare answered: Line | undefined;
  declare tick: Tick;
  declare starred: boolean;
  /** Whether it begins a run of messages of one author. */
  declare first: boolean;
  declare own: boolean;

  static override styles = [
    theme,
    css`
      :host {
        display: block;
        padding: 1px clamp(10px, 5%, 64px);
      }
      :host([first]) {
        padding-block-start: 8px;
      }
      .line {
        position: relative;
        display: flex;
        align-items: flex-end;
        gap: 8px;
      }
      :host([own]) .line {
        flex-direction: row-reverse;
      }
      .side {
        inline-size: 32px;
        flex: none;
        align-self: flex-start;
        --natter-avatar-size: 32px;
      }
      .bubble {
        position: relative;
        min-inline-size: 72px;
        max-inline-size: min(78%, 620px);
        padding: 7px 12px 8px;
        border-radius: var(--_radius);
        background: var(--_bubble);
        box-shadow: var(--_shadow);
        overflow-wrap: anywhere;
      }
      :host([own]) .bubble {
        background: var(--_own-bubble);
      }
      :host([first]) .bubble {
        border-start-start-radius: 5px;
      }
      :host([own][first]) .bubble {
        border-start-start-radius: var(--_radius);
        border-start-end-radius: 5px;
      }
      .author {
        display: block;
        font-size: 13.5px;
        font-weight: 650;
        color: var(--_accent);
      }
      .text {
        white-space: pre-wrap;
      }
      .text.gone {
        font-style: italic;
        color: var(--_muted);
      }
      :host([own]) .text.gone {
        color: var(--_own-muted);
      }
      .text a {
        color: var(--_read);
      }
      code {
        padding: 1px 5px;
        border-radius: 6px;
        background: rgb(127 127 127 / 16%);
        font:
          0.92em ui-monospace,
          monospace;
      }
      .meta {
        float: inline-end;
        display: inline-flex;
        align-items: center;
        gap: 3px;
        margin: 7px -3px -3px 10px;
        font-size: 11.5px;
        line-height: 16px;
        color: var(--_muted);
        user-select: none;
      }
      :host(:dir(rtl)) .meta {
        margin: 7px 10px -3px -3px;
      }
      :host([own]) .meta {
        color: var(--_own-muted);
      }
      .tick {
        display: inline-flex;
      }
      .tick.read {
        color: var(--_read);
      }
      .tick.refused {
        color: var(--_danger);
      }
      .pictured {
        padding: 5px 5px 8px;
      }
      .pictured .author,
      .pictured .text {
        margin-inline: 7px;
      }
      .pictured .text:not(:empty) {
        display: inline-block;
        margin-block-start: 5px;
      }
      .pictured .meta {
        margin-inline-end: 5px;
      }
      .bare .meta {
        margin-block-start: -18px !important;
      }
      .large {
        background: none !important;
        box-shadow: none;
        padding-inline: 4px;
      }
      .large .meta {
        margin-block-start: 34px !important;
      }
      .large .text {
        font-size: 44px;
        line-height: 1.15;
      }
      .quote {
        display: grid;
        inline-size: 100%;
        margin: 2px 0 5px;
        padding: 4px 10px;
        border-inline-start: 3px solid var(--_accent);
        border-radius: 7px;
        background: rgb(127 127 150 / 12%);
        font-size: 13.5px;
        text-align: start;
      }
      .quote b {
        color: var(--_accent);
        font-weight: 650;
      }
      .reactions {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        clear: both;
        margin: 6px 0 0;
      }
      .reaction {
        padding: 1px 8px;
        border-radius: 12px;
        border: 1px solid transparent;
        background: rgb(127 127 150 / 16%);
        font-size: 13.5px;
        line-height: 22px;
        animation: pop 0.22s var(--_ease);
      }
      .reaction:disabled {
        opacity: 1;
      }
      .reaction[aria-pressed='true'] {
        border-color: var(--_accent);
      }
      @keyframes pop {
        from {
          transform: scale(0.5);
        }
      }
      .more {
        inline-size: 34px;
        block-size: 34px;
        align-self: center;
        opacity: 0;
        color: var(--_muted);
      }
      .line:hover .more,
      .line:focus-within .more,
      :host(:focus-visible) .more {
        opacity: 1;
      }
      @media (hover: none) {
        .more {
          opacity: 0.55;
        }
      }
      .refused {
        color: var(--_danger);
      }
      .failure {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: flex-end;
        gap: 0 4px;
        font-size: 13px;
        color: var(--_danger);
      }
      .failure .plain {
        min-block-size: 32px;
      }
      .notice {
        display: block;
        inline-size: fit-content;
        max-inline-size: 90%;
        margin: 4px auto;
        padding: 4px 12px;
        border-radius: 12px;
        font-size: 13px;
        text-align: center;
        color: var(--_muted);
        background: var(--_panel);
        box-shadow: var(--_shadow);
      }
      .answers {
        display: flex;
        justify-content: center;
        gap: 8px;
        margin-block-end: 6px;
      }
      .answers button {
        min-block-size: 36px;
        border-radius: 18px;
        font-size: 14px;
        box-shadow: var(--_shadow);
      }
      .answers .plain {
        background: var(--_panel);
      }
    `,
  ];

  override render(): TemplateResult {
    const { line } = this;
    return line.kind === 'notice'
      ? html`<span class="notice" dir="auto">${summaryOf(this.messenger, this.thread, line, this.language)}</span>
          ${this.thread.isAdmin && this.thread.isOpen(line) ? this.#answers() : nothing}`
      : this.#message(line);
  }

  /** What an admin may do about somebody who would like to join. */
  #answers(): TemplateResult {
    const { language } = this;
    return html`<span class="answers">
      <button class="primary" @click=${() => this.tell('natter-answer', true)}>${language.say('letIn')}</button>
      <button class="plain danger" @click=${() => this.tell('natter-answer', false)}>${language.say('decline')}</button>
    </span>`;
  }

  #message(line: MessageLine): TemplateResult {
    const { language, messenger, thread } = this;
    const isForeign = thread.peer === undefined && !this.own;
    const isLarge = !line.retracted && line.content.kind === 'text' && isOnlyEmoji(textOf(line, language));
    const attachment = readAttachment(line.content);
    const isPicture = attachment?.kind === 'picture' || attachment?.kind === 'video';
    // Beside what is said of it there is room for the time.
    const isBare = attachment !== undefined && !isPicture && attachment.caption === '';
    return html`
      <div class="line">
        ${
          isForeign && !thread.isTopic
            ? html`<span class="side">${this.first ? personFace(messenger, line.from) : nothing}</span>`
            : nothing
        }
        <div class="bubble ${isLarge ? 'large' : ''} ${isPicture ? 'pictured' : ''} ${isBare ? 'bare' : ''}">
          ${
            isForeign && this.first
              ? html`<span class="author" dir="auto">${nameOf(messenger, line.from) || language.say('somebody')}</span>`
              : nothing
          }
          ${this.#quote(line)}
          ${
            attachment === undefined
              ? nothing
              : html`<natter-attachment .messenger=${messenger} .line=${line}></natter-attachment>`
          }
          <span class="text ${line.retracted ? 'gone' : ''}" dir="auto">${this.#text(line)}</span>
          <span class="meta"
            >${this.starred ? html`<span class="tick" role="img" aria-label=${language.say('starred')}>${icon('star', 13)}</span>` : nothing}${line.edited && !line.retracted ? html`<span>${language.say('edited')}</span>` : nothing}<time
              datetime=${line.at}
              >${language.time(line.at)}</time
            >${this.own && !line.retracted ? tickOf(this.tick, language) : nothing}</span
          >
          ${this.#reactions(line.reactions)}
        </div>
        ${
          line.seq === undefined || line.retracted
            ? nothing
            : html`<button
                class="round more"
                aria-label=${language.say('menu')}
                aria-haspopup="menu"
                tabindex="-1"
                @click=${(event: Event) => this.tell('natter-menu', event.currentTarget)}
              >
                ${icon(thread.mayReact ? 'smile' : 'more', 20)}
              </button>`
        }
      </div>
      ${
        line.refused === undefined
          ? nothing
          : html`<div class="failure">
              ${language.say('refused', { reason: language.reason(line.refused) })}
              <button class="plain" @click=${() => this.tell('natter-retry', line)}>${language.say('retry')}</button>
              <button class="plain danger" @click=${() => this.tell('natter-discard', line)}>
                ${language.say('discard')}
              </button>
            </div>`
      }
    `;
  }

  #text(line: MessageLine): TemplateResult | readonly (TemplateResult | string)[] | string {
    if (line.retracted) {
      return textOf(line, this.language);
    }
    const attachment = readAttachment(line.content);
    if (attachment !== undefined) {
      return rich(attachment.caption);
    }
    const text = textOf(line, this.language);
    return line.content.kind === 'text' ? rich(text) : text;
  }

  #quote(line: MessageLine): TemplateResult | typeof nothing {
    if (line.replyTo === undefined || line.retracted) {
      return nothing;
    }
    const { answered, language, messenger } = this;
    const author =
      answered === undefined
        ? ''
        : answered.from === messenger.me
          ? language.say('you')
          : nameOf(messenger, answered.from) || language.say('somebody');
    return html`<button class="quote" tabindex="-1" @click=${() => this.tell('natter-goto', line.replyTo)}>
      <b class="cut" dir="auto">${author || language.say('reply')}</b
      ><span class="cut" dir="auto"
        >${answered === undefined ? '…' : summaryOf(messenger, this.thread, answered, language)}</span
      >
    </button>`;
  }

  #reactions(reactions: readonly Reaction[]): TemplateResult | typeof nothing {
    if (reactions.length === 0) {
      return nothing;
    }
    const counts = new Map<string, Reaction[]>();
    reactions.forEach((reaction) => counts.set(reaction.emoji, [...(counts.get(reaction.emoji) ?? []), reaction]));
    return html`<span class="reactions" role="group" aria-label=${this.language.say('reactions')}
      >${[...counts].map(
        ([emoji, by]) =>
          html`<button
            class="reaction"
            ?disabled=${!this.thread.mayReact}
            aria-pressed=${by.some(({ user }) => user === this.messenger.me) ? 'true' : 'false'}
            title=${by.map(({ user }) => nameOf(this.messenger, user)).join(', ')}
            @click=${() => this.tell('natter-react', emoji)}
          >
            ${emoji}${by.length > 1 ? ` ${this.language.number(by.length)}` : ''}
          </button>`,
      )}</span
    >`;
  }
}

define('natter-message', NatterMessage);
