import type { ConversationId, Presence, Typing, UserId } from '@natter/sdk';
import type { LateLine } from './late-line.js';
import type { Thread } from './thread.js';

/** The server tells of 200. */
const WATCHED = 150;
const TYPING_OVER_MS = 6_000;

/** Who is there, and who types. */
export class Presences {
  readonly #told = new Map<UserId, Presence>();
  readonly #watched = new Set<UserId>();
  /** With what takes each to have stopped. */
  readonly #typing = new Map<ConversationId, Map<UserId, ReturnType<typeof setTimeout>>>();

  constructor(
    private readonly me: UserId,
    private readonly line: LateLine,
    private readonly changed: () => void,
  ) {}

  /** Undefined until one is told. */
  of(user: UserId): Presence | undefined {
    return this.#told.get(user);
  }

  /** Who types in a thread that is open. */
  typing(thread: Thread): readonly UserId[] {
    return [...(this.#typing.get(thread.id)?.keys() ?? [])];
  }

  watch(user: UserId): void {
    if (user !== this.me && !this.#watched.has(user) && this.#watched.size < WATCHED) {
      this.#watched.add(user);
      this.line.speak((line) => line.watch([user]));
    }
  }

  hear(presence: Presence): void {
    this.#told.set(presence.user, presence);
    this.changed();
  }

  types({ conversation, user, on }: Pick<Typing, 'conversation' | 'user' | 'on'>): void {
    const typing = this.#typing.get(conversation) ?? new Map<UserId, ReturnType<typeof setTimeout>>();
    this.#typing.set(conversation, typing);
    clearTimeout(typing.get(user));
    typing.delete(user);
    if (on && user !== this.me) {
      typing.set(
        user,
        setTimeout(() => this.types({ conversation, user, on: false }), TYPING_OVER_MS),
      );
    }
    this.changed();
  }

  /** Who has said it has stopped typing it. */
  said(conversation: ConversationId, user: UserId): void {
    if (this.#typing.get(conversation)?.has(user) === true) {
      this.types({ conversation, user, on: false });
    }
  }
}
