declare const kind: unique symbol;

/** A text that names one kind of thing, so that a user's id cannot be passed where a conversation's is wanted. */
type Id<Kind extends string> = string & { readonly [kind]: Kind };

/** 26 characters of Crockford's base 32 in lower case. */
export type UserId = Id<'user'>;
export type DeviceId = Id<'device'>;
export type SessionId = Id<'session'>;
export type ConversationId = Id<'conversation'>;
/** A UUID, version 7 when made here. */
export type MessageId = Id<'message'>;
/** What `ref` in a content names. */
export type MediaId = Id<'media'>;

/** The conversation of two people: the same, whoever of them asks. With oneself: notes. */
export function directConversation(one: UserId, other: UserId): ConversationId {
  const [lower, higher] = one < other ? [one, other] : [other, one];
  return `d-${lower}-${higher}` as ConversationId;
}

/** A new message id: a UUID version 7 (RFC 9562, section 5.7), so that ids made later sort later. */
export function newMessageId(now: number = Date.now()): MessageId {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  new DataView(bytes.buffer).setUint16(0, Math.floor(now / 2 ** 32));
  new DataView(bytes.buffer).setUint32(2, now % 2 ** 32);
  bytes[6] = (bytes[6]! & 0x0f) | 0x70;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as MessageId;
}
