import {
  NatterError,
  directConversation,
  type ChatListener,
  type Content,
  type ConversationId,
  type DeviceId,
  type Entry,
  type Failure,
  type GivenUp,
  type GroupAction,
  type GroupView,
  type Line as Connection,
  type ListedConversation,
  type MessageId,
  type NatterApi,
  type News,
  type PersonalChange,
  type PersonalState,
  type Presence,
  type Profile,
  type Receipts,
  type Recipient,
  type Request,
  type SearchPage,
  type SendOptions,
  type Sent,
  type StoredMessage,
  type UserId,
} from '@natter/sdk';
import { MediaApi } from '@natter/sdk/media';
import { Files, type Alone, type FileOptions, type OutgoingFile } from './files.js';
import { History } from './history.js';
import { toEntry, type MessageLine } from './lines.js';
import type { MessageStore } from './message-store.js';
import { Profiles } from './profiles.js';
import { Thread, type ThreadMarks } from './thread.js';
import { newTopicCode, type TopicLink } from './topic-link.js';

/** How it stands with the line to the server. */
export type Status =
  | { readonly kind: 'connecting' | 'online' }
  | { readonly kind: 'waiting'; readonly until: number }
  | { readonly kind: 'over'; readonly why: GivenUp };

/** Of a topic of which nothing else was said; see PROTOCOL.md. */
const TOPIC_SETTINGS = {
  send: 'everybody',
  add: 'admins',
  edit: 'admins',
  openHistory: true,
  approval: false,
  expireAfter: 0,
} as const;

/** A topic that is to be made. */
export interface NewTopic {
  readonly title: string;
  readonly description?: string;
  /** Whether everybody may read it; else who has its link. */
  readonly public: boolean;
}

export interface MessengerOptions {
  readonly me: UserId;
  readonly device: DeviceId;
  readonly api: NatterApi;
  /** A valid access token. */
  readonly token: () => Promise<string>;
  readonly store: MessageStore;
  /** What an earlier run left without an answer. */
  readonly unanswered: () => Promise<readonly Request[]>;
  /** Opens the line: a ChatConnection, or a SharedConnection where there are several tabs. */
  readonly connect: (listener: ChatListener) => Connection;
  /** Where there are several tabs: `navigator.locks.request`, so that only one of them sends a file that was chosen. */
  readonly alone?: Alone;
}

/** Threads whose last lines are fetched at the start, so that the list has something to say. */
const PREVIEWS = 60;
const PREVIEW_LINES = 30;
const AT_ONCE = 4;
const WATCHED = 150;
/** Topics that one is told of; the server tells of 200, and looks at some more are to have room. */
const LISTENED = 150;
const TYPING_OVER_MS = 6_000;
/** What a group or a topic is, is told by history, which is a little behind. */
const ONCE = [0];
const UNTIL_CHANGED = [0, 400, 2_500];

/**
 * The conversations of one person on one device: what the components show and ask of. It keeps everything up to date by
 * itself; `subscribe` says when to look again.
 */
export class Messenger {
  readonly me: UserId;
  readonly api: NatterApi;
  readonly token: () => Promise<string>;
  readonly profiles: Profiles;
  readonly files: Files;
  readonly #threads = new Map<ConversationId, Thread>();
  readonly #presence = new Map<UserId, Presence>();
  /** With what takes each to have stopped. */
  readonly #typing = new Map<ConversationId, Map<UserId, ReturnType<typeof setTimeout>>>();
  readonly #watched = new Set<UserId>();
  readonly #listened = new Set<ConversationId>();
  /** Topics that are being followed from here: what is told of that says nothing new. */
  readonly #deciding = new Set<Thread>();
  /** Groups and topics that this run has asked about: what the store has of them may be old. */
  readonly #asked = new Set<ConversationId>();
  /** Topics whose news are being read. */
  readonly #reading = new Set<Thread>();
  #viewed: Thread | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #problems = new Set<(code: string) => void>();
  readonly #history: History;
  #connection: Connection | undefined;
  /** What was said before there was a line. */
  readonly #early: ((line: Connection) => void)[] = [];
  #status: Status = { kind: 'connecting' };
  #isNotified = true;
  #listed = false;
  #closed = false;

  constructor(private readonly options: MessengerOptions) {
    this.me = options.me;
    this.api = options.api;
    this.token = options.token;
    const changed = () => this.#changed();
    this.profiles = new Profiles(options.api, options.token, options.store, changed);
    this.#history = new History(options.api, options.token, options.store, changed);
    const media = new MediaApi(options.api.edge, options.token);
    this.files = new Files(media, options.store, options.alone ?? ((_name, work) => work()), {
      begun: (file) => this.#pendFile(file),
      progressed: ({ key, conversation }, upload) => this.#repend(conversation, key, { upload }),
      arrived: (file, content) => this.#sendFile(file, content),
      failed: ({ key, conversation }, refused) => this.#repend(conversation, key, { refused }),
      gone: ({ key, conversation }) => this.#unpend(this.thread(conversation), key),
      changed,
    });
  }

  /** Shows what is stored, then connects. */
  async start(): Promise<void> {
    await this.#restore().catch(() => undefined); // A browser that gives nothing back starts from nothing.
    if (this.#closed) {
      return;
    }
    this.#changed();
    this.#connection = this.options.connect({
      onWelcome: () => {
        this.#now({ kind: 'online' });
        this.files.retryStalled();
      },
      onDisconnected: (comesBackInMs) => this.#now({ kind: 'waiting', until: Date.now() + comesBackInMs }),
      onGivenUp: (why) => this.#now({ kind: 'over', why }),
      onEntry: (entry) => this.#enter(entry),
      onPresence: (presence) => {
        this.#presence.set(presence.user, presence);
        this.#changed();
      },
      onNews: (news) => void this.#hear(news),
      onTyping: ({ conversation, user, on }) => this.#types(conversation, user, on),
      onSent: (request, sent) => this.#sent(request, sent),
      onRefused: (request, failure) => this.#refused(request, failure),
      // Who has asked a question is told what became of it.
      onError: ({ re, code }) => re === undefined && this.#problem(code),
    });
    this.#early.splice(0).forEach((speak) => this.#onLine(speak));
    await this.files.restore().catch(() => undefined); // They were kept by a browser that gives nothing back.
    await this.#list();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.files.close();
    await this.#connection?.close();
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

  get status(): Status {
    return this.#status;
  }

  /** Whether the list is complete: the server has told which conversations there are, or the store had some. */
  get listed(): boolean {
    return this.#listed;
  }

  /** Those that are pinned first, then the one with the newest entry. */
  get threads(): readonly Thread[] {
    const at = (thread: Thread) => thread.pending.at(-1)?.at ?? thread.lastAt;
    return [...this.#threads.values()]
      .filter((thread) => thread.listed && (thread.lastSeq > 0 || thread.pending.length > 0))
      .sort(
        (one, other) => Number(other.personal.pinned) - Number(one.personal.pinned) || (at(one) < at(other) ? 1 : -1),
      );
  }

  /** How many conversations want to be looked at: none that is muted or archived. */
  get unread(): number {
    return this.threads.filter((thread) => thread.isWaiting && !thread.isMuted() && !thread.personal.archived).length;
  }

  thread(id: ConversationId): Thread {
    let thread = this.#threads.get(id);
    if (thread === undefined) {
      thread = new Thread(id, this.me);
      this.#threads.set(id, thread);
    }
    return thread;
  }

  with(user: UserId): Thread {
    return this.thread(directConversation(this.me, user));
  }

  presence(user: UserId): Presence | undefined {
    return this.#presence.get(user);
  }

  /** Who types in a thread that is open. */
  typing(thread: Thread): readonly UserId[] {
    return [...(this.#typing.get(thread.id)?.keys() ?? [])];
  }

  /** Says which thread is open here, so that one is told who types in it. */
  view(thread: Thread | undefined): void {
    const before = this.#viewed;
    this.#viewed = thread;
    if (before !== thread && before?.isTopic === true && !before.listed) {
      this.#unlisten(before);
    }
    this.#onLine((line) => line.setViewing(thread === undefined ? [] : [thread.id]));
  }

  /** Says that the user types; may be called with every key. */
  type(thread: Thread, on: boolean): void {
    this.#connection?.setTyping(thread.id, on);
  }

  /** Loads the end of a thread that somebody looks at. */
  async open(thread: Thread): Promise<void> {
    this.#watch(thread);
    if (thread.log.last === 0) {
      await this.#history.restore(thread).catch(() => undefined);
    }
    if (thread.peer === undefined) {
      void this.#loadGroup(thread, ONCE);
    }
    if (thread.isTopic) {
      void this.#listen(thread);
    }
    if (thread.personal.unread) {
      void this.setPersonal(thread, { unread: false });
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
    this.#read(thread, thread.log.last);
  }

  #read(thread: Thread, seq: number): void {
    if (seq > thread.read) {
      this.#onLine((line) => line.read(thread.id, seq));
      this.#mark(thread, { read: seq, personal: { ...thread.personal, unread: false } });
    }
  }

  /** Mutes, archives, pins it or marks it as unread; shown at once, and taken back if the server does not want it. */
  async setPersonal(thread: Thread, change: PersonalChange): Promise<void> {
    const before = thread.personal;
    const { mutedUntil = before.mutedUntil, ...rest } = change;
    const { mutedUntil: _before, ...flags } = before;
    this.#mark(thread, { personal: { ...flags, ...rest, ...(mutedUntil == null ? {} : { mutedUntil }) } });
    await this.#personally(
      async (token) => this.#mark(thread, { personal: await this.api.changePersonal(token, thread.id, change) }),
      () => this.#mark(thread, { personal: before }),
    );
  }

  async star(thread: Thread, seq: number, on: boolean): Promise<void> {
    this.#starred(thread, seq, on);
    await this.#personally(
      (token) => (on ? this.api.star(token, thread.id, seq) : this.api.unstar(token, thread.id, seq)),
      () => this.#starred(thread, seq, !on),
    );
  }

  /** Deletes a message on all of one's own devices, and for nobody else. */
  async deleteForMe(thread: Thread, seq: number): Promise<void> {
    await this.#personally(async (token) => {
      await this.api.deleteForMe(token, thread.id, seq);
      await this.#hide(thread, seq);
    });
  }

  /** Asks for one's starred messages. */
  async stars(cursor?: string): ReturnType<NatterApi['stars']> {
    const page = await this.api.stars(await this.token(), cursor);
    page.messages.forEach(({ conversation, seq }) => this.thread(conversation).starred.add(seq));
    this.#changed();
    return page;
  }

  async #personally(ask: (token: string) => Promise<unknown>, takeBack: () => void = () => undefined): Promise<void> {
    try {
      await ask(await this.token());
    } catch (error) {
      takeBack();
      this.#problem(error instanceof NatterError ? error.code : 'unavailable');
    }
  }

  #starred(thread: Thread, seq: number, on: boolean): void {
    if (on) {
      thread.starred.add(seq);
    } else {
      thread.starred.delete(seq);
    }
    this.#changed();
  }

  async #hide(thread: Thread, seq: number): Promise<void> {
    const hidden = thread.log.hide(seq);
    this.#changed();
    if (hidden !== undefined) {
      await this.options.store.saveEntries([hidden]);
    }
  }

  say(thread: Thread, text: string, replyTo?: number): void {
    this.#send(thread, { kind: 'text', text }, replyTo === undefined ? {} : { replyTo });
  }

  /** Sends a file as soon as it is uploaded. */
  sendFile(thread: Thread, file: File, options: FileOptions = {}): void {
    this.files.send(thread.id, file, options);
  }

  edit(thread: Thread, line: MessageLine, text: string): void {
    this.#act(thread, { kind: 'text', text }, { action: 'edit', target: targetOf(line) });
  }

  retract(thread: Thread, line: MessageLine): void {
    this.#act(thread, { kind: 'retract' }, { action: 'retract', target: targetOf(line) });
  }

  /** Puts the reaction, or takes it away if it is there. */
  react(thread: Thread, line: MessageLine, emoji: string): void {
    const isThere = line.reactions.some((reaction) => reaction.user === this.me && reaction.emoji === emoji);
    this.#act(thread, isThere ? { kind: 'reaction' } : { kind: 'reaction', emoji }, {
      action: isThere ? 'unreact' : 'react',
      target: { seq: line.seq! },
    });
  }

  /** Sends again what the server has refused. */
  retry(thread: Thread, line: MessageLine): void {
    if (this.files.isOutgoing(line.key)) {
      this.files.retry(line.key);
      return;
    }
    this.discard(thread, line);
    this.#send(thread, line.content, line.replyTo === undefined ? {} : { replyTo: line.replyTo });
  }

  discard(thread: Thread, line: MessageLine): void {
    void this.files.discard(line.key).catch(() => undefined); // What stays kept is offered again after a reload.
    this.#unpend(thread, line.key);
  }

  /** The new group's thread, once the server has made it. */
  async createGroup(title: string, members: readonly UserId[]): Promise<Thread> {
    const { conversation } = await this.#askGroup({ action: 'create', title, members });
    return this.thread(conversation);
  }

  /** The new topic's thread, once the server has made it. */
  async createTopic({ title, description, ...rest }: NewTopic): Promise<Thread> {
    const settings = { public: rest.public };
    const about = description === undefined ? {} : { description };
    const { conversation } = await this.#askGroup({ action: 'create', kind: 'topic', title, ...about, settings });
    const thread = this.thread(conversation);
    // What the server made of it is known before history tells.
    this.#know(thread, {
      ...{ conversation, title, ...about, following: false },
      settings: { ...TOPIC_SETTINGS, ...settings },
      members: [{ userId: this.me, role: 'owner' }],
    });
    return thread;
  }

  /**
   * A topic that somebody has the link of, so that one can look at it. One that is not public is followed by that. Rejected
   * with a NatterError if there is none, or none for us.
   */
  async findTopic({ topic, code }: TopicLink): Promise<Thread> {
    const thread = this.thread(topic);
    try {
      this.#know(thread, await this.api.groupOf(await this.token(), topic));
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
      await this.api.follow(await this.token(), thread.id, code);
      this.#mark(thread, { listed: true });
      await this.#loadGroup(thread, ONCE);
      const told = await this.#listen(thread);
      this.#read(thread, Math.max(thread.lastSeq, told?.seq ?? 0));
    } finally {
      this.#deciding.delete(thread);
    }
  }

  /** Another device follows a topic, or does no longer; or an admin has taken us out. */
  async #decidedElsewhere(thread: Thread, following: boolean): Promise<void> {
    // Who publishes in a topic has it in any case, and only the group says who does.
    await this.#loadGroup(thread, ONCE);
    this.#follows(thread, following);
    if (thread.listed) {
      await this.#listen(thread);
    }
  }

  async unfollow(thread: Thread): Promise<void> {
    await this.api.unfollow(await this.token(), thread.id);
    if (thread.group !== undefined) {
      this.#know(thread, { ...thread.group, following: false });
    }
    this.#follows(thread, false);
  }

  /** Lists a topic or not, and hears no more of one that is neither listed nor looked at. */
  #follows(thread: Thread, following: boolean): void {
    this.#mark(thread, { listed: following || thread.role !== undefined });
    if (!thread.listed && thread !== this.#viewed) {
      this.#unlisten(thread);
    }
  }

  /** Makes a link by which readers come to a topic that is not public; the one before is over. For its admins. */
  async inviteReaders(thread: Thread): Promise<TopicLink> {
    const code = newTopicCode();
    await this.changeGroup({ action: 'invite', conversation: thread.id, code });
    return { topic: thread.id, code };
  }

  async changeGroup(action: Exclude<GroupAction, { action: 'create' }>): Promise<void> {
    await this.#askGroup(action);
  }

  /** Who has got a message to a group, for its author. */
  async receipts(thread: Thread, seq: number): Promise<Receipts> {
    return this.api.receipts(await this.token(), thread.id, seq);
  }

  /** Undefined if there is nobody of that name. */
  async find(username: string): Promise<Profile | undefined> {
    const profile = await this.api.findUser(await this.token(), username);
    this.profiles.learn(profile);
    return profile;
  }

  setActive(active: boolean): void {
    this.#onLine((line) => line.setActive(active));
  }

  reconnect(): void {
    this.#connection?.reconnect();
  }

  async #restore(): Promise<void> {
    await this.profiles.restore();
    const marks = await this.options.store.threads();
    marks.forEach((mark) => this.thread(mark.id).advance(mark));
    (await this.options.store.groups()).forEach((group) => (this.thread(group.conversation).group = group));
    const shown = this.threads.slice(0, PREVIEWS);
    await Promise.all(shown.map((thread) => this.#history.restore(thread, PREVIEW_LINES)));
    this.#listed = marks.length > 0;
    (await this.options.unanswered()).forEach((request) => this.#pend(request));
  }

  /** Which conversations there are, and the last lines of those that were not heard of. */
  async #list(): Promise<void> {
    for (let wait = 500; !this.#closed; wait = Math.min(wait * 2, 30_000)) {
      try {
        const listed = await this.api.conversations(await this.token());
        this.#unlistWhatIsNot(listed);
        for (const { conversation, lastSeq, lastAt, read, ...set } of listed) {
          if (lastAt !== undefined) {
            this.#mark(this.thread(conversation), {
              ...{ lastSeq, lastAt, read: read ?? 0, personal: personalOf(set) },
              listed: true,
            });
          }
        }
        void this.#restoreStars();
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
    this.threads.filter((thread) => thread.isTopic).forEach((thread) => void this.#listen(thread));
  }

  /** Topics that are not followed any more, as another device has it. */
  #unlistWhatIsNot(listed: readonly ListedConversation[]): void {
    const there = new Set(listed.map(({ conversation }) => conversation));
    this.threads
      .filter((thread) => thread.isTopic && !there.has(thread.id))
      .forEach((thread) => this.#mark(thread, { listed: false }));
  }

  /** Which of the messages that are here are starred. */
  async #restoreStars(): Promise<void> {
    try {
      for (let page = await this.stars(); page.next !== undefined;) {
        page = await this.stars(page.next);
      }
    } catch {
      // They are not marked then, until the next start.
    }
  }

  #watch(thread: Thread): void {
    const { peer } = thread;
    if (peer === undefined) {
      if (!this.#asked.has(thread.id)) {
        void this.#loadGroup(thread, ONCE);
      }
    } else if (peer !== this.me && !this.#watched.has(peer) && this.#watched.size < WATCHED) {
      this.#watched.add(peer);
      this.#onLine((line) => line.watch([peer]));
    }
  }

  /**
   * Asks to be told what is new in a topic, unless one publishes there and gets all of it. Answers how far it is, once it is
   * told; undefined if it is not asked, or may not be read.
   */
  async #listen(thread: Thread): Promise<News | undefined> {
    const hasRoom = this.#listened.size < LISTENED || thread === this.#viewed;
    if (thread.role !== undefined || this.#listened.has(thread.id) || !hasRoom) {
      return undefined;
    }
    this.#listened.add(thread.id);
    try {
      return await new Promise<News>((told) => this.#onLine((line) => told(line.listen(thread.id))));
    } catch {
      // It is a topic of others now, or full: it is asked again when it is opened.
      this.#listened.delete(thread.id);
      return undefined;
    }
  }

  #unlisten(thread: Thread): void {
    if (this.#listened.delete(thread.id)) {
      this.#onLine((line) => line.unlisten(thread.id));
    }
  }

  /** A topic has come further. What is new is read after a random part of the spread: all its readers were told at once. */
  async #hear({ conversation, seq, spreadMs }: News): Promise<void> {
    const thread = this.thread(conversation);
    this.#mark(thread, { lastSeq: seq });
    if (this.#reading.has(thread) || thread.log.last >= seq) {
      return;
    }
    this.#reading.add(thread);
    try {
      await new Promise((over) => setTimeout(over, Math.random() * spreadMs));
      // More may have come while it was read.
      while (!this.#closed && thread.log.last < thread.lastSeq) {
        const { lastSeq } = thread;
        await this.#history.follow(thread, lastSeq, (from, to) => this.#connection!.pull(conversation, from, to));
        this.#mark(thread, { lastAt: thread.log.lines.at(-1)?.at ?? '' });
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

  /** Says something now, or as soon as there is a line. */
  #onLine(speak: (line: Connection) => void): void {
    if (this.#connection === undefined) {
      this.#early.push(speak);
    } else {
      speak(this.#connection);
    }
  }

  #send(thread: Thread, content: Content, options: SendOptions): void {
    const to = this.#recipientOf(thread);
    this.#onLine((line) => {
      const { id, sent } = line.send(to, content, options);
      sent.catch(() => undefined); // Told by the listener.
      this.#pend({ type: 'send', id, to, content, ...options });
    });
  }

  #act(thread: Thread, content: Content, options: SendOptions): void {
    const to = this.#recipientOf(thread);
    this.#onLine((line) => line.send(to, content, options).sent.catch(() => undefined));
  }

  /** Shows a message before the server has it. */
  #pend(request: Request): void {
    if (request.type === 'send' && request.action === undefined) {
      const { id, content, replyTo } = request;
      this.#addPending(this.#threadOf(request), {
        key: id,
        at: new Date().toISOString(),
        content,
        ...(replyTo === undefined ? {} : { replyTo }),
      });
    }
  }

  #pendFile({ key, conversation, at, file, name, caption, replyTo }: OutgoingFile): void {
    this.#addPending(this.thread(conversation), {
      key,
      at,
      content: { kind: 'media', mime: file.type, size: file.size, name, caption },
      ...(replyTo === undefined ? {} : { replyTo }),
    });
  }

  #addPending(thread: Thread, line: Pick<MessageLine, 'key' | 'at' | 'content' | 'replyTo'>): void {
    if (!thread.pending.some((pending) => pending.key === line.key)) {
      const untouched = { edited: false, retracted: false, pinned: false, reactions: [] };
      thread.pending = [...thread.pending, { kind: 'message', from: this.me, ...line, ...untouched }];
      this.#changed();
    }
  }

  /** What is not said of a line any more is gone: it is on its way, or was refused, or waits for its answer. */
  #repend(
    conversation: ConversationId,
    key: MessageId,
    state: Partial<Pick<MessageLine, 'upload' | 'refused' | 'content'>>,
  ): void {
    const thread = this.thread(conversation);
    thread.pending = thread.pending.map((line) => {
      const { upload: _upload, refused: _refused, ...rest } = line;
      return line.key === key ? { ...rest, ...state } : line;
    });
    this.#changed();
  }

  #unpend(thread: Thread, key: MessageId): void {
    thread.pending = thread.pending.filter((pending) => pending.key !== key);
    this.#changed();
  }

  #sendFile({ key, conversation, replyTo }: OutgoingFile, content: Content): Promise<unknown> {
    const thread = this.thread(conversation);
    this.#repend(conversation, key, { content });
    return new Promise((settled) => {
      this.#onLine((line) => {
        const options = { id: key, ...(replyTo === undefined ? {} : { replyTo }) };
        settled(line.send(this.#recipientOf(thread), content, options).sent);
      });
    });
  }

  #recipientOf(thread: Thread): Recipient {
    return thread.peer === undefined ? { conversation: thread.id } : { user: thread.peer };
  }

  #threadOf(request: Extract<Request, { type: 'send' }>): Thread {
    return 'user' in request.to ? this.with(request.to.user) : this.thread(request.to.conversation);
  }

  #askGroup(action: GroupAction): Promise<Sent> {
    if (this.#connection === undefined) {
      throw new TypeError('the messenger is not started');
    }
    return this.#connection.group(action).sent;
  }

  #sent(request: Request, sent: Sent): void {
    const thread = this.thread(sent.conversation);
    if (request.type === 'group') {
      // What it came to is the server's to say.
      this.#mark(thread, { lastSeq: sent.seq, lastAt: sent.at });
      void this.#history.until(thread, sent.seq);
      void this.#loadGroup(thread, UNTIL_CHANGED);
      return;
    }
    const { conversation, seq, epoch, at } = sent;
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
      ...(request.expiresIn === undefined
        ? {}
        : { expiresAt: new Date(Date.parse(at) + request.expiresIn * 1_000).toISOString() }),
      ...(request.action === undefined ? {} : { action: request.action }),
      ...(request.target === undefined ? {} : { target: request.target.seq }),
    }).catch(() => undefined); // History has it.
  }

  #refused(request: Request, failure: Failure): void {
    if (request.type !== 'send' || request.action !== undefined) {
      this.#problem(failure.code);
      return;
    }
    const thread = this.#threadOf(request);
    this.#pend(request);
    this.#repend(thread.id, request.id, { refused: failure.code });
  }

  async #enter(entry: Entry): Promise<void> {
    switch (entry.type) {
      case 'message':
        return this.#take(toEntry(entry));
      case 'receipt': {
        const thread = this.thread(entry.conversation);
        const marks =
          entry.user === this.me
            ? { read: entry.read ?? 0 }
            : { delivered: entry.delivered ?? 0, readByOther: entry.read ?? 0 };
        this.#mark(thread, marks);
        return;
      }
      case 'missed': {
        const thread = this.thread(entry.conversation);
        this.#mark(thread, { lastSeq: entry.last });
        void this.#history.until(thread, entry.last);
        return;
      }
      case 'personal': {
        const thread = this.thread(entry.conversation);
        if (entry.message !== undefined) {
          const { seq, starred = false, hidden = false } = entry.message;
          this.#starred(thread, seq, starred);
          return hidden ? this.#hide(thread, seq) : undefined;
        }
        this.#mark(thread, { personal: personalOf(entry) });
        if (thread.isTopic && !this.#deciding.has(thread) && thread.listed !== (entry.following === true)) {
          void this.#decidedElsewhere(thread, entry.following === true);
        }
        return;
      }
      case 'security':
        return; // Shown where devices are shown, which asks the server.
    }
  }

  #types(conversation: ConversationId, user: UserId, on: boolean): void {
    const typing = this.#typing.get(conversation) ?? new Map<UserId, ReturnType<typeof setTimeout>>();
    this.#typing.set(conversation, typing);
    clearTimeout(typing.get(user));
    typing.delete(user);
    if (on && user !== this.me) {
      typing.set(
        user,
        setTimeout(() => this.#types(conversation, user, false), TYPING_OVER_MS),
      );
    }
    this.#changed();
  }

  async #take(entry: StoredMessage): Promise<void> {
    const thread = this.thread(entry.conversation);
    if (this.#typing.get(entry.conversation)?.has(entry.from) === true) {
      this.#types(entry.conversation, entry.from, false);
    }
    const isNext = thread.log.last === 0 || entry.seq <= thread.log.last + 1;
    thread.log.add([entry]);
    if (thread.pending.some((line) => line.key === entry.id)) {
      this.#unpend(thread, entry.id);
    }
    // Who gets the entries of a topic publishes there.
    this.#mark(thread, { lastSeq: entry.seq, lastAt: entry.at, listed: true });
    this.#watch(thread);
    this.#changed();
    if (!isNext) {
      void this.#history.until(thread, entry.seq);
    }
    if (entry.action === 'group') {
      void this.#loadGroup(thread, UNTIL_CHANGED);
    }
    await this.options.store.saveEntries([entry]);
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
      this.#mark(thread, {
        delivered: delivered.includes(peer) ? last : 0,
        readByOther: read.includes(peer) ? last : 0,
      });
    } catch {
      // The ticks stay as they are; the next receipt moves them.
    }
  }

  async #loadGroup(thread: Thread, waits: readonly number[]): Promise<void> {
    this.#asked.add(thread.id);
    for (const wait of waits) {
      await new Promise((over) => setTimeout(over, wait));
      try {
        const group = await this.api.groupOf(await this.token(), thread.id);
        this.#know(thread, group);
      } catch {
        // Not there yet, or not ours any more: the log says what happened.
      }
    }
  }

  #know(thread: Thread, group: GroupView): void {
    if (JSON.stringify(group) !== JSON.stringify(thread.group)) {
      thread.group = group;
      void this.options.store.saveGroup(group).catch(() => undefined);
      this.#changed();
    }
    if (thread.isTopic) {
      this.#mark(thread, { listed: group.following === true || thread.role !== undefined });
    }
  }

  #mark(thread: Thread, marks: Partial<ThreadMarks>): void {
    if (thread.advance(marks)) {
      void this.options.store.saveThread(thread.marks).catch(() => undefined);
      this.#changed();
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

function personalOf({ mutedUntil, archived, pinned, unread }: Partial<PersonalState>): PersonalState {
  return {
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
    ...{ archived: archived === true, pinned: pinned === true, unread: unread === true },
  };
}

function targetOf(line: MessageLine): { seq: number; device?: DeviceId; id: MessageId } {
  return { seq: line.seq!, ...(line.device === undefined ? {} : { device: line.device }), id: line.key };
}
