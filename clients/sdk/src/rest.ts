import { NatterError, Unreachable } from './errors.js';
import type { Content } from './frames.js';
import type { ConversationId, DeviceId, MessageId, SessionId, UserId } from './ids.js';

export interface Session {
  readonly userId: UserId;
  readonly deviceId: DeviceId;
  readonly sessionId: SessionId;
  readonly accessToken: string;
  /** Good once: the next refresh gives another. */
  readonly refreshToken: string;
  /** Seconds that the access token is good for. */
  readonly expiresIn: number;
}

export interface Profile {
  readonly userId: UserId;
  readonly username: string;
  readonly displayName: string;
}

export interface StoredMessage {
  readonly conversation: ConversationId;
  readonly seq: number;
  readonly epoch: number;
  readonly from: UserId;
  readonly device: DeviceId;
  readonly id: MessageId;
  readonly at: string;
  readonly content: Content;
  readonly replyTo?: number;
  readonly expiresAt?: string;
}

/** Ascending by seq; `next` is what to ask for next, absent if nothing more is there now. */
export interface MessagePage {
  readonly messages: readonly StoredMessage[];
  readonly next?: number;
}

/** Without `before` and `after`: the latest. */
export interface PageRequest {
  readonly before?: number;
  readonly after?: number;
  readonly limit?: number;
}

export interface NewDevice {
  /** Of an earlier session on this device; absent for a new one. */
  readonly id?: DeviceId;
  readonly name: string;
  readonly platform: string;
}

interface ProblemDetails {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

/** REST of one server. Every call fails with a NatterError if it is refused, with Unreachable if no answer comes. */
export class NatterApi {
  readonly #edge: string;

  constructor(
    edge: string,
    private readonly fetcher: typeof fetch = (...request) => fetch(...request),
  ) {
    this.#edge = edge.replace(/\/$/, '');
  }

  signUp(username: string, password: string, displayName: string): Promise<{ readonly userId: UserId }> {
    return this.#call('POST', '/v1/accounts', undefined, { username, password, displayName });
  }

  signIn(username: string, password: string, device: NewDevice): Promise<Session> {
    return this.#call('POST', '/v1/sessions', undefined, { grant: 'password', username, password, device });
  }

  refresh(refreshToken: string): Promise<Session> {
    return this.#call('POST', '/v1/sessions/refresh', undefined, { refreshToken });
  }

  signOut(token: string): Promise<void> {
    return this.#call('DELETE', '/v1/sessions/current', token);
  }

  me(token: string): Promise<Profile> {
    return this.#call('GET', '/v1/me', token);
  }

  user(token: string, id: UserId): Promise<Profile> {
    return this.#call('GET', `/v1/users/${encodeURIComponent(id)}`, token);
  }

  findUser(token: string, username: string): Promise<Profile> {
    return this.#call('GET', `/v1/users?username=${encodeURIComponent(username)}`, token);
  }

  messages(token: string, conversation: ConversationId, page: PageRequest = {}): Promise<MessagePage> {
    const query = new URLSearchParams(Object.entries(page).map(([name, value]) => [name, String(value)]));
    return this.#call('GET', `/v1/conversations/${encodeURIComponent(conversation)}/messages?${query}`, token);
  }

  async #call<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await this.fetcher(this.#edge + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      text = await response.text();
    } catch (cause) {
      throw new Unreachable(`${method} ${path} got no answer`, { cause });
    }
    if (response.ok) {
      return (text === '' ? undefined : JSON.parse(text)) as T;
    }
    throw refusal(response, text);
  }
}

function refusal(response: Response, text: string): NatterError {
  let problem: ProblemDetails = {};
  try {
    problem = JSON.parse(text) as ProblemDetails;
  } catch {
    // Not one of ours: a proxy in between.
  }
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  return new NatterError(
    problem.code ?? (response.status >= 500 ? 'unavailable' : 'bad_request'),
    problem.detail ?? problem.title ?? `HTTP ${response.status}`,
    Number.isFinite(retryAfter) ? retryAfter * 1_000 : response.status >= 500 ? 1_000 : undefined,
  );
}
