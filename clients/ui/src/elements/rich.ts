import { html, type TemplateResult } from 'lit';
import { divide, type Piece } from '../model/rich-text.js';

/** What somebody wrote, with its links and what is marked in it. */
export function rich(text: string): readonly (TemplateResult | string)[] {
  return divide(text).map(show);
}

function show(piece: Piece): TemplateResult | string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'bold':
      return html`<strong>${piece.text}</strong>`;
    case 'italic':
      return html`<em>${piece.text}</em>`;
    case 'struck':
      return html`<s>${piece.text}</s>`;
    case 'code':
      return html`<code>${piece.text}</code>`;
    case 'link':
      return html`<a href=${piece.href} target="_blank" rel="noopener noreferrer nofollow">${piece.text}</a>`;
  }
}
