import { NatterError, type ConversationId, type ListedConversation, type News, type UserId } from '@natter/sdk';
import type { Groups } from './groups.js';
import type { History } from './history.js';
import type { InviteLink } from './invite-link.js';
import type { LateLine } from './late-line.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';
import type { Threads } from './threads.js';

/** Of a topic of which nothing else was said; see PROTOCOL.md. */
const SETTINGS = {
  send: 'everybody',
  add: 'admins',
  edit: 'admins',
  openHistory: true,
  approval: false,
  expireAfter: 0,
} as const;
/** Topics that one is told of; the server tells of 200, and looks at some more are to have room. */
const LISTENED = 150;

/** A topic that is to be made. */
export interface NewTopic {
  readonly title: string;
  readonly description?: string;
  /** Whether everybody may read it; else who has its link. */
  readonly public: boolean;
}

/**
 * Topics, which the UI calls channels: some publish, everybody else is told that there is something new and reads it. One listens
 * to those that one follows and to the one that is looked at.
 */
export class Topics {
  readonly #listened = new Set<ConversationId>();
  /** Those that are being followed from here: what is told of that says nothing new. */
  readonly #deciding = new Set<Thread>();
  /** Those whose news are being read. */
  readonly #reading = new Set<Thread>();
  #viewed: Thread | undefined;
  #closed = false;

  constructor(
    private readonly rest: Rest,
    private readonly line: LateLine,
    private readonly threads: Threads,
    private readonly groups: Groups,
    private readonly history: History,
  ) {}

  /** Reads no more news. */
  close(): void {
    this.#closed = true;
  }

  /** The new topic's thread, once the server has made it. */
  async create({ title, description, ...rest }: NewTopic): Promise<Thread> {
    const settings = { public: rest.public };
    const about = description === undefined ? {} : { description };
    const { conversation } = await this.groups.ask({ action: 'create', kind: 'topic', title, ...about, settings });
    const thread = this.threads.of(conversation);
    // What the server made of it is known before history tells.
    this.groups.know(thread, {
      ...{ conversation, title, ...about, following: false },
      settings: { ...SETTINGS, ...settings },
      members: [{ userId: thread.me, role: 'owner' }],
    });
    return thread;
  }

  /**
   * A topic that somebody has the link of, so that one can look at it. One that is not public is followed by that. Rejected
   * with a NatterError if there is none, or none for us.
   */
  async find({ conversation, code }: InviteLink): Promise<Thread> {
    const thread = this.threads.of(conversation);
    try {
      this.groups.know(thread, await this.rest.api.groupOf(await this.rest.token(), conversation));
    } catch (error) {
      if (!(error instanceof NatterError) || error.code !== 'not_a_member' || code === undefined) {
        throw error;
      }
      await this.follow(thread, code);
    }
    return thread;
  }

  /** Makes a topic one of one's conversations; what was said before is not new. Rejected if the server does not want it. */
  async follow(thread: Thread, code?: string): Promise<void> {
    this.#deciding.add(thread);
    try {
      await this.rest.api.follow(await this.rest.token(), thread.id, code);
      this.threads.mark(thread, { listed: true });
      await this.groups.load(thread);
      const told = await this.listen(thread);
      this.threads.read(thread, Math.max(thread.lastSeq, told?.seq ?? 0));
    } finally {
      this.#deciding.delete(thread);
    }
  }

  async unfollow(thread: Thread): Promise<void> {
    await this.rest.api.unfollow(await this.rest.token(), thread.id);
    if (thread.group !== undefined) {
      this.groups.know(thread, { ...thread.group, following: false });
    }
    this.#follows(thread, false);
  }

  /** Takes a reader out of a topic that is not public; as long as there is a link, they may come again. For its admins. */
  async removeReader(thread: Thread, reader: UserId): Promise<void> {
    await this.rest.api.removeReader(await this.rest.token(), thread.id, reader);
  }

  /** Says which thread is looked at; undefined if none is. */
  view(thread: Thread | undefined): void {
    const before = this.#viewed;
    this.#viewed = thread;
    if (before !== thread && before?.isTopic === true && !before.listed) {
      this.#unlisten(before);
    }
  }

  /**
   * Asks to be told what is new in a topic, unless one publishes there and gets all of it. Answers how far it is, once it is
   * told; undefined if it is not asked, or may not be read.
   */
  async listen(thread: Thread): Promise<News | undefined> {
    const hasRoom = this.#listened.size < LISTENED || thread === this.#viewed;
    if (thread.role !== undefined || this.#listened.has(thread.id) || !hasRoom) {
      return undefined;
    }
    this.#listened.add(thread.id);
    try {
      return await new Promise<News>((told) => this.line.speak((line) => told(line.listen(thread.id))));
    } catch {
      // It is a topic of others now, or full: it is asked again when it is opened.
      this.#listened.delete(thread.id);
      return undefined;
    }
  }

  /** A topic has come further. What is new is read after a random part of the spread: all its readers were told at once. */
  async hear({ conversation, seq, spreadMs }: News): Promise<void> {
    const thread = this.threads.of(conversation);
    this.threads.mark(thread, { lastSeq: seq });
    if (this.#reading.has(thread) || thread.log.last >= seq) {
      return;
    }
    this.#reading.add(thread);
    try {
      await new Promise((over) => setTimeout(over, Math.random() * spreadMs));
      // More may have come while it was read.
      while (!this.#closed && thread.log.last < thread.lastSeq) {
        const { lastSeq } = thread;
        await this.history.follow(thread, lastSeq, (from, to) => this.line.now!.pull(conversation, from, to));
        this.threads.mark(thread, { lastAt: thread.log.lines.at(-1)?.at ?? '' });
        if (thread.lastSeq === lastSeq) {
          break; // What is missing at the end is gone for everybody, or does not come now.
        }
      }
    } catch (error) {
      if (!(error instanceof NatterError)) {
        throw error;
      }
      this.#unlisten(thread); // It may not be read any more; opening it says so.
    } finally {
      this.#reading.delete(thread);
    }
  }

  /** One of one's devices has said whether one follows a topic; or an admin has taken us out. */
  hearDecision(thread: Thread, following: boolean): void {
    if (!this.#deciding.has(thread) && thread.listed !== following) {
      void this.#decidedElsewhere(thread, following);
    }
  }

  /** Topics that are not followed any more, as another device has it. */
  unlistWhatIsNot(listed: readonly ListedConversation[]): void {
    const there = new Set(listed.map(({ conversation }) => conversation));
    this.threads.listed
      .filter((thread) => thread.isTopic && !there.has(thread.id))
      .forEach((thread) => this.threads.mark(thread, { listed: false }));
  }

  async #decidedElsewhere(thread: Thread, following: boolean): Promise<void> {
    // Who publishes in a topic has it in any case, and only the group says who does.
    await this.groups.load(thread);
    this.#follows(thread, following);
    if (thread.listed) {
      await this.listen(thread);
    }
  }

  /** Lists a topic or not, and hears no more of one that is neither listed nor looked at. */
  #follows(thread: Thread, following: boolean): void {
    this.threads.mark(thread, { listed: following || thread.role !== undefined });
    if (!thread.listed && thread !== this.#viewed) {
      this.#unlisten(thread);
    }
  }

  #unlisten(thread: Thread): void {
    if (this.#listened.delete(thread.id)) {
      this.line.speak((line) => line.unlisten(thread.id));
    }
  }
}
