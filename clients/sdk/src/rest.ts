import { Edge } from './edge.js';
import type { Content, GroupSettings, SendAction } from './frames.js';
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
  /** Absent until the account has chosen one. */
  readonly username?: string;
  readonly displayName: string;
  readonly about?: string;
  /** A media id. */
  readonly avatar?: string;
}

export interface OwnProfile extends Profile {
  /** Whether who has the phone number may find the account by it. */
  readonly discoverable: boolean;
}

/** What is left out stays; an empty `about` or `avatar` is taken away. */
export type ProfileChange = Partial<Omit<OwnProfile, 'userId'>>;

/** What lets a device in, other than a password. */
export type Grant =
  | { readonly grant: 'proof'; readonly proof: string; readonly device: NewDevice }
  | {
      readonly grant: 'oidc';
      readonly code: string;
      readonly codeVerifier: string;
      readonly redirectUri: string;
      readonly device: NewDevice;
    }
  | { readonly grant: 'link'; readonly link: string; readonly verifier: string };

export type Contact = { readonly phone: string } | { readonly email: string };

export interface Verification {
  readonly verificationId: string;
  readonly expiresAt: string;
  readonly retryAfterSeconds: number;
}

/** `qr` is what to show as a QR code to a device that is signed in. */
export interface LinkOffer {
  readonly link: string;
  readonly qr: string;
  readonly expiresAt: string;
}

export interface LinkedDevice {
  readonly name: string;
  readonly platform: string;
  readonly address: string;
  readonly expiresAt: string;
}

export interface Device {
  readonly deviceId: DeviceId;
  readonly name: string;
  readonly platform: string;
  readonly addedAt: string;
  /** Whether it is the one that asks. */
  readonly current: boolean;
  readonly signedIn?: boolean;
}

export type Audience = 'everyone' | 'contacts' | 'nobody';

/** To whom one's presence is shown; one sees of others no more than one shows. */
export interface Privacy {
  readonly online: Audience;
  readonly lastSeen: Audience;
  /** Nobody is told what one has read, and one is not told what others have; false if left out. */
  readonly hideReadMarks?: boolean;
}

/** What one has set for a conversation, for oneself alone. */
export interface PersonalState {
  /** Absent if it is not muted. */
  readonly mutedUntil?: string;
  readonly archived: boolean;
  readonly pinned: boolean;
  /** Marked as unread; over once one reads on. */
  readonly unread: boolean;
}

/** What is left out stays; `null` ends the muting. */
export type PersonalChange = Partial<Omit<PersonalState, 'mutedUntil'>> & { readonly mutedUntil?: string | null };

export interface ListedConversation extends Partial<PersonalState> {
  readonly conversation: ConversationId;
  readonly lastSeq: number;
  /** Absent in one that the user has left. */
  readonly lastAt?: string;
  /** Up to where the user has read. */
  readonly read?: number;
}

export interface GroupView {
  readonly conversation: ConversationId;
  readonly title: string;
  readonly description?: string;
  readonly avatar?: string;
  /** `public` is there for a topic alone. */
  readonly settings: Required<Omit<GroupSettings, 'public'>> & Pick<GroupSettings, 'public'>;
  /** Of a topic who publishes, and absent for its readers. */
  readonly members?: readonly { readonly userId: UserId; readonly role: 'owner' | 'admin' | 'member' }[];
  /** Whether one follows it; of a topic alone. */
  readonly following?: boolean;
}

/** What two people have set for their conversation. */
export interface OfTwo {
  readonly conversation: ConversationId;
  readonly settings: { readonly expireAfter: number };
}

export interface Receipts {
  /** To how many it went, its author left out. */
  readonly audience: number;
  readonly delivered: readonly UserId[];
  readonly read: readonly UserId[];
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
  /** How often it was passed on, as its sender says. */
  readonly forwarded?: number;
  readonly mentions?: readonly UserId[];
  readonly mentionsAll?: true;
  /** What it does; absent for a message of its own. */
  readonly action?: SendAction | 'group';
  /** The seq of the message that the action is about. */
  readonly target?: number;
}

/** Ascending by seq; `next` is what to ask for next, absent if nothing more is there now. */
export interface MessagePage {
  readonly messages: readonly StoredMessage[];
  readonly next?: number;
}

/** Where what was looked for is in a text: in UTF-16 code units, `end` excluded; ascending, apart from each other. */
export interface Snippet {
  readonly text: string;
  readonly highlights: readonly { readonly start: number; readonly end: number }[];
}

/** The newest first; `next` is the `cursor` of the next page, absent if nothing more is there. A page may be empty and have one. */
export interface SearchPage {
  readonly hits: readonly { readonly message: StoredMessage; readonly snippet: Snippet }[];
  readonly next?: string;
}

/** Without `before` and `after`: the latest. */
export interface PageRequest {
  /** `log`: every entry, so that seq has no holes; `folded` (usual): messages with what was done to them. */
  readonly view?: 'folded' | 'log';
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

/** REST of one server. Every call fails with a NatterError if it is refused, with Unreachable if no answer comes. */
export class NatterApi {
  /** For more of the same server, such as `MediaApi` of `@natter/sdk/media`. */
  readonly edge: Edge;

  /** `edge`: the base address of a gateway. */
  constructor(edge: string, fetcher: typeof fetch = (...request) => fetch(...request)) {
    this.edge = new Edge(edge, fetcher);
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

  /** Signs up by a proof of a phone number or mailbox. */
  signUpByProof(proof: string, displayName: string): Promise<{ readonly userId: UserId }> {
    return this.#call('POST', '/v1/accounts', undefined, { proof, displayName });
  }

  signInBy(grant: Grant): Promise<Session> {
    return this.#call('POST', '/v1/sessions', undefined, grant);
  }

  /** Has a one-time code sent. */
  verify(contact: Contact): Promise<Verification> {
    return this.#call('POST', '/v1/verifications', undefined, contact);
  }

  /** Exchanges the code for a proof. */
  checkCode(verificationId: string, code: string): Promise<{ readonly proof: string }> {
    return this.#call('POST', `/v1/verifications/${encodeURIComponent(verificationId)}`, undefined, { code });
  }

  /** Asks to be let in by a device that is signed in; `challenge` is the SHA-256 of a secret, in base64url. */
  askForLink(challenge: string, name: string, platform: string): Promise<LinkOffer> {
    return this.#call('POST', '/v1/links', undefined, { challenge, name, platform });
  }

  /** Who wants in. */
  link(token: string, link: string): Promise<LinkedDevice> {
    return this.#call('GET', `/v1/links/${encodeURIComponent(link)}`, token);
  }

  approveLink(token: string, link: string): Promise<void> {
    return this.#call('POST', `/v1/links/${encodeURIComponent(link)}/approve`, token);
  }

  me(token: string): Promise<OwnProfile> {
    return this.#call('GET', '/v1/me', token);
  }

  changeMe(token: string, change: ProfileChange): Promise<OwnProfile> {
    return this.#call('PATCH', '/v1/me', token, change);
  }

  privacy(token: string): Promise<Privacy> {
    return this.#call('GET', '/v1/me/privacy', token);
  }

  changePrivacy(token: string, privacy: Privacy): Promise<Privacy> {
    return this.#call('PUT', '/v1/me/privacy', token, privacy);
  }

  async devices(token: string): Promise<readonly Device[]> {
    return (await this.#call<{ readonly devices: readonly Device[] }>('GET', '/v1/devices', token)).devices;
  }

  removeDevice(token: string, device: DeviceId): Promise<void> {
    return this.#call('DELETE', `/v1/devices/${encodeURIComponent(device)}`, token);
  }

  async blocked(token: string): Promise<readonly UserId[]> {
    return (await this.#call<{ readonly blocked: readonly UserId[] }>('GET', '/v1/blocks', token)).blocked;
  }

  block(token: string, user: UserId): Promise<void> {
    return this.#call('PUT', `/v1/blocks/${encodeURIComponent(user)}`, token);
  }

  unblock(token: string, user: UserId): Promise<void> {
    return this.#call('DELETE', `/v1/blocks/${encodeURIComponent(user)}`, token);
  }

  user(token: string, id: UserId): Promise<Profile> {
    return this.#call('GET', `/v1/users/${encodeURIComponent(id)}`, token);
  }

  findUser(token: string, username: string): Promise<Profile> {
    return this.#call('GET', `/v1/users?username=${encodeURIComponent(username)}`, token);
  }

  /** The newest first; with `since` (RFC 3339) only what has changed after it. */
  async conversations(token: string, since?: string): Promise<readonly ListedConversation[]> {
    const query = since === undefined ? '' : `?since=${encodeURIComponent(since)}`;
    type Answer = { readonly conversations: readonly ListedConversation[] };
    return (await this.#call<Answer>('GET', `/v1/conversations${query}`, token)).conversations;
  }

  /** A group for its members, a topic for who may read it. */
  groupOf(token: string, conversation: ConversationId): Promise<GroupView> {
    return this.#call('GET', `/v1/conversations/${encodeURIComponent(conversation)}`, token);
  }

  /** What two people have set for their conversation, also before they have said anything. */
  ofTwo(token: string, conversation: ConversationId): Promise<OfTwo> {
    return this.#call('GET', `/v1/conversations/${encodeURIComponent(conversation)}`, token);
  }

  /** Makes a topic one of one's conversations; one that is not public needs the code of its link. */
  follow(token: string, topic: ConversationId, code?: string): Promise<void> {
    const body = code === undefined ? {} : { code };
    return this.#call('PUT', `/v1/conversations/${encodeURIComponent(topic)}/following`, token, body);
  }

  unfollow(token: string, topic: ConversationId): Promise<void> {
    return this.#call('DELETE', `/v1/conversations/${encodeURIComponent(topic)}/following`, token);
  }

  /** Takes a reader out of a topic that is not public, for its admins; its link, if there still is one, lets them in again. */
  removeReader(token: string, topic: ConversationId, reader: UserId): Promise<void> {
    const readers = `/v1/conversations/${encodeURIComponent(topic)}/readers`;
    return this.#call('DELETE', `${readers}/${encodeURIComponent(reader)}`, token);
  }

  /** Who has got a message to a group and who has read it, for its author. */
  receipts(token: string, conversation: ConversationId, seq: number): Promise<Receipts> {
    return this.#call('GET', `/v1/conversations/${encodeURIComponent(conversation)}/messages/${seq}/receipts`, token);
  }

  messages(token: string, conversation: ConversationId, page: PageRequest = {}): Promise<MessagePage> {
    const query = new URLSearchParams(Object.entries(page).map(([name, value]) => [name, String(value)]));
    return this.#call('GET', `/v1/conversations/${encodeURIComponent(conversation)}/messages?${query}`, token);
  }

  /**
   * Messages with all of these words. Besides words: `"a phrase"`, `begin*`, `from:` (a user id, or `me`), `in:` (a
   * conversation id), `before:` and `after:` (a date) and `has:media`. At most 256 characters and 12 terms.
   */
  search(
    token: string,
    query: string,
    page: { readonly cursor?: string; readonly limit?: number } = {},
  ): Promise<SearchPage> {
    const parameters = new URLSearchParams(
      Object.entries({ q: query, ...page }).map(([name, value]) => [name, `${value}`]),
    );
    return this.#call('GET', `/v1/search?${parameters}`, token);
  }

  /** Mutes, archives, pins it or marks it as unread; all of one's devices are told. */
  changePersonal(token: string, conversation: ConversationId, change: PersonalChange): Promise<PersonalState> {
    return this.#call('PATCH', `/v1/conversations/${encodeURIComponent(conversation)}/personal`, token, change);
  }

  star(token: string, conversation: ConversationId, seq: number): Promise<void> {
    return this.#call('PUT', `/v1/conversations/${encodeURIComponent(conversation)}/messages/${seq}/star`, token);
  }

  unstar(token: string, conversation: ConversationId, seq: number): Promise<void> {
    return this.#call('DELETE', `/v1/conversations/${encodeURIComponent(conversation)}/messages/${seq}/star`, token);
  }

  /** Starred messages, by conversation, and in it the newest first; `next` is the next `cursor`. */
  stars(
    token: string,
    cursor?: string,
  ): Promise<{ readonly messages: readonly StoredMessage[]; readonly next?: string }> {
    return this.#call('GET', `/v1/stars${cursor === undefined ? '' : `?cursor=${encodeURIComponent(cursor)}`}`, token);
  }

  /** Deletes a message for oneself alone; others keep it. */
  deleteForMe(token: string, conversation: ConversationId, seq: number): Promise<void> {
    return this.#call('DELETE', `/v1/conversations/${encodeURIComponent(conversation)}/messages/${seq}`, token);
  }

  #call<T>(method: string, path: string, token?: string, body?: unknown): Promise<T> {
    return this.edge.call(method, path, token, body);
  }
}
