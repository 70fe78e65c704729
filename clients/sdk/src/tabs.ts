import {
  ChatConnection,
  type BroadcastOptions,
  type ConnectionOptions,
  type Line,
  type Sending,
  type SendOptions,
} from './connection.js';
import { NatterError } from './errors.js';
import type {
  Content,
  Failure,
  GroupAction,
  News as TopicNews,
  Page,
  Recipient,
  Request,
  Sent,
  Spread,
  Welcome,
} from './frames.js';
import { newMessageId, type ConversationId, type MessageId, type UserId } from './ids.js';
import type { ChatListener } from './listener.js';
import { Questions, type Answer, type Question } from './questions.js';

/** What a tab asks of the leader, who is one of the tabs. */
type Wish =
  | {
      readonly do: 'join';
      readonly users: readonly UserId[];
      readonly topics: readonly ConversationId[];
      readonly viewing: readonly ConversationId[];
      readonly active: boolean;
    }
  | { readonly do: 'request'; readonly request: Request }
  | { readonly do: 'ask'; readonly question: Question }
  | { readonly do: 'read'; readonly conversation: ConversationId; readonly seq: number }
  | { readonly do: 'watch' | 'unwatch'; readonly users: readonly UserId[] }
  | { readonly do: 'unlisten'; readonly topic: ConversationId }
  | { readonly do: 'viewing'; readonly conversations: readonly ConversationId[] }
  | { readonly do: 'typing'; readonly conversation: ConversationId; readonly on: boolean }
  | { readonly do: 'activity'; readonly active: boolean }
  | { readonly do: 'reconnect' };

/** What the leader tells the others: that it leads now, or something that its connection told it. */
type News =
  | { readonly news: 'elected' }
  | { readonly news: keyof ChatListener; readonly to?: string; readonly args: readonly unknown[] };

/** The server takes no more; the tabs that were opened last count. */
const MOST_VIEWED = 8;

interface Waiting {
  readonly request: Request;
  readonly answered: (sent: Sent) => void;
  readonly refused: (error: NatterError) => void;
}

/** What a tab wants of the leader's socket. */
interface Wanted {
  users: Set<UserId>;
  topics: Set<ConversationId>;
  viewing: readonly ConversationId[];
  active: boolean;
}

/** What a browser gives to tabs of one origin. */
export interface TabTools {
  readonly locks: Pick<LockManager, 'request'>;
  readonly channel: (name: string) => BroadcastChannel;
}

/**
 * One device's line to Natter in several tabs, of which a device may have one socket only: the tab that holds the lock
 * of this name has it, the others speak through that tab. If it goes, the next in the queue takes over, and what has no
 * answer is asked again under the same id. Every tab hears everything; entries are acknowledged once the leader has
 * taken them in, so what they are stored in must be the same for all tabs.
 */
export class SharedConnection implements Line {
  readonly #tab = newMessageId();
  readonly #channel: BroadcastChannel;
  readonly #waiting = new Map<MessageId, Waiting>();
  readonly #questions = new Questions();
  readonly #watched = new Set<UserId>();
  readonly #listened = new Set<ConversationId>();
  readonly #end = new AbortController();
  #viewing: readonly ConversationId[] = [];
  #active = true;
  /** Only in the leader: its socket, and what the tabs want of it. */
  #connection: ChatConnection | undefined;
  #resign: () => void = () => undefined;
  readonly #wanted = new Map<string, Wanted>();
  #welcome: Welcome | undefined;

  private constructor(
    private readonly name: string,
    private readonly options: ConnectionOptions,
    private readonly listener: ChatListener,
    private readonly tools: TabTools,
  ) {
    this.#channel = tools.channel(`natter-${name}`);
    this.#channel.onmessage = (event) => this.#heard(event.data as (Wish & { readonly tab: string }) | News);
    // A tab shows that it lives by holding a lock of its own.
    void this.#hold(`natter-${name}-${this.#tab}`, () => this.#ask(this.#joining()));
    void this.#hold(`natter-${name}`, () => this.#lead());
  }

  /** `name` is the same in all tabs of a device: take the device's id. */
  static open(
    name: string,
    options: ConnectionOptions,
    listener: ChatListener,
    tools: TabTools = { locks: navigator.locks, channel: (channel) => new BroadcastChannel(channel) },
  ): SharedConnection {
    return new SharedConnection(name, options, listener, tools);
  }

  /** Whether the socket is this tab's. */
  get leads(): boolean {
    return this.#connection !== undefined;
  }

  send(to: Recipient, content: Content, options: SendOptions = {}): Sending {
    return this.#request({ type: 'send', id: newMessageId(), to, content, ...options });
  }

  group(action: GroupAction): Sending {
    return this.#request({ type: 'group', id: newMessageId(), ...action });
  }

  pull(conversation: ConversationId, from: number, to: number): Promise<Page> {
    return this.#put({ type: 'pull', id: newMessageId(), conversation, from, to });
  }

  broadcast(users: readonly UserId[], content: Content, options: BroadcastOptions = {}): Promise<Spread> {
    return this.#put({ type: 'send', id: newMessageId(), to: { users }, content, ...options });
  }

  listen(topic: ConversationId): Promise<TopicNews> {
    this.#listened.add(topic);
    return this.#put({ type: 'listen', id: newMessageId(), conversation: topic });
  }

  unlisten(topic: ConversationId): void {
    this.#listened.delete(topic);
    this.#ask({ do: 'unlisten', topic });
  }

  read(conversation: ConversationId, seq: number): void {
    this.#ask({ do: 'read', conversation, seq });
  }

  watch(users: readonly UserId[]): void {
    users.forEach((user) => this.#watched.add(user));
    this.#ask({ do: 'watch', users });
  }

  unwatch(users: readonly UserId[]): void {
    users.forEach((user) => this.#watched.delete(user));
    this.#ask({ do: 'unwatch', users });
  }

  setViewing(conversations: readonly ConversationId[]): void {
    this.#viewing = [...conversations];
    this.#ask({ do: 'viewing', conversations: this.#viewing });
  }

  setTyping(conversation: ConversationId, on: boolean): void {
    this.#ask({ do: 'typing', conversation, on });
  }

  setActive(active: boolean): void {
    this.#active = active;
    this.#ask({ do: 'activity', active });
  }

  reconnect(): void {
    this.#ask({ do: 'reconnect' });
  }

  async close(): Promise<void> {
    const connection = this.#connection;
    this.#end.abort();
    await connection?.close();
    this.#connection = undefined;
    this.#resign();
    this.#channel.close();
  }

  #request(request: Request): Sending {
    const sent = new Promise<Sent>((answered, refused) => {
      this.#waiting.set(request.id, { request, answered, refused });
    });
    this.#ask({ do: 'request', request });
    return { id: request.id, sent };
  }

  #put<Q extends Question>(question: Q): Promise<Answer<Q>> {
    const answer = this.#questions.add(question);
    this.#ask({ do: 'ask', question });
    return answer;
  }

  /** Holds a lock until this line is closed. */
  #hold(lock: string, then: () => void): Promise<void> {
    return this.tools.locks
      .request(lock, { signal: this.#end.signal }, () => {
        if (this.#end.signal.aborted) {
          return undefined;
        }
        then();
        return new Promise<void>((released) => {
          const before = this.#resign;
          this.#resign = () => {
            before();
            released();
          };
        });
      })
      .then(
        () => undefined,
        () => undefined, // Closed while it waited.
      );
  }

  #lead(): void {
    this.#connection = ChatConnection.open(this.options, {
      onWelcome: (welcome) => {
        this.#welcome = welcome;
        this.#tell('onWelcome', welcome);
      },
      onDisconnected: (comesBackInMs) => {
        this.#welcome = undefined;
        this.#tell('onDisconnected', comesBackInMs);
      },
      onEntry: async (entry) => {
        await this.listener.onEntry?.(entry);
        this.#post({ news: 'onEntry', args: [entry] });
      },
      onSynced: (synced) => this.#tell('onSynced', synced),
      onPage: (page) => this.#tell('onPage', page),
      onSpread: (spread) => this.#tell('onSpread', spread),
      onNews: (news) => this.#tell('onNews', news),
      onPresence: (presence) => this.#tell('onPresence', presence),
      onTyping: (typing) => this.#tell('onTyping', typing),
      onSent: (request, sent) => this.#tell('onSent', request, sent),
      onRefused: (request, failure) => this.#tell('onRefused', request, failure),
      onError: (failure) => this.#tell('onError', failure),
      onGivenUp: (why) => this.#tell('onGivenUp', why),
    });
    this.#post({ news: 'elected' });
    this.#rejoin();
  }

  /** Says to a leader that is new all that the former one knew of this tab. */
  #rejoin(): void {
    this.#ask(this.#joining());
    this.#waiting.forEach(({ request }) => this.#ask({ do: 'request', request }));
    this.#questions.unanswered().forEach((question) => this.#ask({ do: 'ask', question }));
  }

  #joining(): Wish {
    return {
      do: 'join',
      users: [...this.#watched],
      topics: [...this.#listened],
      viewing: this.#viewing,
      active: this.#active,
    };
  }

  #ask(wish: Wish): void {
    if (this.#end.signal.aborted) {
      return;
    }
    if (this.#connection === undefined) {
      this.#channel.postMessage({ ...wish, tab: this.#tab });
    } else {
      this.#grant(this.#connection, wish, this.#tab);
    }
  }

  #heard(message: (Wish & { readonly tab: string }) | News): void {
    if ('do' in message) {
      if (this.#connection !== undefined) {
        this.#grant(this.#connection, message, message.tab);
      }
    } else if (message.news === 'elected') {
      this.#rejoin();
    } else if (message.to === undefined || message.to === this.#tab) {
      this.#happened(message.news, message.args);
    }
  }

  #grant(connection: ChatConnection, wish: Wish, tab: string): void {
    const wanted = this.#wanted.get(tab) ?? { users: new Set(), topics: new Set(), viewing: [], active: true };
    this.#wanted.set(tab, wanted);
    switch (wish.do) {
      case 'join':
        wanted.users = new Set(wish.users);
        wanted.topics = new Set(wish.topics);
        wish.topics.forEach((topic) => void connection.listen(topic).catch(() => undefined));
        wanted.viewing = wish.viewing;
        wanted.active = wish.active;
        connection.watch(wish.users);
        this.#reckonViewing(connection);
        this.#reckonActivity(connection);
        if (tab !== this.#tab) {
          this.#greet(tab);
        }
        return;
      case 'request':
        // The answer reaches every tab through the listener.
        connection.request(wish.request).sent.catch(() => undefined);
        return;
      case 'ask':
        if (wish.question.type === 'listen') {
          wanted.topics.add(wish.question.conversation);
        }
        connection.ask(wish.question).catch(() => undefined);
        return;
      case 'read':
        connection.read(wish.conversation, wish.seq);
        return;
      case 'watch':
        wish.users.forEach((user) => wanted.users.add(user));
        connection.watch(wish.users);
        return;
      case 'unwatch':
        wish.users.forEach((user) => wanted.users.delete(user));
        connection.unwatch(wish.users.filter((user) => !this.#isWanted(user)));
        return;
      case 'unlisten':
        wanted.topics.delete(wish.topic);
        this.#unlisten(connection, [wish.topic]);
        return;
      case 'viewing':
        wanted.viewing = wish.conversations;
        this.#reckonViewing(connection);
        return;
      case 'typing':
        connection.setTyping(wish.conversation, wish.on);
        return;
      case 'activity':
        wanted.active = wish.active;
        this.#reckonActivity(connection);
        return;
      case 'reconnect':
        connection.reconnect();
        return;
    }
  }

  /** Tells a tab that came later where things stand, and forgets it when it is gone. */
  #greet(tab: string): void {
    if (this.#welcome !== undefined) {
      this.#post({ news: 'onWelcome', to: tab, args: [this.#welcome] });
    }
    void this.tools.locks
      .request(`natter-${this.name}-${tab}`, { signal: this.#end.signal }, () => this.#forget(tab))
      .catch(
        () => undefined, // This tab went first.
      );
  }

  #forget(tab: string): void {
    const { users, topics } = this.#wanted.get(tab) ?? { users: [], topics: [] };
    this.#wanted.delete(tab);
    if (this.#connection !== undefined) {
      this.#connection.unwatch([...users].filter((user) => !this.#isWanted(user)));
      this.#unlisten(this.#connection, [...topics]);
      this.#reckonViewing(this.#connection);
      this.#reckonActivity(this.#connection);
    }
  }

  #isWanted(user: UserId): boolean {
    return [...this.#wanted.values()].some(({ users }) => users.has(user));
  }

  /** Ends what no tab listens to any more. */
  #unlisten(connection: ChatConnection, topics: readonly ConversationId[]): void {
    const wanted = [...this.#wanted.values()];
    topics
      .filter((topic) => !wanted.some((one) => one.topics.has(topic)))
      .forEach((topic) => connection.unlisten(topic));
  }

  #reckonViewing(connection: ChatConnection): void {
    const viewing = new Set([...this.#wanted.values()].flatMap((wanted) => wanted.viewing));
    connection.setViewing([...viewing].slice(-MOST_VIEWED));
  }

  #reckonActivity(connection: ChatConnection): void {
    connection.setActive([...this.#wanted.values()].some(({ active }) => active));
  }

  /** To this tab and the others. */
  #tell(news: keyof ChatListener, ...args: readonly unknown[]): void {
    this.#happened(news, args);
    this.#post({ news, args });
  }

  #post(news: News): void {
    if (!this.#end.signal.aborted) {
      this.#channel.postMessage(news);
    }
  }

  #happened(news: keyof ChatListener, args: readonly unknown[]): void {
    if (news === 'onSent') {
      const [request, sent] = args as [Request, Sent];
      this.#take(request.id)?.answered(sent);
    } else if (news === 'onRefused') {
      const [request, failure] = args as [Request, Failure];
      this.#take(request.id)?.refused(new NatterError(failure.code, failure.message, undefined, failure.traceId));
    } else if (news === 'onPage' || news === 'onSpread' || news === 'onNews') {
      this.#questions.answered(args[0] as Page | Spread | TopicNews);
    } else if (news === 'onError') {
      this.#questions.refused(args[0] as Failure);
    }
    (this.listener[news] as ((...args: readonly unknown[]) => unknown) | undefined)?.apply(this.listener, [...args]);
  }

  #take(id: MessageId): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
