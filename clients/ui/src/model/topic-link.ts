import type { ConversationId } from '@natter/sdk';

/** How one comes to a topic: by its id where it is public, else with the code of its link too. */
export interface TopicLink {
  readonly topic: ConversationId;
  readonly code?: string;
}

/** The id, and what may follow it; anywhere in an address, and behind it nothing. */
const FORM = /(?:^|[#/\s])(t-[0-7][0-9a-hjkmnp-tv-z]{25})(?:[/\s]+([\w-]{22,64}))?\/?$/;

/** The topic that a text names: an id, an id with a code, or an address that ends with them; undefined if it names none. */
export function readTopicLink(text: string): TopicLink | undefined {
  const [, topic, code] = FORM.exec(text.trim()) ?? [];
  return topic === undefined ? undefined : { topic: topic as ConversationId, ...(code === undefined ? {} : { code }) };
}

/** What others can follow, on the page at that address. */
export function topicAddress({ topic, code }: TopicLink, page: string): string {
  return `${page.replace(/#.*$/, '')}#${topic}${code === undefined ? '' : `/${code}`}`;
}

/** A secret for the link of a topic. */
export function newTopicCode(): string {
  const secret = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...secret))
    .replace(/\+/g, '-')
    .replace(/\//g, '_');
}
