import { css } from 'lit';

/**
 * Colours and measures. Each is taken from a `--natter-…` variable of the page if that is set; light or dark follows
 * the page's `color-scheme`.
 */
export const theme = css`
  :host {
    --_accent: var(--natter-accent, light-dark(#4a4fd6, #8f94ff));
    --_on-accent: var(--natter-on-accent, light-dark(#ffffff, #14152b));
    --_text: var(--natter-text, light-dark(#171923, #eceef6));
    --_muted: var(--natter-muted, light-dark(#5c6274, #a3a9bd));
    --_panel: var(--natter-panel, light-dark(#ffffff, #1a1c25));
    --_raised: var(--natter-raised, light-dark(#ffffff, #262936));
    --_field: var(--natter-field, light-dark(#f0f2f7, #262936));
    --_hover: var(--natter-hover, light-dark(#f3f4f9, #222530));
    --_selected: var(--natter-selected, light-dark(#e9ebff, #2b2e4d));
    --_line: var(--natter-line, light-dark(#e4e7ef, #2c2f3c));
    --_thread: var(--natter-thread, light-dark(#eceff7, #12131a));
    --_bubble: var(--natter-bubble, light-dark(#ffffff, #242733));
    --_own-bubble: var(--natter-own-bubble, light-dark(#d6dbff, #353a86));
    --_own-muted: var(--natter-own-muted, light-dark(#4d5288, #c3c8f5));
    --_read: var(--natter-read, light-dark(#1f6fd6, #7fd4ff));
    --_danger: var(--natter-danger, light-dark(#c02b3c, #ff8a94));
    --_online: var(--natter-online, light-dark(#147a45, #3ecf85));
    --_radius: var(--natter-radius, 16px);
    --_shadow: 0 1px 1px light-dark(rgb(23 25 35 / 8%), rgb(0 0 0 / 35%));
    --_float: 0 8px 28px light-dark(rgb(23 25 35 / 18%), rgb(0 0 0 / 55%));
    --_ease: cubic-bezier(0.2, 0.8, 0.2, 1);
    box-sizing: border-box;
    color: var(--_text);
    font: 400 15px/1.4 var(--natter-font, Inter, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif);
    -webkit-font-smoothing: antialiased;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  button {
    font: inherit;
    color: inherit;
    background: none;
    border: 0;
    padding: 0;
    cursor: pointer;
  }
  button:disabled {
    cursor: default;
    opacity: 0.5;
  }
  input,
  textarea,
  select {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .round {
    display: inline-grid;
    place-items: center;
    inline-size: 40px;
    block-size: 40px;
    border-radius: 50%;
    color: var(--_muted);
    flex: none;
    transition: background 0.15s;
  }
  .round:hover {
    background: var(--_hover);
  }
  .primary {
    min-block-size: 44px;
    padding-inline: 20px;
    border-radius: 12px;
    font-weight: 600;
    color: var(--_on-accent);
    background: var(--_accent);
    transition: filter 0.15s;
  }
  .primary:hover:not(:disabled) {
    filter: brightness(1.08);
  }
  .plain {
    min-block-size: 40px;
    padding-inline: 14px;
    border-radius: 10px;
    font-weight: 600;
    color: var(--_accent);
  }
  .plain:hover {
    background: var(--_hover);
  }
  .plain.danger {
    color: var(--_danger);
  }
  .field {
    inline-size: 100%;
    min-block-size: 44px;
    padding: 10px 14px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: var(--_field);
    outline: none;
    transition: border-color 0.15s;
  }
  .field:focus {
    border-color: var(--_accent);
  }
  ::placeholder {
    color: var(--_muted);
    opacity: 1;
  }
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .cut {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bone {
    border-radius: 8px;
    background: var(--_field);
    animation: breathe 1.4s ease-in-out infinite alternate;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    *,
    *::before,
    *::after {
      animation: none !important;
      transition: none !important;
    }
  }
`;
