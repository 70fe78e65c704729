import { css, html, type TemplateResult } from 'lit';

/** How fields look that choose between few things: what it is about on one side, what is chosen on the other. */
export const choiceStyles = css`
  .choice {
    display: grid;
    grid-template-columns: 1fr minmax(130px, auto);
    gap: 10px;
    align-items: center;
    font-size: 14px;
  }
  .choice.check {
    grid-template-columns: 1fr auto;
    min-block-size: 44px;
  }
  .check input {
    inline-size: 20px;
    block-size: 20px;
    accent-color: var(--_accent);
  }
`;

/** One of some values, each with its words. */
export function choice<Value extends string>(
  name: string,
  label: string,
  choices: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void = () => undefined,
): TemplateResult {
  return html`<label class="choice"
    >${label}<select
      class="field"
      name=${name}
      @change=${(event: Event) => choose((event.target as HTMLSelectElement).value as Value)}
    >
      ${choices.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen}>${words}</option>`)}
    </select></label
  >`;
}

/** Yes or no. */
export function check(
  name: string,
  label: string,
  checked: boolean,
  set: (checked: boolean) => void = () => undefined,
): TemplateResult {
  return html`<label class="choice check"
    >${label}<input
      type="checkbox"
      name=${name}
      .checked=${checked}
      @change=${(event: Event) => set((event.target as HTMLInputElement).checked)}
  /></label>`;
}
