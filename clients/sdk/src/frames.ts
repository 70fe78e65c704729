import type { ConversationId, DeviceId, MessageId, SessionId, UserId } from './ids.js';

/** What a message says: an object with a `kind`; the server hands it on as it is. */
export interface Content {
  readonly kind: string;
  readonly [member: string]: unknown;
}

export type Recipient = { readonly user: UserId } | { readonly conversation: ConversationId };

export interface Hello {
  readonly type: 'hello';
  readonly token?: string;
  readonly ticket?: string;
  readonly position?: number;
  readonly client?: string;
}

/** A message; `id` is the idempotency key. `expiresIn` in seconds. */
export interface Send {
  readonly type: 'send';
  readonly id: MessageId;
  readonly to: Recipient;
  readonly content: Content;
  readonly replyTo?: number;
  readonly expiresIn?: number;
  /** How often it was passed on, this time included: one more than what was received says, at most 127. */
  readonly forwarded?: number;
  readonly mentions?: readonly UserId[];
  /** Mentions everybody in the conversation. */
  readonly mentionsAll?: true;
  /** What it does; a message of its own if there is none. */
  readonly action?: SendAction;
  /** The earlier message; authors who edit or retract name its device and id too. */
  readonly target?: Target;
}

export interface Target {
  readonly seq: number;
  readonly device?: DeviceId;
  readonly id?: MessageId;
}

export type SendAction = 'edit' | 'retract' | 'react' | 'unreact' | 'pin' | 'unpin' | 'vote';

export interface GroupSettings {
  readonly send?: 'everybody' | 'admins';
  readonly add?: 'everybody' | 'admins';
  readonly edit?: 'everybody' | 'admins';
  /** Whether a new member may read what was before. */
  readonly openHistory?: boolean;
  /** Whether an admin has to let in who comes by the invite link. */
  readonly approval?: boolean;
  /** Seconds after which messages vanish unless they say otherwise; 0 for never. */
  readonly expireAfter?: number;
  /** Of a topic: whether everybody may read it. */
  readonly public?: boolean;
}

interface InGroup {
  readonly conversation: ConversationId;
}

interface GroupProfile {
  readonly title?: string;
  readonly description?: string;
  readonly avatar?: string;
}

/** What can be asked of a group; who may is in PROTOCOL.md. */
export type GroupAction =
  | ({
      readonly action: 'create';
      /** A group if there is none. */
      readonly kind?: 'group' | 'topic';
      readonly title: string;
      readonly members?: readonly UserId[];
      readonly settings?: GroupSettings;
    } & GroupProfile)
  | ({
      readonly action: 'add' | 'remove' | 'promote' | 'demote' | 'decline';
      readonly members: readonly UserId[];
    } & InGroup)
  | ({ readonly action: 'leave' | 'revoke' } & InGroup)
  | ({ readonly action: 'profile' } & GroupProfile & InGroup)
  | ({ readonly action: 'settings'; readonly settings: GroupSettings } & InGroup)
  | ({ readonly action: 'handover'; readonly to: UserId } & InGroup)
  /** `code`: a secret of 22 to 64 characters, made here; `expiresIn` in seconds. */
  | ({ readonly action: 'invite'; readonly code: string; readonly expiresIn?: number } & InGroup)
  | ({ readonly action: 'join'; readonly code: string } & InGroup);

export type Group = { readonly type: 'group'; readonly id: MessageId } & GroupAction;

/** Asks for the entries of a conversation's log from one number to another, both included. */
export interface Pull {
  readonly type: 'pull';
  readonly id: MessageId;
  readonly conversation: ConversationId;
  readonly from: number;
  readonly to: number;
}

/**
 * A message to each of several users, who do not see each other; it reaches those who have ever written to its sender. Answered once, with
 * `spread` or an error.
 */
export interface Broadcast {
  readonly type: 'send';
  readonly id: MessageId;
  readonly to: { readonly users: readonly UserId[] };
  readonly content: Content;
  readonly expiresIn?: number;
}

/** Asks to be told what is new in a topic. Answered with `news`. */
export interface Listen {
  readonly type: 'listen';
  readonly id: MessageId;
  readonly conversation: ConversationId;
}

/** What the server answers with `sent` or an error, and what is repeated under the same id until then. */
export type Request = Send | Group;

export type ClientFrame =
  | Hello
  | Request
  | Pull
  | Broadcast
  | Listen
  | { readonly type: 'ack'; readonly position: number }
  | { readonly type: 'read'; readonly conversation: ConversationId; readonly seq: number }
  | { readonly type: 'watch'; readonly id?: string; readonly users: readonly UserId[] }
  | { readonly type: 'unwatch'; readonly users: readonly UserId[] }
  | { readonly type: 'unlisten'; readonly conversation: ConversationId }
  | { readonly type: 'activity'; readonly active: boolean }
  | { readonly type: 'viewing'; readonly conversations: readonly ConversationId[] }
  | { readonly type: 'typing'; readonly conversation: ConversationId; readonly on: boolean }
  | { readonly type: 'ping' }
  | { readonly type: 'pong' };

export interface Limits {
  readonly frameBytes: number;
  readonly contentBytes: number;
  readonly window: number;
  readonly sendsPerSecond: number;
}

export interface Welcome {
  readonly type: 'welcome';
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly sessionId: SessionId;
  readonly gatewayId: string;
  readonly position: number;
  readonly ticket: string;
  readonly heartbeatSeconds: number;
  readonly limits: Limits;
  readonly serverTime: string;
}

/** Everything that waited has been delivered; what follows is live. */
export interface Synced {
  readonly type: 'synced';
  readonly position: number;
}

/** The single tick: durable, ordered, permitted. */
export interface Sent {
  readonly type: 'sent';
  readonly re: MessageId;
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly epoch: number;
  readonly at: string;
  readonly duplicate?: boolean;
}

/** What became of a message to several users, for each of them. */
export interface Spread {
  readonly type: 'spread';
  readonly re: MessageId;
  readonly sent: readonly { readonly user: UserId; readonly seq: number; readonly at: string }[];
  readonly refused: readonly { readonly user: UserId; readonly code: string }[];
}

/** What of a message is the same for every member. */
export interface LogEntry {
  readonly seq: number;
  readonly epoch: number;
  readonly from: UserId;
  readonly device: DeviceId;
  readonly id: MessageId;
  readonly at: string;
  readonly action?: SendAction | 'group';
  /** The seq of the message that the action is about. */
  readonly target?: number;
  readonly content: Content;
  readonly replyTo?: number;
  readonly expiresAt?: string;
  /** How often it was passed on, as its sender says; from 5 on readers are told that it was many times. */
  readonly forwarded?: number;
  readonly mentions?: readonly UserId[];
  readonly mentionsAll?: true;
}

export interface Message extends LogEntry {
  readonly type: 'message';
  readonly position: number;
  readonly conversation: ConversationId;
}

/** High-water marks of another member: everything up to there was delivered, or read. */
export interface Receipt {
  readonly type: 'receipt';
  readonly position: number;
  readonly conversation: ConversationId;
  readonly user: UserId;
  readonly delivered?: number;
  readonly read?: number;
  readonly at: string;
}

/** Messages `first` to `last` waited too long and were dropped: pull them. */
export interface Missed {
  readonly type: 'missed';
  readonly position: number;
  readonly conversation: ConversationId;
  readonly first: number;
  readonly last: number;
}

/**
 * The answer to a pull: every number from `first` to `last` is that of a message or lies in a hole. Ask for what is wanted
 * beyond `last`; up to `head` it can be had by now.
 */
export interface Page {
  readonly type: 'page';
  readonly re: MessageId;
  readonly conversation: ConversationId;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly messages: readonly LogEntry[];
  readonly holes: readonly Hole[];
}

/** Numbers without a message: `gone` for everybody, `not_a_member` then, or `hidden` by the user. Others may come. */
export interface Hole {
  readonly first: number;
  readonly last: number;
  readonly reason: string;
}

/** Something happened to the security of the account, perhaps on another device. */
export interface Security {
  readonly type: 'security';
  readonly position: number;
  readonly event: string;
  readonly device?: DeviceId;
  readonly deviceName?: string;
  readonly at: string;
}

/**
 * What the user has set for a conversation, or for one `message` of it, on one of their devices: the whole of it, as it is
 * now.
 */
export interface Personal {
  readonly type: 'personal';
  readonly position: number;
  readonly conversation: ConversationId;
  /** Absent if it is not muted. */
  readonly mutedUntil?: string;
  readonly archived?: true;
  readonly pinned?: true;
  /** Marked as unread, whatever was read. */
  readonly unread?: true;
  /** A topic that the user follows. */
  readonly following?: true;
  /** `hidden`: deleted for the user alone. */
  readonly message?: { readonly seq: number; readonly starred?: true; readonly hidden?: true };
  readonly at: string;
}

export interface Presence {
  readonly type: 'presence';
  readonly user: UserId;
  readonly state: 'online' | 'away' | 'offline';
  readonly lastSeen?: string;
}

/** Somebody types in a conversation that is open here. Over after 6 seconds, or with that user's message. */
export interface Typing {
  readonly type: 'typing';
  readonly conversation: ConversationId;
  readonly user: UserId;
  readonly on: boolean;
}

/**
 * A topic that is listened to is that far. What is new is pulled after a random part of `spreadMs`; only the last one
 * told counts.
 */
export interface News {
  readonly type: 'news';
  readonly re?: MessageId;
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly spreadMs: number;
}

export interface Failure {
  readonly type: 'error';
  readonly re?: string;
  readonly code: string;
  readonly message: string;
  readonly retryAfterMs?: number;
  /** Under which operators find the way of what was refused, if it was followed. */
  readonly traceId?: string;
}

export interface GoAway {
  readonly type: 'goaway';
  readonly retryAfterMs: number;
  readonly jitterMs: number;
}

/** What waits in the inbox until this device has acknowledged its position. */
export type Entry = Message | Receipt | Missed | Security | Personal;

export type ServerFrame =
  | Welcome
  | Synced
  | Sent
  | Spread
  | Entry
  | Page
  | Presence
  | Typing
  | News
  | Failure
  | GoAway
  | { readonly type: 'ping' }
  | { readonly type: 'pong' };
