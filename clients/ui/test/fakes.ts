import {
  newMessageId,
  type ChatListener,
  type Content,
  type ConversationId,
  type GroupAction,
  type Line,
  type Recipient,
  type Request,
  type SendOptions,
  type Sending,
  type StoredMessage,
} from '@natter/sdk';
import { WITH_BOB } from './entries.js';

/** A line that keeps what is said into it, and hears what a test says. */
export class FakeLine implements Line {
  readonly requests: Request[] = [];
  readonly reads: number[] = [];
  readonly watched: string[] = [];

  constructor(readonly listener: ChatListener) {}

  send(to: Recipient, content: Content, options: SendOptions = {}): Sending {
    return this.#ask({ type: 'send', id: newMessageId(), to, content, ...options });
  }

  group(action: GroupAction): Sending {
    return this.#ask({ type: 'group', id: newMessageId(), ...action });
  }

  /** The UI reads what it lacks by REST. */
  pull(): Promise<never> {
    return Promise.reject(new Error('nobody pulls here'));
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

  accept(request: Request, seq: number): void {
    this.listener.onSent?.(request, {
      type: 'sent',
      re: request.id,
      conversation: WITH_BOB,
      seq,
      epoch: 0,
      at: new Date().toISOString(),
    });
  }

  #ask(request: Request): Sending {
    this.requests.push(request);
    return { id: request.id, sent: new Promise(() => undefined) };
  }
}

/** A server of REST whose history a test writes. */
export class FakeServer {
  readonly log: StoredMessage[] = [];
  conversations: object[] = [];
  groups: readonly { readonly conversation: string }[] = [];
  names: Readonly<Record<string, string>> = {};
  readBy: readonly string[] = [];
  isAway = false;

  readonly fetch = async (input: string | URL | globalThis.Request): Promise<Response> => {
    const { pathname, searchParams } = new URL(String(input));
    if (this.isAway) {
      throw new TypeError('no network');
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
    if (pathname.startsWith('/v1/users/')) {
      const userId = pathname.split('/').at(-1)!;
      return Response.json({ userId, displayName: this.names[userId] ?? 'Bob' });
    }
    const group = this.groups.find(({ conversation }) => pathname === `/v1/conversations/${conversation}`);
    if (group !== undefined) {
      return Response.json(group);
    }
    return Response.json({ code: 'not_found' }, { status: 404 });
  };
}
