import type { ConversationId } from '@natter/sdk';
import { base64Url } from './base64-url.js';

/** How one comes to a topic, by its id where it is public, else with the code of its link too; and into a group by its link. */
export interface InviteLink {
  readonly conversation: ConversationId;
  readonly code?: string;
}

/** The id of a topic or group, and the code that may follow it; anywhere in an address, and behind it nothing. */
const FORM = /(?:^|[#/\s])([gt]-[0-7][0-9a-hjkmnp-tv-z]{25})(?:[/\s]+([\w-]{22,64}))?\/?$/;

/** What a text invites to: an id, an id with a code, or an address that ends with them; undefined if to nothing. */
export function readInvite(text: string): InviteLink | undefined {
  const [, id, code] = FORM.exec(text.trim()) ?? [];
  if (id === undefined || (code === undefined && id.startsWith('g-'))) {
    return undefined;
  }
  return { conversation: id as ConversationId, ...(code === undefined ? {} : { code }) };
}

/** What others can follow, on the page at that address. */
export function inviteAddress({ conversation, code }: InviteLink, page: string): string {
  return `${page.replace(/#.*$/, '')}#${conversation}${code === undefined ? '' : `/${code}`}`;
}

/** A secret for a link. */
export function newInviteCode(): string {
  return base64Url(crypto.getRandomValues(new Uint8Array(24)));
}
