import { svg, html, type TemplateResult } from 'lit';

const PATHS = {
  send: svg`<path d="M4 12 3.2 4.6a.8.8 0 0 1 1.2-.8l16 7.5a.8.8 0 0 1 0 1.4l-16 7.5a.8.8 0 0 1-1.2-.8L4 12Zm0 0h8" />`,
  search: svg`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4 4" />`,
  back: svg`<path d="M14.5 5.5 8 12l6.5 6.5" />`,
  close: svg`<path d="m6.5 6.5 11 11m0-11-11 11" />`,
  more: svg`<path d="M12 5.5v.01M12 12v.01M12 18.5v.01" />`,
  down: svg`<path d="m6 9.5 6 6 6-6" />`,
  reply: svg`<path d="M9.5 6 4 11.2l5.5 5.3M4.5 11.2H14a6 6 0 0 1 6 6V18" />`,
  edit: svg`<path d="m5 19 .8-4L16 4.8a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L9 18.2 5 19Z" />`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2.5" /><path d="M15.5 8.5V7A2.5 2.5 0 0 0 13 4.5H7A2.5 2.5 0 0 0 4.5 7v6A2.5 2.5 0 0 0 7 15.5h1.5" />`,
  trash: svg`<path d="M4.5 6.5h15M9.5 6V4.5h5V6M6.5 6.5l.8 12a1.5 1.5 0 0 0 1.5 1.5h6.4a1.5 1.5 0 0 0 1.5-1.5l.8-12" />`,
  info: svg`<circle cx="12" cy="12" r="8" /><path d="M12 11v5M12 8v.01" />`,
  chat: svg`<path d="M12 4c4.7 0 8.5 3.2 8.5 7.2S16.7 18.5 12 18.5c-1 0-2-.2-3-.5L4.5 20l1.2-3.8a6.7 6.7 0 0 1-2.2-5C3.5 7.2 7.3 4 12 4Z" />`,
  people: svg`<circle cx="9" cy="8.5" r="3.2" /><path d="M3 19c.4-3.2 2.9-5 6-5s5.6 1.8 6 5M15.5 5.6a3.2 3.2 0 0 1 0 5.8M17.5 14.4c1.9.7 3.2 2.3 3.5 4.6" />`,
  person: svg`<circle cx="12" cy="8" r="3.6" /><path d="M5 19.5c.6-3.6 3.5-5.5 7-5.5s6.4 1.9 7 5.5" />`,
  settings: svg`<circle cx="12" cy="12" r="3" /><path d="M12 3.5v2.2m0 12.6v2.2M3.5 12h2.2m12.6 0h2.2M6 6l1.5 1.5m9 9L18 18M18 6l-1.5 1.5m-9 9L6 18" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  smile: svg`<circle cx="12" cy="12" r="8.2" /><path d="M8.8 14c.7 1.2 1.9 1.9 3.2 1.9s2.5-.7 3.2-1.9M9 9.7v.01M15 9.7v.01" />`,
  clock: svg`<circle cx="12" cy="12" r="8" /><path d="M12 7.5V12l2.5 2" />`,
  tick: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  ticks: svg`<path d="m1.5 12.5 4.5 4.5L15.5 7.5M10.5 15.5 12 17l9.5-9.5" />`,
  alert: svg`<circle cx="12" cy="12" r="8" /><path d="M12 8v5M12 16v.01" />`,
  leave: svg`<path d="M10 4.5H7A2.5 2.5 0 0 0 4.5 7v10A2.5 2.5 0 0 0 7 19.5h3M15 8l4 4-4 4M19 12H9.5" />`,
  device: svg`<rect x="4" y="5" width="16" height="11" rx="2" /><path d="M8 19.5h8" />`,
  camera: svg`<path d="M4 8.5A1.5 1.5 0 0 1 5.5 7h2.3l1.4-2h5.6l1.4 2h2.3A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5Z" /><circle cx="12" cy="12.8" r="3.3" />`,
  clip: svg`<path d="m19 11.5-7.3 7.2a4.4 4.4 0 0 1-6.3-6.2l7.8-7.7a3 3 0 0 1 4.2 4.2l-7.6 7.5a1.5 1.5 0 0 1-2.1-2.1l6.9-6.8" />`,
  file: svg`<path d="M13.5 3.8H8a2 2 0 0 0-2 2v12.4a2 2 0 0 0 2 2h8a2 2 0 0 0 2-2V8.3ZM13.5 3.8v4.5H18" />`,
  download: svg`<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />`,
  play: svg`<path d="M8 5.5v13l10.5-6.5Z" fill="currentColor" />`,
  pause: svg`<path d="M9 6v12M15 6v12" stroke-width="3" />`,
  zoomIn: svg`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4 4M11 8.5v5M8.5 11h5" />`,
  zoomOut: svg`<circle cx="11" cy="11" r="6.5" /><path d="m16 16 4 4M8.5 11h5" />`,
  pin: svg`<path d="m9 4.5 6 0-.7 6 3.2 3.2H6.5L9.7 10.5ZM12 13.7v6" />`,
  bell: svg`<path d="M6.5 16.5c1-1 1.3-2.5 1.3-5.3a4.2 4.2 0 0 1 8.4 0c0 2.8.3 4.3 1.3 5.3ZM10.3 19.5h3.4" />`,
  bellOff: svg`<path d="M6.5 16.5c1-1 1.3-2.5 1.3-5.3a4.2 4.2 0 0 1 8.4 0c0 2.8.3 4.3 1.3 5.3ZM10.3 19.5h3.4M4 4l16 16" />`,
  archive: svg`<path d="M4 5h16v4H4ZM5.5 9v8.5a2 2 0 0 0 2 2h9a2 2 0 0 0 2-2V9M10 13h4" />`,
  dot: svg`<circle cx="12" cy="12" r="4" fill="currentColor" />`,
  channel: svg`<path d="M4 10v4a1 1 0 0 0 1 1h2.5l8.5 4V5L7.5 9H5a1 1 0 0 0-1 1ZM8 15l1 4.5h2.2L10.4 16M19 9.5c1 1.4 1 3.6 0 5" />`,
  star: svg`<path d="m12 4.2 2.4 5 5.4.7-4 3.8 1 5.4-4.8-2.7-4.8 2.7 1-5.4-4-3.8 5.4-.7Z" />`,
} as const;

export type IconName = keyof typeof PATHS;

/** A picture that says nothing to a screen reader: what it stands for is said beside it. */
export function icon(name: IconName, size = 24): TemplateResult {
  return html`<svg
    viewBox="0 0 24 24"
    width=${size}
    height=${size}
    fill="none"
    stroke="currentColor"
    stroke-width="1.8"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${PATHS[name]}
  </svg>`;
}
