import {
  NatterApi,
  NatterError,
  newMessageId,
  type ChatListener,
  type Content,
  type ConversationId,
  type DeviceId,
  type GroupAction,
  type Line,
  type MessageId,
  type News,
  type Page,
  type Recipient,
  type Request,
  type SendOptions,
  type Sending,
  type Sent,
  type StoredMessage,
} from '@natter/sdk';
import { MemoryMessageStore } from '../src/model/message-store.js';
import { ALICE, WITH_BOB } from './entries.js';

/** What alice's messenger is given, but for its line. */
export function ofAlice(server: FakeServer, store = new MemoryMessageStore(), unanswered: readonly Request[] = []) {
  return {
    me: ALICE,
    device: 'alices' as DeviceId,
    api: new NatterApi('http://natter', server.fetch),
    token: () => Promise.resolve('a-token'),
    store,
    unanswered: () => Promise.resolve(unanswered),
  };
}

/** A line that keeps what is said into it, and hears what a test says. */
export class FakeLine implements Line {
  readonly requests: Request[] = [];
  readonly reads: number[] = [];
  readonly watched: string[] = [];
  readonly pulls: (readonly [number, number])[] = [];
  /** Topics, and how far they are. */
  readonly listened = new Set<ConversationId>();
  topics: Readonly<Record<string, number>> = {};
  /** What a pull is answered with; the others are said by REST. */
  log: readonly StoredMessage[] = [];
  readonly #answers = new Map<
    MessageId,
    { readonly sent: (sent: Sent) => void; readonly refused: (error: NatterError) => void }
  >();

  constructor(readonly listener: ChatListener) {}

  send(to: Recipient, content: Content, options: SendOptions = {}): Sending {
    return this.#ask({ type: 'send', id: newMessageId(), to, content, ...options });
  }

  group(action: GroupAction): Sending {
    return this.#ask({ type: 'group', id: newMessageId(), ...action });
  }

  pull(conversation: ConversationId, from: number, to: number): Promise<Page> {
    this.pulls.push([from, to]);
    const messages = this.log.filter(
      (each) => each.conversation === conversation && each.seq >= from && each.seq <= to,
    );
    const last = messages.at(-1)?.seq ?? from - 1;
    return Promise.resolve({
      ...{ type: 'page', re: newMessageId(), conversation, first: from, last, head: last, messages, holes: [] },
    });
  }

  listen(topic: ConversationId): Promise<News> {
    const seq = this.topics[topic];
    if (seq === undefined) {
      return Promise.reject(new NatterError('not_a_member', 'One may not read it.'));
    }
    this.listened.add(topic);
    const news = { type: 'news', conversation: topic, seq, spreadMs: 0 } as const;
    this.listener.onNews?.(news);
    return Promise.resolve(news);
  }

  unlisten(topic: ConversationId): void {
    this.listened.delete(topic);
  }

  /** The UI says nothing to several at once. */
  broadcast(): Promise<never> {
    return Promise.reject(new Error('nobody broadcasts here'));
  }

  read(_conversation: ConversationId, seq: number): void {
    this.reads.push(seq);
  }

  watch(users: readonly string[]): void {
    this.watched.push(...users);
  }

  unwatch(): void {}

  setActive(): void {}

  setViewing(): void {}

  setTyping(): void {}

  reconnect(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  accept(request: Request, seq: number, conversation = WITH_BOB): void {
    const at = new Date().toISOString();
    const sent: Sent = { type: 'sent', re: request.id, conversation, seq, epoch: 0, at };
    this.listener.onSent?.(request, sent);
    this.#answers.get(request.id)?.sent(sent);
  }

  refuse(request: Request, code: string): void {
    this.listener.onRefused?.(request, { type: 'error', re: request.id, code, message: '' });
    this.#answers.get(request.id)?.refused(new NatterError(code, ''));
  }

  #ask(request: Request): Sending {
    this.requests.push(request);
    return {
      id: request.id,
      sent: new Promise((sent, refused) => this.#answers.set(request.id, { sent, refused })),
    };
  }
}

/** A server of REST whose history a test writes. */
export class FakeServer {
  readonly log: StoredMessage[] = [];
  conversations: object[] = [];
  groups: readonly {
    readonly conversation: string;
    readonly following?: boolean;
    readonly [member: string]: unknown;
  }[] = [];
  /** Topics that may be read only by who has this code. */
  codes: Readonly<Record<string, string>> = {};
  /** Who was taken out of topics. */
  readonly removedReaders: string[] = [];
  names: Readonly<Record<string, string>> = {};
  /** Media ids of the pictures of users. */
  avatars: Readonly<Record<string, string>> = {};
  readBy: readonly string[] = [];
  isAway = false;
  /** What was asked of one's own, and whether it is refused. */
  readonly personal: unknown[][] = [];
  refusesPersonal = false;
  stars: readonly StoredMessage[] = [];
  readonly searches: string[] = [];
  /** Files by their id, as they can be loaded. */
  readonly files = new Map<string, Blob>();
  /** Where uploads go. */
  storage = 'http://storage/';
  /** Files that were asked for. */
  readonly loaded: string[] = [];
  readonly announced: { readonly name?: string; readonly mime: string; readonly size: number }[] = [];

  readonly fetch = async (input: string | URL | globalThis.Request, init: RequestInit = {}): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(input));
    if (this.isAway) {
      throw new TypeError('no network');
    }
    if (pathname.startsWith('/v1/media')) {
      return this.#media(pathname, init);
    }
    if (pathname === '/v1/blocks') {
      return Response.json({ blocked: [] });
    }
    if (pathname === '/v1/search') {
      return this.#search(searchParams.get('q')!);
    }
    if (pathname === '/v1/stars') {
      return Response.json({ messages: this.stars });
    }
    if (pathname.endsWith('/following')) {
      return this.#follow(pathname.split('/')[3]!, init);
    }
    if (init.method === 'DELETE' && pathname.includes('/readers/')) {
      this.removedReaders.push(pathname.split('/').at(-1)!);
      return new Response(null, { status: 204 });
    }
    if (/\/(personal|star)$/.test(pathname) || init.method === 'DELETE') {
      this.personal.push([init.method, pathname, ...(init.body === undefined ? [] : [JSON.parse(String(init.body))])]);
      return this.refusesPersonal
        ? Response.json({ code: 'not_a_member' }, { status: 403 })
        : Response.json({ archived: false, pinned: false, unread: false, ...JSON.parse(String(init.body ?? '{}')) });
    }
    if (pathname === '/v1/conversations') {
      return Response.json({ conversations: this.conversations });
    }
    if (pathname.endsWith('/receipts')) {
      return Response.json({ audience: 1, delivered: this.readBy, read: this.readBy });
    }
    if (pathname.endsWith('/messages')) {
      const before = Number(searchParams.get('before') ?? Infinity);
      const after = searchParams.get('after');
      const limit = Number(searchParams.get('limit'));
      const log = this.log.filter((each) => each.conversation === pathname.split('/')[3]);
      const found =
        after === null
          ? log.filter(({ seq }) => seq < before).slice(-limit)
          : log.filter(({ seq }) => seq > Number(after)).slice(0, limit);
      const next = found[0] !== undefined && found[0].seq > 1 ? { next: found[0].seq } : {};
      return Response.json({ messages: found, ...next });
    }
    if (pathname === '/v1/users') {
      return this.#user(searchParams.get('username')!);
    }
    if (pathname.startsWith('/v1/users/')) {
      return Response.json(this.#profile(pathname.split('/').at(-1)!));
    }
    if (pathname === '/v1/me') {
      const { avatar } = JSON.parse(String(init.body ?? '{}')) as { readonly avatar?: string };
      this.avatars = { ...this.avatars, ...(avatar === undefined ? {} : { [ALICE]: avatar }) };
      return Response.json({ ...this.#profile(ALICE), discoverable: false });
    }
    const group = this.groups.find(({ conversation }) => pathname === `/v1/conversations/${conversation}`);
    if (group !== undefined) {
      return this.codes[group.conversation] !== undefined && group.following !== true
        ? Response.json({ code: 'not_a_member' }, { status: 403 })
        : Response.json(group);
    }
    return Response.json({ code: 'conversation_unknown' }, { status: 404 });
  };

  #profile(userId: string): object {
    const avatar = this.avatars[userId];
    return { userId, displayName: this.names[userId] ?? 'Bob', ...(avatar ? { avatar } : {}) };
  }

  /** Whoever is called so: user names are the beginning of names here. */
  #user(username: string): Response {
    const found = Object.entries(this.names).find(([, name]) => name.toLowerCase().startsWith(username));
    return found === undefined
      ? Response.json({ code: 'user_unknown' }, { status: 404 })
      : Response.json({ userId: found[0], username, displayName: found[1] });
  }

  #follow(topic: string, { method, body }: RequestInit): Response {
    const needed = this.codes[topic];
    const { code } = JSON.parse(String(body ?? '{}')) as { readonly code?: string };
    if (method === 'PUT' && needed !== code) {
      return code === undefined
        ? Response.json({ code: 'not_a_member' }, { status: 403 })
        : Response.json({ code: 'gone' }, { status: 410 });
    }
    this.groups = this.groups.map((group) =>
      group.conversation === topic ? { ...group, following: method === 'PUT' } : group,
    );
    return new Response(null, { status: 204 });
  }

  /** Finds the words of a query that are no filters, as they are. */
  #search(query: string): Response {
    this.searches.push(query);
    const words = query
      .replace(/\S+:\S+/g, '')
      .trim()
      .toLowerCase();
    const within = /in:(\S+)/.exec(query)?.[1];
    const found = this.log.filter(
      ({ conversation, content }) =>
        (within === undefined || conversation === within) &&
        String(content.text ?? '')
          .toLowerCase()
          .includes(words),
    );
    const hits = found.reverse().map((message) => {
      const text = String(message.content.text);
      const start = text.toLowerCase().indexOf(words);
      return { message, snippet: { text, highlights: [{ start, end: start + words.length }] } };
    });
    return Response.json({ hits: hits.slice(0, 20) });
  }

  #media(pathname: string, { method, body }: RequestInit): Response {
    const id = pathname.split('/')[3] ?? mediaId(this.announced.length);
    if (method === 'POST' && pathname === '/v1/media') {
      this.announced.push(JSON.parse(String(body)) as (typeof this.announced)[0]);
      return Response.json({ mediaId: id, upload: { url: this.storage, headers: {} } }, { status: 201 });
    }
    if (pathname.endsWith('/complete')) {
      const { mime, size } = this.announced.at(-1)!;
      return Response.json({ mediaId: id, mime, size, preview: { status: 'none', thumbnail: false } });
    }
    this.loaded.push(pathname);
    const file = this.files.get(id);
    if (file === undefined) {
      return Response.json({ code: 'not_found' }, { status: 404 });
    }
    const response = new Response(file);
    // As if it had been sent on.
    Object.defineProperty(response, 'url', { value: URL.createObjectURL(file) });
    return response;
  }
}

/** The id of the file of that number, from 0. */
export function mediaId(number: number): string {
  return `01jd3zk8x0${String(number).padStart(16, '0')}`;
}
