import { directConversation, type ConversationId, type UserId } from '@natter/sdk';
import type { LateLine } from './late-line.js';
import type { MessageStore } from './message-store.js';
import { Thread, type ThreadMarks } from './thread.js';

/** All conversations that this device knows, and how far one has come in each; what is marked is stored. */
export class Threads {
  readonly #all = new Map<ConversationId, Thread>();

  constructor(
    private readonly me: UserId,
    private readonly store: MessageStore,
    private readonly line: LateLine,
    private readonly changed: () => void,
  ) {}

  /** Whether the store had some. */
  async restore(): Promise<boolean> {
    const marks = await this.store.threads();
    marks.forEach((mark) => this.of(mark.id).advance(mark));
    return marks.length > 0;
  }

  /** Made when it is asked for. */
  of(id: ConversationId): Thread {
    let thread = this.#all.get(id);
    if (thread === undefined) {
      thread = new Thread(id, this.me);
      this.#all.set(id, thread);
    }
    return thread;
  }

  /** All that were asked for, one's own or not. */
  get all(): readonly Thread[] {
    return [...this.#all.values()];
  }

  with(user: UserId): Thread {
    return this.of(directConversation(this.me, user));
  }

  /** One's conversations: those that are pinned first, then the one with the newest entry. */
  get listed(): readonly Thread[] {
    const at = (thread: Thread) => thread.pending.at(-1)?.at ?? thread.lastAt;
    return this.all
      .filter((thread) => thread.listed && (thread.lastSeq > 0 || thread.pending.length > 0))
      .sort(
        (one, other) => Number(other.personal.pinned) - Number(one.personal.pinned) || (at(one) < at(other) ? 1 : -1),
      );
  }

  mark(thread: Thread, marks: Partial<ThreadMarks>): void {
    if (thread.advance(marks)) {
      void this.store.saveThread(thread.marks).catch(() => undefined);
      this.changed();
    }
  }

  /** Says that one has read up to there. */
  read(thread: Thread, seq: number): void {
    if (seq > thread.read) {
      this.line.speak((line) => line.read(thread.id, seq));
      this.mark(thread, { read: seq, personal: { ...thread.personal, unread: false } });
    }
  }
}
