import type { Content, DeviceId, Message, MessageId, StoredMessage, UserId } from '@natter/sdk';
import type { UploadProgress } from '@natter/sdk/media';

/** What one person reacted with. */
export interface Reaction {
  readonly user: UserId;
  readonly emoji: string;
}

/** A message as it stands now, with everything that was done to it. Never changed: another state is another object. */
export interface MessageLine {
  readonly kind: 'message';
  /** The sender's id of the message: the same before and after it has its `seq`. */
  readonly key: MessageId;
  /** Absent until the server has taken it. */
  readonly seq?: number;
  readonly from: UserId;
  readonly device?: DeviceId;
  readonly at: string;
  readonly content: Content;
  readonly replyTo?: number;
  readonly expiresAt?: string;
  readonly edited: boolean;
  readonly retracted: boolean;
  readonly pinned: boolean;
  readonly reactions: readonly Reaction[];
  /** Why the server did not take it. */
  readonly refused?: string;
  /** How far its file is on its way; absent if it has none, or that is there. */
  readonly upload?: UploadProgress;
}

/** What the server says in a conversation: somebody was added, the title is another. */
export interface NoticeLine {
  readonly kind: 'notice';
  readonly key: MessageId;
  readonly seq: number;
  readonly from: UserId;
  readonly at: string;
  readonly content: Content;
}

export type Line = MessageLine | NoticeLine;

/** An entry of a conversation's log, as it is kept. */
export function toEntry(message: Message): StoredMessage {
  const { type: _type, position: _position, ...entry } = message;
  return entry;
}

/** The line of one entry, with what later entries did to it, in their order. */
export function foldLine(entry: StoredMessage, actions: readonly StoredMessage[]): Line {
  const { id: key, seq, from, at } = entry;
  if (entry.action === 'group') {
    return { kind: 'notice', key, seq, from, at, content: entry.content };
  }
  let content = entry.content;
  let edited = false;
  // What its author took back, or what went with its author's account.
  let retracted = content.kind === 'retracted' || content.kind === 'erased';
  let pinned = false;
  const reactions = new Map<UserId, string>();
  for (const { action, from: actor, content: done } of actions) {
    switch (action) {
      case 'edit':
        content = done;
        edited = true;
        break;
      case 'retract':
        retracted = true;
        break;
      case 'react':
        // Who changes a reaction comes last again.
        reactions.delete(actor);
        if (typeof done.emoji === 'string') {
          reactions.set(actor, done.emoji);
        }
        break;
      case 'unreact':
        reactions.delete(actor);
        break;
      case 'pin':
      case 'unpin':
        pinned = action === 'pin';
        break;
      default: // Votes, and what later versions may do.
    }
  }
  return {
    kind: 'message',
    key,
    seq,
    from,
    device: entry.device,
    at,
    content: retracted ? { kind: 'retracted' } : content,
    ...(entry.replyTo === undefined ? {} : { replyTo: entry.replyTo }),
    ...(entry.expiresAt === undefined ? {} : { expiresAt: entry.expiresAt }),
    edited,
    retracted,
    pinned,
    reactions: retracted ? [] : Array.from(reactions, ([user, emoji]) => ({ user, emoji })),
  };
}
