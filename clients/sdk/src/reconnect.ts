import { delayBefore, type Backoff } from './backoff.js';

/** How a socket ended: with a close code (of natter.v1 or of WebSocket), or asked to go elsewhere by `goaway`. */
export type Ending =
  | { readonly kind: 'closed'; readonly code: number }
  | { readonly kind: 'sent away'; readonly retryAfterMs: number; readonly jitterMs: number };

/** Why a connection does not come back. */
export type GivenUp = 'bad frame' | 'signed out' | 'revoked' | 'replaced';

export type NextStep =
  | { readonly kind: 'come back'; readonly delayMs: number; readonly withTicket: boolean; readonly elsewhere: boolean }
  | { readonly kind: 'give up'; readonly why: GivenUp };

/** An access token was refused so often although each was new: it is not the token's age. */
const TOKENS_TO_TRY = 3;
const DRAIN_JITTER_MS = 1_000;
/** How late a gateway may still read the `hello` of a socket that is gone. */
const LATEST_HELLO_MS = 60_000;

/**
 * What a client does when its socket ends: the last column of the table of close codes in PROTOCOL.md.
 *
 * An attempt that ends before its welcome may have left a `hello` behind that a busy gateway reads after that of the
 * next attempt, and then the older replaces the newer one. So to be replaced is not final for a while.
 */
export class ReconnectPolicy {
  #attempts = 0;
  #refusedTokens = 0;
  #welcome = false;
  #helloLeftBehind: number | undefined;

  constructor(
    private readonly backoff: Backoff,
    private readonly random: () => number = Math.random,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** The server has taken us in: the next delay is the first again. */
  welcomed(): void {
    this.#attempts = 0;
    this.#refusedTokens = 0;
    this.#welcome = true;
  }

  /** The client itself leaves a connection, whose `hello` may still be on its way. */
  left(): void {
    if (!this.#welcome) {
      this.#helloLeftBehind = this.now();
    }
    this.#welcome = false;
  }

  after(ending: Ending, usedTicket: boolean): NextStep {
    if (ending.kind === 'sent away') {
      return comeBack(ending.retryAfterMs + Math.round(this.random() * ending.jitterMs), true, true);
    }
    if (ending.code < 4000) {
      this.left();
    }
    this.#welcome = false;
    switch (ending.code) {
      case 4400:
        return { kind: 'give up', why: 'bad frame' };
      case 4401:
        if (usedTicket) {
          return comeBack(0, false, false);
        }
        this.#refusedTokens++;
        return this.#refusedTokens >= TOKENS_TO_TRY
          ? { kind: 'give up', why: 'signed out' }
          : comeBack(this.#delay(), false, false);
      case 4403:
        return { kind: 'give up', why: 'revoked' };
      case 4409:
        return this.#wasOvertakenByItself()
          ? comeBack(this.#delay(), true, false)
          : { kind: 'give up', why: 'replaced' };
      case 4429:
        return comeBack(this.backoff.mostMs, true, false);
      case 4503:
        return comeBack(Math.round(this.random() * DRAIN_JITTER_MS), true, true);
      default:
        return comeBack(this.#delay(), true, true);
    }
  }

  /** Once per hello left behind: whoever replaces this client again is somebody else. */
  #wasOvertakenByItself(): boolean {
    const left = this.#helloLeftBehind;
    this.#helloLeftBehind = undefined;
    return left !== undefined && this.now() - left < LATEST_HELLO_MS;
  }

  #delay(): number {
    return delayBefore(this.#attempts++, this.backoff, this.random);
  }
}

function comeBack(delayMs: number, withTicket: boolean, elsewhere: boolean): NextStep {
  return { kind: 'come back', delayMs, withTicket, elsewhere };
}
