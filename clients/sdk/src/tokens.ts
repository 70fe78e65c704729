import type { NatterApi, Session } from './rest.js';

/** A token that expires within this time counts as expired: it has to live as long as its request. */
const MARGIN_MS = 30_000;

/**
 * The tokens of one session, renewed when they are about to expire. A refresh token is good once, so only one renewal
 * is under way at a time, and the new one is kept before anything else happens.
 */
export class SessionTokens {
  #session: Session;
  #expiresAt: number;
  #renewal: Promise<string> | undefined;

  constructor(
    private readonly api: NatterApi,
    session: Session,
    private readonly keep: (session: Session) => Promise<void> | void = () => undefined,
  ) {
    this.#session = session;
    this.#expiresAt = Date.now() + session.expiresIn * 1_000;
  }

  get session(): Session {
    return this.#session;
  }

  /** A valid access token. Fails with a NatterError once the session is over. */
  token = (): Promise<string> => {
    if (Date.now() < this.#expiresAt - MARGIN_MS) {
      return Promise.resolve(this.#session.accessToken);
    }
    this.#renewal ??= this.#renew().finally(() => (this.#renewal = undefined));
    return this.#renewal;
  };

  async #renew(): Promise<string> {
    const session = await this.api.refresh(this.#session.refreshToken);
    this.#session = session;
    this.#expiresAt = Date.now() + session.expiresIn * 1_000;
    await this.keep(session);
    return session.accessToken;
  }
}
