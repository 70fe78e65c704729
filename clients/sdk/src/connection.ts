import { Acknowledge } from './acknowledge.js';
import { USUAL_BACKOFF, type Backoff } from './backoff.js';
import { NatterError } from './errors.js';
import type {
  ClientFrame,
  Content,
  Entry,
  Failure,
  GroupAction,
  Hello,
  Limits,
  News,
  Page,
  Recipient,
  Request,
  SendAction,
  Sent,
  ServerFrame,
  Spread,
  Target,
} from './frames.js';
import { GatewaySocket, type WebSocketConstructor } from './gateway-socket.js';
import { newMessageId, type ConversationId, type MessageId, type UserId } from './ids.js';
import type { ChatListener } from './listener.js';
import { Outbox } from './outbox.js';
import { Questions, type Answer, type Question } from './questions.js';
import { ReconnectPolicy, type Ending, type GivenUp } from './reconnect.js';
import type { DeviceStore } from './store/device-store.js';
import { MemoryDeviceStore } from './store/memory.js';

export interface ConnectionOptions {
  /** Base addresses of gateways, such as `https://chat.example.com`; after a failure the next one is tried. */
  readonly edges: readonly string[];
  /** An access token that is not about to expire. A NatterError says that there is none any more. */
  readonly token: () => Promise<string>;
  /** What survives the program: without one, unanswered sends and the position do not. */
  readonly store?: DeviceStore;
  /** Name and version of the software, for the server's logs. */
  readonly client?: string;
  readonly backoff?: Backoff;
  readonly webSocket?: WebSocketConstructor;
  /** Sends that may wait for an answer; more are refused at once. */
  readonly outboxCapacity?: number;
}

export interface SendOptions {
  /** One that was made earlier, by `newMessageId`: what is sent twice under it is one message. */
  readonly id?: MessageId;
  /** Absent for a message; with `target` for what is done to an earlier one. */
  readonly action?: SendAction;
  readonly target?: Target;
  readonly replyTo?: number;
  /** In seconds. */
  readonly expiresIn?: number;
  /** How often it was passed on, this time included. */
  readonly forwarded?: number;
  readonly mentions?: readonly UserId[];
  readonly mentionsAll?: true;
}

export type BroadcastOptions = Pick<SendOptions, 'id' | 'expiresIn'>;

/** A message on its way. */
export interface Sending {
  readonly id: MessageId;
  /** Fulfilled once the message is durable, ordered and permitted; rejected with a NatterError if it is refused. */
  readonly sent: Promise<Sent>;
}

/** A device's line to Natter: by a socket of its own, or by one that several tabs share. */
export interface Line {
  /** Sends now or once connected, and again until answered; what is sent keeps its order. */
  send(to: Recipient, content: Content, options?: SendOptions): Sending;
  /** Asks something of a group, like `send`; a new group's conversation is in the answer. */
  group(action: GroupAction): Sending;
  /**
   * Asks for entries of the conversation's log, from one number to another, both included; the page may end earlier. Once
   * connected, and again until answered; rejected with a NatterError if it is refused.
   */
  pull(conversation: ConversationId, from: number, to: number): Promise<Page>;
  /**
   * Sends a message to each of these users, who do not see each other; it reaches those who have ever written to this one. Once
   * connected, and again until answered, but not by another run of the program; rejected with a NatterError if it is
   * refused for all of them.
   */
  broadcast(users: readonly UserId[], content: Content, options?: BroadcastOptions): Promise<Spread>;
  /**
   * Asks to be told what is new in a topic, also on later sockets, until `unlisten`: how far it is at first, later by
   * `onNews`. Rejected with a NatterError if the topic is not to be read, and then over.
   */
  listen(topic: ConversationId): Promise<News>;
  unlisten(topic: ConversationId): void;
  /** Marks the conversation as read up to this seq; a reader of a topic has to listen to it. */
  read(conversation: ConversationId, seq: number): void;
  /** Asks for the presence of these users, also on later sockets, until `unwatch`. */
  watch(users: readonly UserId[]): void;
  unwatch(users: readonly UserId[]): void;
  /** The conversations that are open on the screen, at most 8: `onTyping` tells who types in them. */
  setViewing(conversations: readonly ConversationId[]): void;
  /**
   * Whether the user types. May be called with every key: it is said no more often than needed. A message that is sent
   * ends it by itself.
   */
  setTyping(conversation: ConversationId, on: boolean): void;
  /** Whether somebody looks at the app; while nobody does, the server holds presence and typing back. */
  setActive(active: boolean): void;
  /** Drops the socket and comes back at once: for when the browser says that the network is there again. */
  reconnect(): void;
  /** Acknowledges what is owed and leaves for good. What has no answer stays in the store. */
  close(): Promise<void>;
}

const USUAL_OUTBOX = 1_000;
/** Others take it for over after 6 seconds; the server leaves out what comes within 3. */
const TYPING_AGAIN_MS = 4_000;

/**
 * One device's line to Natter, which outlives its sockets: it comes back by itself, repeats what has no answer, hands
 * every entry to the listener once and acknowledges it afterwards.
 */
export class ChatConnection implements Line {
  readonly #edges: readonly string[];
  readonly #store: DeviceStore;
  readonly #policy: ReconnectPolicy;
  readonly #outbox: Outbox;
  readonly #questions = new Questions();
  readonly #reads = new Map<ConversationId, number>();
  readonly #watched = new Set<UserId>();
  /** Topics, and how far they are as this socket was told. */
  readonly #listened = new Map<ConversationId, number>();
  readonly #postponed = new Set<MessageId>();

  #acknowledge: Acknowledge | undefined;
  #socket: GatewaySocket | undefined;
  #ticket: string | undefined;
  #usedTicket = false;
  #limits: Limits | undefined;
  #active = true;
  #viewing: readonly ConversationId[] = [];
  readonly #typesSince = new Map<ConversationId, number>();
  #open = false;
  #closed = false;
  #leaving = false;
  #edge = 0;
  /** Counts planned attempts: a plan that a later one has replaced must not connect a second time. */
  #plan = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Requests are stored one after the other, so that they keep their order. */
  #storing: Promise<void>;
  /** Entries are taken in one after the other. */
  #taking: Promise<void> = Promise.resolve();

  private constructor(
    private readonly options: ConnectionOptions,
    private readonly listener: ChatListener,
  ) {
    if (options.edges.length === 0) {
      throw new TypeError('at least one edge is needed');
    }
    this.#edges = options.edges.map((edge) => new URL(edge).href);
    this.#store = options.store ?? new MemoryDeviceStore();
    this.#policy = new ReconnectPolicy(options.backoff ?? USUAL_BACKOFF);
    this.#outbox = new Outbox(options.outboxCapacity ?? USUAL_OUTBOX);
    this.#storing = this.#restore();
  }

  /** Connects, now and whenever the socket is lost, until `close` is called or the server says not to. */
  static open(options: ConnectionOptions, listener: ChatListener): ChatConnection {
    return new ChatConnection(options, listener);
  }

  send(to: Recipient, content: Content, options: SendOptions = {}): Sending {
    return this.request({ type: 'send', id: newMessageId(), to, content, ...options });
  }

  group(action: GroupAction): Sending {
    return this.request({ type: 'group', id: newMessageId(), ...action });
  }

  pull(conversation: ConversationId, from: number, to: number): Promise<Page> {
    return this.ask({ type: 'pull', id: newMessageId(), conversation, from, to });
  }

  broadcast(users: readonly UserId[], content: Content, options: BroadcastOptions = {}): Promise<Spread> {
    return this.ask({ type: 'send', id: newMessageId(), to: { users }, content, ...options });
  }

  listen(topic: ConversationId): Promise<News> {
    return this.ask({ type: 'listen', id: newMessageId(), conversation: topic });
  }

  unlisten(topic: ConversationId): void {
    if (this.#listened.delete(topic)) {
      this.#say({ type: 'unlisten', conversation: topic });
    }
  }

  read(conversation: ConversationId, seq: number): void {
    if (seq > (this.#reads.get(conversation) ?? 0)) {
      this.#reads.set(conversation, seq);
      this.#say({ type: 'read', conversation, seq });
    }
  }

  watch(users: readonly UserId[]): void {
    users.forEach((user) => this.#watched.add(user));
    if (users.length > 0) {
      this.#say({ type: 'watch', users });
    }
  }

  unwatch(users: readonly UserId[]): void {
    users.forEach((user) => this.#watched.delete(user));
    if (users.length > 0) {
      this.#say({ type: 'unwatch', users });
    }
  }

  setViewing(conversations: readonly ConversationId[]): void {
    this.#viewing = [...conversations];
    this.#say({ type: 'viewing', conversations: this.#viewing });
  }

  setTyping(conversation: ConversationId, on: boolean): void {
    const since = this.#typesSince.get(conversation);
    if (on && this.#open && (since === undefined || Date.now() - since >= TYPING_AGAIN_MS)) {
      this.#typesSince.set(conversation, Date.now());
      this.#say({ type: 'typing', conversation, on });
    } else if (!on && this.#typesSince.delete(conversation)) {
      this.#say({ type: 'typing', conversation, on });
    }
  }

  setActive(active: boolean): void {
    if (active !== this.#active) {
      this.#active = active;
      this.#say({ type: 'activity', active });
    }
  }

  reconnect(): void {
    if (!this.#closed) {
      this.#socket?.leave();
      this.#policy.left();
      this.#comeBack(0);
    }
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#taking;
    await this.#acknowledge?.flush();
    this.#open = false;
    this.#socket?.leave();
  }

  /** Asks what was made elsewhere, under its own id; one that waits for its answer already is not asked twice. */
  request(request: Request): Sending {
    const isNew = this.#outbox.find(request.id) === undefined;
    const refusal = isNew ? this.#refusal(request) : undefined;
    if (refusal !== undefined) {
      this.listener.onRefused?.(request, { type: 'error', code: refusal.code, message: refusal.message });
      return { id: request.id, sent: Promise.reject(refusal) };
    }
    const sent = this.#outbox.add(request);
    if (request.type === 'send') {
      this.#typesSince.clear();
    }
    if (isNew) {
      this.#storing = this.#storing
        .then(() => this.#store.add(request))
        // It cannot be kept for another run of the program, but this one can still send it.
        .catch(() => undefined)
        .then(() => this.#say(request));
    }
    return { id: request.id, sent };
  }

  /** Asks what was made elsewhere, under its own id. */
  ask<Q extends Question>(question: Q): Promise<Answer<Q>> {
    const refusal = question.type === 'send' ? this.#tooLarge(question.content) : undefined;
    if (refusal !== undefined) {
      this.listener.onError?.({ type: 'error', re: question.id, code: refusal.code, message: refusal.message });
      return Promise.reject(refusal);
    }
    if (question.type === 'listen') {
      this.#listened.set(question.conversation, this.#listened.get(question.conversation) ?? 0);
    }
    const answer = this.#questions.add(question);
    this.#say(question);
    return answer;
  }

  /** Why a request is not even sent. */
  #refusal(request: Request): NatterError | undefined {
    const tooLarge = request.type === 'send' ? this.#tooLarge(request.content) : undefined;
    if (tooLarge !== undefined) {
      return tooLarge;
    }
    return this.#outbox.isFull ? new NatterError('rate_limited', 'Too many messages wait for an answer.') : undefined;
  }

  #tooLarge(content: Content): NatterError | undefined {
    const most = this.#limits?.contentBytes;
    return most !== undefined && byteLength(JSON.stringify(content)) > most
      ? new NatterError('too_large', `Content may have ${most} bytes at most.`)
      : undefined;
  }

  async #restore(): Promise<void> {
    // A browser that gives nothing back (a private window, a full disk) must not keep anybody from chatting.
    const state = await this.#store.load().catch(() => ({ position: 0, ticket: undefined, outbox: [] }));
    this.#ticket = state.ticket;
    this.#outbox.restore(state.outbox);
    this.#acknowledge = new Acknowledge(
      state.position,
      (position) => this.#store.savePosition(position),
      (position) => this.#say({ type: 'ack', position }),
    );
    void this.#connect();
  }

  async #connect(): Promise<void> {
    const plan = ++this.#plan;
    this.#leaving = false;
    const ticket = this.#ticket;
    let credential: Pick<Hello, 'token' | 'ticket'>;
    try {
      credential = ticket === undefined ? { token: await this.options.token() } : { ticket };
    } catch (error) {
      if (plan === this.#plan && error instanceof NatterError && error.retryAfterMs === undefined) {
        this.#giveUp('signed out');
      } else if (plan === this.#plan) {
        this.#ended({ kind: 'closed', code: 1006 });
      }
      return;
    }
    if (this.#closed || plan !== this.#plan) {
      return;
    }
    this.#usedTicket = ticket !== undefined;
    const position = this.#acknowledge?.position ?? 0;
    const hello: Hello = {
      type: 'hello',
      ...credential,
      ...(position === 0 ? {} : { position }),
      client: this.options.client ?? 'natter-sdk/0.1',
    };
    const socket = new GatewaySocket(
      this.options.webSocket ?? WebSocket,
      this.#edges[this.#edge]!,
      hello,
      (frame) => this.#handle(frame),
      (code) => {
        if (socket === this.#socket) {
          this.#ended({ kind: 'closed', code });
        }
      },
    );
    this.#socket = socket;
  }

  #ended(ending: Ending): void {
    this.#open = false;
    if (this.#closed || this.#leaving) {
      return; // The timer that goaway started brings us back.
    }
    const step = this.#policy.after(ending, this.#usedTicket);
    if (step.kind === 'give up') {
      this.#giveUp(step.why);
      return;
    }
    if (!step.withTicket) {
      this.#ticket = undefined;
      void this.#store.saveTicket(undefined).catch(() => undefined);
    }
    if (step.elsewhere) {
      this.#nextEdge();
    }
    this.#comeBack(step.delayMs);
  }

  #comeBack(delayMs: number): void {
    this.#open = false;
    this.#socket = undefined;
    this.listener.onDisconnected?.(delayMs);
    clearTimeout(this.#timer);
    this.#plan++;
    this.#timer = setTimeout(() => void this.#connect(), delayMs);
  }

  #giveUp(why: GivenUp): void {
    this.#closed = true;
    this.#open = false;
    this.listener.onGivenUp?.(why);
  }

  #nextEdge(): void {
    this.#edge = (this.#edge + 1) % this.#edges.length;
  }

  #say(frame: ClientFrame): void {
    if (this.#open) {
      this.#socket?.say(frame);
    }
  }

  #handle(frame: ServerFrame): void {
    switch (frame.type) {
      case 'welcome':
        this.#open = true;
        this.#ticket = frame.ticket;
        void this.#store.saveTicket(frame.ticket).catch(() => undefined);
        this.#limits = frame.limits;
        this.#policy.welcomed();
        this.#postponed.clear();
        this.#socket?.welcomed(frame.heartbeatSeconds);
        this.listener.onWelcome?.(frame);
        this.#sayAgain();
        return;
      case 'synced':
        this.listener.onSynced?.(frame);
        return;
      case 'message':
      case 'receipt':
      case 'missed':
      case 'security':
      case 'personal':
        this.#take(frame);
        return;
      case 'sent': {
        const request = this.#outbox.answered(frame);
        if (request !== undefined) {
          this.#forget(request);
          this.listener.onSent?.(request, frame);
        }
        return;
      }
      case 'error':
        this.#refused(frame);
        return;
      case 'page':
        this.#questions.answered(frame);
        this.listener.onPage?.(frame);
        return;
      case 'spread':
        this.#questions.answered(frame);
        this.listener.onSpread?.(frame);
        return;
      case 'news':
        this.#heard(frame);
        return;
      case 'presence':
        this.listener.onPresence?.(frame);
        return;
      case 'typing':
        this.listener.onTyping?.(frame);
        return;
      case 'goaway':
        this.#goAway(frame.retryAfterMs, frame.jitterMs);
        return;
      case 'ping':
        this.#say({ type: 'pong' });
        return;
      case 'pong':
        return;
    }
  }

  /** What a new socket has to be told. */
  #sayAgain(): void {
    this.#typesSince.clear();
    if (!this.#active) {
      this.#say({ type: 'activity', active: false });
    }
    if (this.#watched.size > 0) {
      this.#say({ type: 'watch', users: [...this.#watched] });
    }
    if (this.#viewing.length > 0) {
      this.#say({ type: 'viewing', conversations: this.#viewing });
    }
    this.#listened.forEach((_, topic) => this.#listenAgain(topic));
    this.#reads.forEach((seq, conversation) => this.#say({ type: 'read', conversation, seq }));
    this.#outbox.unanswered().forEach((request) => this.#say(request));
    this.#questions.unanswered().forEach((question) => this.#say(question));
  }

  /** Listening ends with its socket. */
  #listenAgain(topic: ConversationId): void {
    this.#listened.set(topic, 0);
    const isAsked = this.#questions.unanswered().some((one) => one.type === 'listen' && one.conversation === topic);
    if (!isAsked) {
      // It is asked with the other questions; a refusal is told by the listener.
      void this.#questions.add({ type: 'listen', id: newMessageId(), conversation: topic }).catch(() => undefined);
    }
  }

  #heard(news: News): void {
    const { conversation, seq } = news;
    const before = this.#listened.get(conversation);
    this.#questions.answered(news);
    if (before === undefined) {
      this.#say({ type: 'unlisten', conversation }); // It was on its way when nobody wanted it any more.
      return;
    }
    this.#listened.set(conversation, seq);
    const read = this.#reads.get(conversation) ?? 0;
    if (read > before) {
      // The gateway did not take it: one reads no further than one was told.
      this.#say({ type: 'read', conversation, seq: read });
    }
    this.listener.onNews?.(news);
  }

  #take(entry: Entry): void {
    const socket = this.#socket;
    this.#taking = this.#taking.then(async () => {
      const acknowledge = this.#acknowledge;
      if (acknowledge === undefined || socket !== this.#socket) {
        return; // What was not taken in before the socket was lost comes again on the next one.
      }
      if (entry.position <= acknowledge.position) {
        acknowledge.owed();
        return;
      }
      try {
        await this.listener.onEntry?.(entry);
        acknowledge.taken(entry.position);
      } catch {
        // The listener could not keep it. The entries behind it must wait, so all come again on a new socket.
        socket?.leave();
        this.#ended({ kind: 'closed', code: 1006 });
      }
    });
  }

  #refused(failure: Failure): void {
    const question = this.#questions.find(failure.re);
    if (question !== undefined && failure.retryAfterMs !== undefined) {
      setTimeout(() => this.#say(question), failure.retryAfterMs);
      return;
    }
    if (question?.type === 'listen') {
      this.#listened.delete(question.conversation);
    }
    const request = this.#outbox.find(failure.re);
    if (request === undefined) {
      this.#questions.refused(failure);
      this.listener.onError?.(failure);
    } else if (failure.retryAfterMs !== undefined) {
      this.#postpone(request, failure.retryAfterMs);
    } else {
      this.#outbox.refused(request.id, failure);
      this.#forget(request);
      this.listener.onRefused?.(request, failure);
    }
  }

  #postpone(request: Request, delayMs: number): void {
    const isFirst = this.#postponed.size === 0;
    this.#postponed.add(request.id);
    if (isFirst) {
      setTimeout(() => {
        const due = new Set(this.#postponed);
        this.#postponed.clear();
        this.#outbox
          .unanswered()
          .filter(({ id }) => due.has(id))
          .forEach((again) => this.#say(again));
      }, delayMs);
    }
  }

  #goAway(retryAfterMs: number, jitterMs: number): void {
    const draining = this.#socket;
    if (this.#leaving || draining === undefined) {
      return;
    }
    const step = this.#policy.after({ kind: 'sent away', retryAfterMs, jitterMs }, this.#usedTicket);
    if (step.kind === 'come back') {
      // Until then the gateway still answers what it has taken.
      this.#leaving = true;
      this.#timer = setTimeout(() => {
        draining.leave();
        this.#nextEdge();
        this.#comeBack(0);
      }, step.delayMs);
    }
  }

  #forget(request: Request): void {
    // One that is not removed is repeated in the next run, and the server recognises it.
    void this.#store.remove(request.id).catch(() => undefined);
  }
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}
