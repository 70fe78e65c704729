import { NatterError, type Profile, type UserId } from '@natter/sdk';
import type { MessageStore } from './message-store.js';
import type { Rest } from './rest.js';

/** Who people are: at once what is stored, and once a run what the server says now. */
export class Profiles {
  readonly #known = new Map<UserId, Profile>();
  readonly #asked = new Set<UserId>();

  constructor(
    private readonly rest: Rest,
    private readonly store: MessageStore,
    private readonly changed: () => void,
  ) {}

  async restore(): Promise<void> {
    (await this.store.profiles()).forEach((profile) => this.#known.set(profile.userId, profile));
  }

  /** Undefined until it is here; asking for it fetches it. */
  get(user: UserId): Profile | undefined {
    if (!this.#asked.has(user)) {
      this.refresh(user);
    }
    return this.#known.get(user);
  }

  /** Asks again who somebody is whom one looks at. */
  refresh(user: UserId): void {
    this.#asked.add(user);
    void this.#fetch(user);
  }

  /** Somebody known by user name, or by the beginning of the name that is shown. */
  named(name: string): UserId | undefined {
    const wanted = name.replace(/^@/, '').toLocaleLowerCase();
    const people = [...this.#known.values()];
    const found =
      people.find(({ username }) => username?.toLocaleLowerCase() === wanted) ??
      people.find(({ displayName }) => displayName.toLocaleLowerCase().startsWith(wanted));
    return found?.userId;
  }

  /** Takes over what was learned elsewhere. */
  learn(profile: Profile): void {
    this.#asked.add(profile.userId);
    this.#known.set(profile.userId, profile);
    void this.store.saveProfile(profile).catch(() => undefined);
    this.changed();
  }

  async #fetch(user: UserId): Promise<void> {
    try {
      this.learn(await this.rest.api.user(await this.rest.token(), user));
    } catch (error) {
      if (!(error instanceof NatterError) || error.retryAfterMs !== undefined) {
        this.#asked.delete(user); // Whoever asks next, asks again.
      }
    }
  }
}
