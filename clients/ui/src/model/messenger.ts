import type {
  ChatListener,
  Content,
  ConversationId,
  DeviceId,
  Entry,
  GivenUp,
  Line,
  MessageId,
  NatterApi,
  Profile,
  Receipts,
  Request,
  SearchPage,
  Sent,
  StoredMessage,
  UserId,
} from '@natter/sdk';
import { MediaApi } from '@natter/sdk/media';
import { Files, type Alone, type FileOptions } from './files.js';
import { Groups } from './groups.js';
import { History } from './history.js';
import type { InviteLink } from './invite-link.js';
import { LateLine } from './late-line.js';
import { toEntry, type MessageLine } from './lines.js';
import type { MessageStore } from './message-store.js';
import { Outgoing } from './outgoing.js';
import { Personal, personalOf } from './personal.js';
import { Pictures } from './pictures.js';
import { Presences } from './presences.js';
import { Profiles } from './profiles.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';
import { Threads } from './threads.js';
import { Thumbnails } from './thumbnails.js';
import { Topics } from './topics.js';
import { Vanishing } from './vanishing.js';

/** How it stands with the line to the server. */
export type Status =
  | { readonly kind: 'connecting' | 'online' }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'over'; readonly why: GivenUp };

export interface MessengerOptions extends Rest {
  readonly me: UserId;
  readonly device: DeviceId;
  readonly store: MessageStore;
  /** What an earlier run left without an answer. */
  readonly unanswered: () => Promise<readonly Request[]>;
  /** Opens the line: a ChatConnection, or a SharedConnection where there are several tabs. */
  readonly connect: (listener: ChatListener) => Line;
  /** Where there are several tabs: `navigator.locks.request`, so that only one of them sends a file that was chosen. */
  readonly alone?: Alone;
}

/** Threads whose last lines are fetched at the start, so that the list has something to say. */
const PREVIEWS = 60;
const PREVIEW_LINES = 30;
const AT_ONCE = 4;

/**
 * The conversations of one person on one device: what the components show and ask of. It keeps everything up to date by
 * itself; `subscribe` says when to look again. What is here is the way of a message, in and out; everything else is with the
 * part whose it is.
 */
export class Messenger implements Rest {
  readonly me: UserId;
  readonly api: NatterApi;
  readonly token: () => Promise<string>;
  readonly profiles: Profiles;
  readonly presences: Presences;
  readonly groups: Groups;
  readonly topics: Topics;
  readonly personal: Personal;
  readonly files: Files;
  readonly pictures: Pictures;
  readonly #line = new LateLine();
  readonly #threads: Threads;
  readonly #history: History;
  readonly #outgoing: Outgoing;
  readonly #thumbnails: Thumbnails;
  readonly #vanishing: Vanishing;
  readonly #listeners = new Set<() => void>();
  readonly #problems = new Set<(code: string) => void>();
  readonly #hearers = new Set<(thread: Thread, line: MessageLine) => void>();
  #status: Status = { kind: 'connecting' };
  #isNotified = true;
  #listed = false;
  #closed = false;

  constructor(private readonly options: MessengerOptions) {
    const { me, store } = options;
    this.me = me;
    this.api = options.api;
    this.token = options.token;
    const line = this.#line;
    const changed = () => this.#changed();
    const problem = (code: string) => this.#problem(code);
    const threads = new Threads(me, store, line, changed);
    this.#threads = threads;
    this.#history = new History(options, store, changed);
    this.#outgoing = new Outgoing(line, threads, changed, problem);
    this.profiles = new Profiles(options, store, changed);
    this.presences = new Presences(me, line, changed);
    this.groups = new Groups(me, options, store, line, threads, changed);
    this.topics = new Topics(options, line, threads, this.groups, this.#history);
    this.personal = new Personal(options, store, threads, changed, problem);
    const media = new MediaApi(options.api.edge, options.token);
    this.#thumbnails = new Thumbnails(media, changed);
    this.pictures = new Pictures(options, media, this.#thumbnails, this.profiles, this.groups);
    this.#vanishing = new Vanishing(threads, store, changed);
    this.files = new Files(media, store, this.#thumbnails, options.alone ?? ((_name, work) => work()), {
      begun: (file) => this.#outgoing.showFile(file),
      progressed: ({ key, conversation }, upload) => this.#outgoing.change(conversation, key, { upload }),
      arrived: (file, content) => this.#outgoing.sendFile(file, content),
      failed: ({ key, conversation }, refused) => this.#outgoing.change(conversation, key, { refused }),
      gone: ({ key, conversation }) => this.#outgoing.remove(this.thread(conversation), key),
    });
  }

  /** Shows what is stored, then connects. */
  async start(): Promise<void> {
    await this.#restore().catch(() => undefined); // A browser that gives nothing back starts from nothing.
    if (this.#closed) {
      return;
    }
    this.#changed();
    this.#vanishing.start();
    const line = this.options.connect({
      onWelcome: () => {
        this.#now({ kind: 'online' });
        this.files.retryStalled();
      },
      onDisconnected: (comesBackInMs) => this.#now({ kind: 'waiting', until: Date.now() + comesBackInMs }),
      onGivenUp: (why) => this.#now({ kind: 'over', why }),
      onEntry: (entry) => this.#enter(entry),
      onPresence: (presence) => this.presences.hear(presence),
      onNews: (news) => void this.topics.hear(news),
      onTyping: (typing) => this.presences.types(typing),
      onSent: (request, sent) => this.#sent(request, sent),
      onRefused: (request, failure) => this.#outgoing.refused(request, failure),
      // Who has asked a question is told what became of it.
      onError: ({ re, code }) => re === undefined && this.#problem(code),
    });
    this.#line.open(line);
    await this.files.restore().catch(() => undefined); // They were kept by a browser that gives nothing back.
    await this.#list();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.files.close();
    this.#thumbnails.close();
    this.#vanishing.close();
    this.topics.close();
    await this.#line.now?.close();
  }

  /** Calls back, once per turn, after anything has changed. The answer ends it. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Calls back with the code of what was refused and is shown nowhere else. The answer ends it. */
  onProblem(listener: (code: string) => void): () => void {
    this.#problems.add(listener);
    return () => this.#problems.delete(listener);
  }

  /**
   * Calls back with every message of others that comes in and that one wants to hear of: not of a conversation that is muted or
   * archived, and not with what was read elsewhere already. The answer ends it.
   */
  onMessage(listener: (thread: Thread, line: MessageLine) => void): () => void {
    this.#hearers.add(listener);
    return () => this.#hearers.delete(listener);
  }

  get status(): Status {
    return this.#status;
  }

  /** Whether the list is complete: the server has told which conversations there are, or the store had some. */
  get listed(): boolean {
    return this.#listed;
  }

  /** Those that are pinned first, then the one with the newest entry. */
  get threads(): readonly Thread[] {
    return this.#threads.listed;
  }

  /** How many conversations want to be looked at: none that is muted or archived. */
  get unread(): number {
    return this.threads.filter((thread) => thread.isWaiting && thread.isWanted).length;
  }

  thread(id: ConversationId): Thread {
    return this.#threads.of(id);
  }

  with(user: UserId): Thread {
    return this.#threads.with(user);
  }

  /** Says which thread is open here, so that one is told who types in it. */
  view(thread: Thread | undefined): void {
    this.topics.view(thread);
    this.#line.speak((line) => line.setViewing(thread === undefined ? [] : [thread.id]));
  }

  /** Says that the user types; may be called with every key. */
  type(thread: Thread, on: boolean): void {
    this.#line.now?.setTyping(thread.id, on);
  }

  /** Loads the end of a thread that somebody looks at. */
  async open(thread: Thread): Promise<void> {
    this.#watch(thread);
    if (thread.log.last === 0) {
      await this.#history.restore(thread).catch(() => undefined);
    }
    void this.groups.load(thread);
    if (thread.peer !== undefined) {
      this.profiles.refresh(thread.peer);
    }
    if (thread.isTopic) {
      void this.topics.listen(thread);
    }
    if (thread.personal.unread) {
      void this.personal.set(thread, { unread: false });
    }
    await this.#history.newest(thread);
    await this.#askForMarks(thread);
  }

  async loadOlder(thread: Thread): Promise<void> {
    if (!thread.complete) {
      await this.#history.older(thread);
    }
  }

  /** Loads back to a message that somebody wants to see. Whether it is there. */
  async reach(thread: Thread, seq: number): Promise<boolean> {
    await this.#history.reach(thread, seq);
    return thread.log.line(seq) !== undefined;
  }

  /** Messages with these words, the newest first; people after `from:` may be named as they are known here. */
  async search(query: string, within?: Thread, cursor?: string): Promise<SearchPage> {
    const named = query.replace(/(^|\s)from:(?!me\b)(\S+)/giu, (whole, before: string, name: string) => {
      const user = this.profiles.named(name);
      return user === undefined ? whole : `${before}from:${user}`;
    });
    const asked = within === undefined ? named : `${named} in:${within.id}`;
    return this.api.search(await this.token(), asked, cursor === undefined ? {} : { cursor });
  }

  /** Says that everything that is here has been read. */
  markRead(thread: Thread): void {
    this.#threads.read(thread, thread.log.last);
  }

  say(thread: Thread, text: string, replyTo?: number): void {
    this.#outgoing.send(thread, { kind: 'text', text }, replyTo === undefined ? {} : { replyTo });
  }

  /** Sends a file as soon as it is uploaded. */
  sendFile(thread: Thread, file: File, options: FileOptions = {}): void {
    this.files.send(thread.id, file, options);
  }

  edit(thread: Thread, line: MessageLine, text: string): void {
    this.#outgoing.act(thread, { kind: 'text', text }, { action: 'edit', target: targetOf(line) });
  }

  retract(thread: Thread, line: MessageLine): void {
    this.#outgoing.act(thread, { kind: 'retract' }, { action: 'retract', target: targetOf(line) });
  }

  /** Puts the reaction, or takes it away if it is there. */
  react(thread: Thread, line: MessageLine, emoji: string): void {
    const isThere = line.reactions.some((reaction) => reaction.user === this.me && reaction.emoji === emoji);
    const content: Content = isThere ? { kind: 'reaction' } : { kind: 'reaction', emoji };
    this.#outgoing.act(thread, content, { action: isThere ? 'unreact' : 'react', target: { seq: line.seq! } });
  }

  /** Sends again what the server has refused. */
  retry(thread: Thread, line: MessageLine): void {
    if (this.files.isOutgoing(line.key)) {
      this.files.retry(line.key);
      return;
    }
    this.discard(thread, line);
    this.#outgoing.send(thread, line.content, line.replyTo === undefined ? {} : { replyTo: line.replyTo });
  }

  discard(thread: Thread, line: MessageLine): void {
    void this.files.discard(line.key).catch(() => undefined); // What stays kept is offered again after a reload.
    this.#outgoing.remove(thread, line.key);
  }

  /** Who has got a message to a group, for its author. */
  async receipts(thread: Thread, seq: number): Promise<Receipts> {
    return this.api.receipts(await this.token(), thread.id, seq);
  }

  /**
   * The conversation that a link leads to: a topic, to look at, or a group, which one joins. Undefined if an admin has to let us in
   * first. Rejected with a NatterError if it leads nowhere.
   */
  come(link: InviteLink): Promise<Thread | undefined> {
    return this.thread(link.conversation).isTopic ? this.topics.find(link) : this.groups.join(link);
  }

  /** Rejected with a NatterError (`user_unknown`) if there is nobody of that name. */
  async find(username: string): Promise<Profile> {
    const profile = await this.api.findUser(await this.token(), username);
    this.profiles.learn(profile);
    return profile;
  }

  setActive(active: boolean): void {
    this.#line.speak((line) => line.setActive(active));
  }

  reconnect(): void {
    this.#line.now?.reconnect();
  }

  async #restore(): Promise<void> {
    await this.profiles.restore();
    const hadThreads = await this.#threads.restore();
    await this.groups.restore();
    const shown = this.threads.slice(0, PREVIEWS);
    await Promise.all(shown.map((thread) => this.#history.restore(thread, PREVIEW_LINES)));
    this.#listed = hadThreads;
    (await this.options.unanswered()).forEach((request) => this.#outgoing.show(request));
  }

  /** Which conversations there are, and the last lines of those that were not heard of. */
  async #list(): Promise<void> {
    for (let wait = 500; !this.#closed; wait = Math.min(wait * 2, 30_000)) {
      try {
        const listed = await this.api.conversations(await this.token());
        this.topics.unlistWhatIsNot(listed);
        for (const { conversation, lastSeq, lastAt, read, ...set } of listed) {
          if (lastAt !== undefined) {
            this.#threads.mark(this.thread(conversation), {
              ...{ lastSeq, lastAt, read: read ?? 0, personal: personalOf(set) },
              listed: true,
            });
          }
        }
        void this.personal.restoreStars();
        break;
      } catch {
        await new Promise((over) => setTimeout(over, wait));
      }
    }
    this.#listed = true;
    this.#changed();
    const behind = this.threads.slice(0, PREVIEWS).filter((thread) => thread.log.last < thread.lastSeq);
    const loaders = Array.from({ length: AT_ONCE }, async () => {
      for (let thread = behind.shift(); thread !== undefined && !this.#closed; thread = behind.shift()) {
        await this.#history.newest(thread, PREVIEW_LINES);
      }
    });
    await Promise.all(loaders);
    this.threads.slice(0, PREVIEWS).forEach((thread) => this.#watch(thread));
    this.threads.filter((thread) => thread.isTopic).forEach((thread) => void this.topics.listen(thread));
  }

  /** Learns who is there, or what it is. */
  #watch(thread: Thread): void {
    if (thread.peer === undefined) {
      this.groups.learn(thread);
    } else {
      this.presences.watch(thread.peer);
    }
  }

  #sent(request: Request, sent: Sent): void {
    const thread = this.thread(sent.conversation);
    if (request.type === 'group') {
      if (request.action === 'join') {
        return; // An entry says that we are in.
      }
      // What it came to is the server's to say.
      this.#threads.mark(thread, { lastSeq: sent.seq, lastAt: sent.at });
      void this.#history.until(thread, sent.seq);
      void this.groups.loadChanged(thread);
      return;
    }
    const { conversation, seq, epoch, at } = sent;
    const expiresAt = thread.vanishesAt(request, at);
    void this.#take({
      conversation,
      seq,
      epoch,
      from: this.me,
      device: this.options.device,
      id: request.id,
      at,
      content: request.content,
      ...(request.replyTo === undefined ? {} : { replyTo: request.replyTo }),
      ...(expiresAt === undefined ? {} : { expiresAt }),
      ...(request.action === undefined ? {} : { action: request.action }),
      ...(request.target === undefined ? {} : { target: request.target.seq }),
    }).catch(() => undefined); // History has it.
  }

  /** Fulfilled when it is stored, and can be acknowledged. */
  async #enter(entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'message':
        return this.#take(toEntry(entry));
      case 'receipt': {
        const marks =
          entry.user === this.me
            ? { read: entry.read ?? 0 }
            : { delivered: entry.delivered ?? 0, readByOther: entry.read ?? 0 };
        this.#threads.mark(this.thread(entry.conversation), marks);
        return;
      }
      case 'missed': {
        const thread = this.thread(entry.conversation);
        this.#threads.mark(thread, { lastSeq: entry.last });
        void this.#history.until(thread, entry.last);
        return;
      }
      case 'personal': {
        const thread = this.thread(entry.conversation);
        if (thread.isTopic && entry.message === undefined) {
          this.topics.hearDecision(thread, entry.following === true);
        }
        return this.personal.hear(entry);
      }
      case 'security':
        return; // Shown where devices are shown, which asks the server.
    }
  }

  async #take(entry: StoredMessage): Promise<void> {
    const thread = this.thread(entry.conversation);
    this.presences.said(entry.conversation, entry.from);
    const isNext = thread.log.last === 0 || entry.seq <= thread.log.last + 1;
    thread.log.add([entry]);
    this.#outgoing.remove(thread, entry.id);
    // Who gets the entries of a topic publishes there.
    this.#threads.mark(thread, { lastSeq: entry.seq, lastAt: entry.at, listed: true });
    this.#watch(thread);
    this.#changed();
    this.#hear(thread, entry);
    if (!isNext) {
      void this.#history.until(thread, entry.seq);
    }
    if (entry.action === 'group') {
      void this.groups.loadChanged(thread);
    }
    await this.options.store.saveEntries([entry]);
  }

  #hear(thread: Thread, { from, seq }: StoredMessage): void {
    const line = thread.log.line(seq);
    if (line?.kind === 'message' && from !== this.me && seq > thread.read && thread.isWanted) {
      this.#hearers.forEach((tell) => tell(thread, line));
    }
  }

  /** A device that is new has heard no receipt of what was said before it came. */
  async #askForMarks(thread: Thread): Promise<void> {
    const { peer } = thread;
    const last = thread.log.lines.findLast((line) => line.kind === 'message' && line.from === this.me)?.seq;
    if (peer === undefined || last === undefined || last <= thread.readByOther) {
      return;
    }
    try {
      const { delivered, read } = await this.receipts(thread, last);
      this.#threads.mark(thread, {
        delivered: delivered.includes(peer) ? last : 0,
        readByOther: read.includes(peer) ? last : 0,
      });
    } catch {
      // The ticks stay as they are; the next receipt moves them.
    }
  }

  #now(status: Status): void {
    this.#status = status;
    this.#changed();
  }

  #problem(code: string): void {
    this.#problems.forEach((tell) => tell(code));
  }

  #changed(): void {
    if (this.#isNotified) {
      this.#isNotified = false;
      queueMicrotask(() => {
        this.#isNotified = true;
        this.#listeners.forEach((listener) => listener());
      });
    }
  }
}

function targetOf(line: MessageLine): { seq: number; device?: DeviceId; id: MessageId } {
  return { seq: line.seq!, ...(line.device === undefined ? {} : { device: line.device }), id: line.key };
}
