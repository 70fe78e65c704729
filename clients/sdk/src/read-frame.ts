import type { ServerFrame } from './frames.js';

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === 'string';
const number: Check = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const flag: Check = (value) => typeof value === 'boolean';
const object: Check = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
const content: Check = (value) => object(value) && text((value as { kind?: unknown }).kind);
const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const each =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (shape: Record<string, Check>): Check =>
  (value) =>
    object(value) && Object.entries(shape).every(([name, check]) => check((value as Record<string, unknown>)[name]));

const limits = shaped({ frameBytes: number, contentBytes: number, window: number, sendsPerSecond: number });
const entry: Record<string, Check> = {
  seq: number,
  epoch: number,
  from: text,
  device: text,
  id: text,
  at: text,
  action: optional(text),
  target: optional(number),
  content,
  replyTo: optional(number),
  expiresAt: optional(text),
  forwarded: optional(number),
  mentions: optional(each(text)),
  mentionsAll: optional(flag),
};

/** Every type that this version knows, with its members. Members beside them are ignored. */
const SHAPES: Record<ServerFrame['type'], Record<string, Check>> = {
  welcome: {
    userId: text,
    deviceId: text,
    sessionId: text,
    gatewayId: text,
    position: number,
    ticket: text,
    heartbeatSeconds: number,
    limits,
    serverTime: text,
  },
  synced: { position: number },
  sent: { re: text, conversation: text, seq: number, epoch: number, at: text, duplicate: optional(flag) },
  spread: {
    re: text,
    sent: each(shaped({ user: text, seq: number, at: text })),
    refused: each(shaped({ user: text, code: text })),
  },
  message: { position: number, conversation: text, ...entry },
  receipt: {
    position: number,
    conversation: text,
    user: text,
    delivered: optional(number),
    read: optional(number),
    at: text,
  },
  missed: { position: number, conversation: text, first: number, last: number },
  page: {
    re: text,
    conversation: text,
    first: number,
    last: number,
    head: number,
    messages: each(shaped(entry)),
    holes: each(shaped({ first: number, last: number, reason: text })),
  },
  security: { position: number, event: text, device: optional(text), deviceName: optional(text), at: text },
  personal: {
    position: number,
    conversation: text,
    mutedUntil: optional(text),
    archived: optional(flag),
    pinned: optional(flag),
    unread: optional(flag),
    following: optional(flag),
    message: optional(shaped({ seq: number, starred: optional(flag), hidden: optional(flag) })),
    at: text,
  },
  typing: { conversation: text, user: text, on: flag },
  news: { re: optional(text), conversation: text, seq: number, spreadMs: number },
  presence: { user: text, state: text, lastSeen: optional(text) },
  error: { re: optional(text), code: text, message: text, retryAfterMs: optional(number), traceId: optional(text) },
  goaway: { retryAfterMs: number, jitterMs: number },
  ping: {},
  pong: {},
};

/**
 * The frame that stands in a text; undefined if it is of a type that this version does not know, which a client has
 * to ignore. Throws a TypeError for what is no frame at all: then the other side is not Natter.
 */
export function readServerFrame(json: string): ServerFrame | undefined {
  const frame: unknown = JSON.parse(json);
  if (!object(frame)) {
    throw new TypeError('a frame is a JSON object');
  }
  const members = frame as Record<string, unknown>;
  const type = members.type;
  if (typeof type !== 'string') {
    throw new TypeError('a frame has a type');
  }
  if (!Object.hasOwn(SHAPES, type)) {
    return undefined;
  }
  for (const [name, check] of Object.entries(SHAPES[type as ServerFrame['type']])) {
    if (!check(members[name])) {
      throw new TypeError(`${type}.${name} is missing or wrong`);
    }
  }
  return frame as ServerFrame;
}
