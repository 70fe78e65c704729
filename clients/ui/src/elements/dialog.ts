import { css, html, nothing, type TemplateResult } from 'lit';
import type { Language } from '../words/language.js';
import { icon } from './icons.js';

/** How a `<dialog>` looks: in the middle, or from below on a phone. */
export const dialogStyles = css`
  dialog {
    inline-size: min(440px, 100vw - 24px);
    max-block-size: min(720px, 100dvh - 24px);
    padding: 0;
    border: 0;
    border-radius: 22px;
    color: var(--_text);
    background: var(--_panel);
    box-shadow: var(--_float);
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
    animation: dialog 0.2s var(--_ease);
  }
  dialog::backdrop {
    background: rgb(10 11 20 / 45%);
    animation: shade 0.2s;
  }
  @keyframes dialog {
    from {
      opacity: 0;
      transform: translateY(16px) scale(0.98);
    }
  }
  @keyframes shade {
    from {
      opacity: 0;
    }
  }
  .dialog-top {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 14px 12px 8px 22px;
  }
  .dialog-top h2,
  .dialog-top .gap {
    flex: 1;
  }
  .dialog-top h2 {
    margin: 0;
    font-size: 19px;
    font-weight: 650;
  }
  .dialog-body {
    flex: 1;
    min-block-size: 0;
    overflow-y: auto;
    padding: 4px 22px 22px;
    display: grid;
    align-content: start;
    gap: 14px;
  }
  .people {
    display: grid;
    gap: 2px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .people li {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 52px;
    --natter-avatar-size: 40px;
  }
  .people .name {
    flex: 1;
    min-inline-size: 0;
  }
  .people small {
    color: var(--_muted);
  }
  .line {
    display: flex;
    gap: 8px;
  }
  .line button {
    flex: none;
  }
  .change {
    display: inline-flex;
    align-items: center;
    justify-self: center;
    gap: 8px;
  }
  .problem {
    margin: 0;
    color: var(--_danger);
    font-size: 14px;
  }
  .face {
    display: grid;
    justify-items: center;
    gap: 6px;
    text-align: center;
    --natter-avatar-size: 96px;
  }
  .face strong {
    font-size: 20px;
  }
  .face span {
    color: var(--_muted);
  }
`;

/** What every dialog begins with: its title, if it has one (by which `aria-labelledby="title"` finds it), and the way out. */
export function dialogTop(language: Language, title: string, close: () => void): TemplateResult {
  return html`<div class="dialog-top">
    ${title === '' ? html`<span class="gap"></span>` : html`<h2 id="title">${title}</h2>`}
    <button class="round" aria-label=${language.say('close')} @click=${close}>${icon('close')}</button>
  </div>`;
}

/** Why something was not done, told to those who do not see it too; empty if there is nothing to tell. */
export function outcome(problem: string): TemplateResult {
  return html`<div role="status">${problem === '' ? nothing : html`<p class="problem">${problem}</p>`}</div>`;
}

/** A field for a user name, and what is done with whom it names: `submit` is given the field. */
export function personForm(label: string, deed: string, submit: (field: HTMLInputElement) => void): TemplateResult {
  const named = (event: Event) => {
    event.preventDefault();
    submit((event.currentTarget as HTMLFormElement).querySelector('input')!);
  };
  return html`<form class="line" @submit=${named}>
    <input
      class="field"
      autocomplete="off"
      autocapitalize="none"
      spellcheck="false"
      placeholder=${label}
      aria-label=${label}
    />
    <button class="plain">${deed}</button>
  </form>`;
}
