import type { Entry, Failure, News, Page, Presence, Request, Sent, Spread, Synced, Typing, Welcome } from './frames.js';
import type { GivenUp } from './reconnect.js';

/** What happens on a connection. Every part is optional. */
export interface ChatListener {
  /** Connected, or connected again. */
  onWelcome?(welcome: Welcome): void;
  /** Everything that waited has been delivered. */
  onSynced?(synced: Synced): void;
  /**
   * A message, receipt, gap, security or personal notice; one at a time, in order, each once. It is acknowledged, and gone from
   * the server, when the returned promise is fulfilled: store it before. If it is rejected, the entry comes again.
   */
  onEntry?(entry: Entry): void | Promise<void>;
  /** A watched user came, went or turned away. */
  onPresence?(presence: Presence): void;
  /** Somebody types in a conversation of `setViewing`, or has stopped; over after 6 seconds, or with their message. */
  onTyping?(typing: Typing): void;
  /** A message, an action or a change of a group was accepted; also one of an earlier run of the program. */
  onSent?(request: Request, sent: Sent): void;
  /** It was refused for good; also one of an earlier run of the program. */
  onRefused?(request: Request, failure: Failure): void;
  /** The answer to a pull, of this tab or another. */
  onPage?(page: Page): void;
  /**
   * A topic that is listened to is that far. Whoever has less lets a random part of `spreadMs` pass and pulls: all its
   * readers were told at the same time.
   */
  onNews?(news: News): void;
  /** What became of a message to several users, of this tab or another. */
  onSpread?(spread: Spread): void;
  /** A refusal of what is no request; one that names a `re` is of a question, of this tab or another. */
  onError?(failure: Failure): void;
  /** The connection is gone and comes back by itself. */
  onDisconnected?(comesBackInMs: number): void;
  /** The connection does not come back by itself. */
  onGivenUp?(why: GivenUp): void;
}
