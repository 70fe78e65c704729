import type { Entry, Failure, Presence, Send, Sent, Synced, Welcome } from './frames.js';
import type { GivenUp } from './reconnect.js';

/** What happens on a connection. Every part is optional. */
export interface ChatListener {
  /** Connected, or connected again. */
  onWelcome?(welcome: Welcome): void;
  /** Everything that waited has been delivered. */
  onSynced?(synced: Synced): void;
  /**
   * A message, receipt, gap or security notice; one at a time, in order, each once. It is acknowledged, and gone from
   * the server, when the returned promise is fulfilled: store it before. If it is rejected, the entry comes again.
   */
  onEntry?(entry: Entry): void | Promise<void>;
  /** A watched user came, went or turned away. */
  onPresence?(presence: Presence): void;
  /** A send was accepted; also one of an earlier run of the program. */
  onSent?(send: Send, sent: Sent): void;
  /** A send was refused for good; also one of an earlier run of the program. */
  onRefused?(send: Send, failure: Failure): void;
  /** A refusal that belongs to no send of ours. */
  onError?(failure: Failure): void;
  /** The connection is gone and comes back by itself. */
  onDisconnected?(comesBackInMs: number): void;
  /** The connection does not come back by itself. */
  onGivenUp?(why: GivenUp): void;
}
