import type { ConversationId, GroupView, OfTwo, PersonalState, Send, UserId } from '@natter/sdk';
import type { Line, MessageLine, NoticeLine } from './lines.js';
import { ThreadLog } from './thread-log.js';

/** How far a message of one's own has come. */
export type Tick = 'waiting' | 'sent' | 'delivered' | 'read' | 'refused';

/** Marks of a conversation as they are kept. */
export interface ThreadMarks {
  readonly id: ConversationId;
  readonly lastSeq: number;
  readonly lastAt: string;
  /** Up to where we have read. */
  readonly read: number;
  /** Up to where it was delivered to the other, and read by them. */
  readonly delivered: number;
  readonly readByOther: number;
  /** What one has set for it; absent if nothing. */
  readonly personal?: PersonalState;
  /** Of a topic: whether one follows it, or publishes there. Others are only looked at. */
  readonly listed?: boolean;
}

/** Until when something is muted that is muted for good. */
export const FOR_EVER = '9999-01-01T00:00:00.000Z';

const NOTHING_SET: PersonalState = { archived: false, pinned: false, unread: false };

/** One conversation as this device knows it. */
export class Thread {
  readonly log = new ThreadLog();
  /** Ours that the server has not taken yet, oldest first. */
  pending: readonly MessageLine[] = [];
  lastSeq = 0;
  lastAt = '';
  read = 0;
  delivered = 0;
  readByOther = 0;
  /** Whether there is nothing before what is here. */
  complete = false;
  loading = false;
  /** Whether the last try to load failed. */
  failed = false;
  /** What is known of a group or a topic. */
  group: GroupView | undefined;
  /** What is known of what two people have set. */
  ofTwo: OfTwo | undefined;
  /** Whether it is one of one's conversations; a topic may only be looked at. */
  listed: boolean;
  personal: PersonalState = NOTHING_SET;
  /** The seqs of messages that one has starred. */
  readonly starred = new Set<number>();
  #lines: readonly Line[] = [];
  #taken: readonly Line[] = this.#lines;
  #waiting: readonly Line[] = this.pending;

  constructor(
    readonly id: ConversationId,
    readonly me: UserId,
  ) {
    this.listed = !this.isTopic;
  }

  get isGroup(): boolean {
    return this.id.startsWith('g-');
  }

  /** A channel: some publish, everybody else reads. */
  get isTopic(): boolean {
    return this.id.startsWith('t-');
  }

  /** One's role in a group, or among those who publish in a topic; undefined if it is not known or one has none. */
  get role(): 'owner' | 'admin' | 'member' | undefined {
    return this.group?.members?.find((member) => member.userId === this.me)?.role;
  }

  get isAdmin(): boolean {
    return this.role === 'owner' || this.role === 'admin';
  }

  /** Whether one may change what it is called and what it is about, as far as it is known. */
  get mayEdit(): boolean {
    return this.role !== undefined && (this.isAdmin || this.group?.settings.edit === 'everybody');
  }

  /** Whether one may change what others may do, or, of two people, for how long messages stay. */
  get maySet(): boolean {
    return this.ofTwo !== undefined || this.isAdmin;
  }

  /** Seconds after which messages vanish that say nothing of their own; 0 for never, and as long as it is not known. */
  get expireAfter(): number {
    return (this.group ?? this.ofTwo)?.settings.expireAfter ?? 0;
  }

  /** When that vanishes which was taken at that time: as it says itself, else as is set; an edit with what it edits. */
  vanishesAt({ action, target, expiresIn }: Send, at: string): string | undefined {
    if (action === 'edit') {
      const edited = this.log.line(target!.seq);
      return edited?.kind === 'message' ? edited.expiresAt : undefined;
    }
    const seconds = expiresIn ?? (action === undefined ? this.expireAfter : 0);
    return seconds === 0 ? undefined : new Date(Date.parse(at) + seconds * 1_000).toISOString();
  }

  /** Whether somebody has asked to be let in and nobody has answered yet. */
  isOpen({ seq, content: { kind, user } }: NoticeLine): boolean {
    return (
      kind === 'group.ask' &&
      this.group?.members?.some(({ userId }) => userId === user) !== true &&
      !this.log.lines.some((line) => line.kind === 'notice' && line.seq > seq && isAnswer(line, user))
    );
  }

  /** Readers of a topic do not. */
  get mayReact(): boolean {
    return !this.isTopic || this.role !== undefined;
  }

  /** Whether one may say something here, as far as it is known. */
  get maySay(): boolean {
    if (this.isTopic && this.role === undefined) {
      return false;
    }
    return this.group?.settings.send !== 'admins' || this.isAdmin;
  }

  /** The other of two people; oneself in notes; undefined in a group and in a topic. */
  get peer(): UserId | undefined {
    if (!this.id.startsWith('d-')) {
      return undefined;
    }
    const [, lower, higher] = this.id.split('-') as [string, UserId, UserId];
    return lower === this.me ? higher : lower;
  }

  /** What to show, oldest first, what waits last; another array whenever anything is another. */
  get lines(): readonly Line[] {
    if (this.#taken !== this.log.lines || this.#waiting !== this.pending) {
      this.#taken = this.log.lines;
      this.#waiting = this.pending;
      this.#lines = this.pending.length === 0 ? this.log.lines : [...this.log.lines, ...this.pending];
    }
    return this.#lines;
  }

  get lastLine(): Line | undefined {
    return this.pending.at(-1) ?? this.log.lines.at(-1);
  }

  /** Messages of others above our mark; what is not here counts in full, so a new device may count too many. */
  get unread(): number {
    let count = 0;
    for (let index = this.log.lines.length - 1; index >= 0; index--) {
      const line = this.log.lines[index]!;
      if ((line.seq ?? 0) <= this.read) {
        return count;
      }
      count += line.kind === 'message' && line.from !== this.me && !line.retracted ? 1 : 0;
    }
    const unseen = Math.max(0, (this.log.first === 0 ? this.lastSeq + 1 : this.log.first) - this.read - 1);
    return this.complete ? count : count + unseen;
  }

  tick(line: MessageLine): Tick {
    if (line.seq === undefined) {
      return line.refused === undefined ? 'waiting' : 'refused';
    }
    if (line.seq <= this.readByOther) {
      return 'read';
    }
    return line.seq <= this.delivered ? 'delivered' : 'sent';
  }

  isMuted(now = Date.now()): boolean {
    const { mutedUntil } = this.personal;
    return mutedUntil !== undefined && Date.parse(mutedUntil) > now;
  }

  /** Whether one wants to be told of what is new in it. */
  get isWanted(): boolean {
    return !this.isMuted() && !this.personal.archived;
  }

  /** Whether it waits to be looked at: something is unread, or one has said so. */
  get isWaiting(): boolean {
    return this.personal.unread || this.unread > 0;
  }

  get marks(): ThreadMarks {
    const { id, lastSeq, lastAt, read, delivered, readByOther, personal, listed } = this;
    const isSet = personal !== NOTHING_SET;
    return {
      ...{ id, lastSeq, lastAt, read, delivered, readByOther },
      ...(isSet ? { personal } : {}),
      ...(this.isTopic ? { listed } : {}),
    };
  }

  /** Takes over marks, from the store or the server; they only grow, but for what one has set and follows. Whether anything changed. */
  advance(marks: Partial<ThreadMarks>): boolean {
    const before = JSON.stringify(this.marks);
    this.lastSeq = Math.max(this.lastSeq, marks.lastSeq ?? 0);
    this.lastAt = marks.lastAt !== undefined && marks.lastAt > this.lastAt ? marks.lastAt : this.lastAt;
    this.read = Math.max(this.read, marks.read ?? 0);
    this.readByOther = Math.max(this.readByOther, marks.readByOther ?? 0);
    this.delivered = Math.max(this.delivered, marks.delivered ?? 0, this.readByOther);
    this.personal = marks.personal ?? this.personal;
    this.listed = marks.listed ?? this.listed;
    return before !== JSON.stringify(this.marks);
  }
}

/** Whether an admin has let that user in, or has not wanted to. */
function isAnswer({ content: { kind, members } }: NoticeLine, user: unknown): boolean {
  return (kind === 'group.add' || kind === 'group.decline') && Array.isArray(members) && members.includes(user);
}
