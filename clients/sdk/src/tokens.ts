import type { NatterApi, Session } from './rest.js';

/** A token that expires within this time counts as expired: it has to live as long as its request. */
const MARGIN_MS = 30_000;

/** A session as it is kept: with the moment at which its access token expires, by this machine's clock. */
export interface KeptSession extends Session {
  readonly expiresAt: number;
}

/** Where several tabs keep one session. */
export interface TabsOfSession {
  /** What was kept last, by whichever tab. */
  latest(): Promise<KeptSession | undefined>;
  /** Does this while no other tab does; `navigator.locks` can. */
  alone<T>(work: () => Promise<T>): Promise<T>;
}

const ONLY_ONE: TabsOfSession = { latest: () => Promise.resolve(undefined), alone: (work) => work() };

/**
 * The tokens of one session, renewed when they are about to expire. A refresh token is good once, so only one renewal
 * is under way at a time, in all tabs, and the new one is kept before anything else happens.
 */
export class SessionTokens {
  #session: KeptSession;
  #renewal: Promise<string> | undefined;

  constructor(
    private readonly api: NatterApi,
    session: Session | KeptSession,
    private readonly keep: (session: KeptSession) => Promise<void> | void = () => undefined,
    private readonly tabs: TabsOfSession = ONLY_ONE,
  ) {
    this.#session = 'expiresAt' in session ? session : fromNow(session);
  }

  get session(): KeptSession {
    return this.#session;
  }

  /** A valid access token. Fails with a NatterError once the session is over. */
  token = (): Promise<string> => {
    if (this.#isGood()) {
      return Promise.resolve(this.#session.accessToken);
    }
    this.#renewal ??= this.tabs.alone(() => this.#renew()).finally(() => (this.#renewal = undefined));
    return this.#renewal;
  };

  #isGood(): boolean {
    return Date.now() < this.#session.expiresAt - MARGIN_MS;
  }

  async #renew(): Promise<string> {
    // Another tab may have been quicker; what it used up must not be used again.
    this.#session = (await this.tabs.latest()) ?? this.#session;
    if (!this.#isGood()) {
      this.#session = fromNow(await this.api.refresh(this.#session.refreshToken));
      await this.keep(this.#session);
    }
    return this.#session.accessToken;
  }
}

function fromNow(session: Session): KeptSession {
  return { ...session, expiresAt: Date.now() + session.expiresIn * 1_000 };
}
