import { NatterError } from './errors.js';
import type { Failure, Send, Sent } from './frames.js';
import type { MessageId } from './ids.js';

interface Waiting {
  readonly send: Send;
  readonly answered: (sent: Sent) => void;
  readonly refused: (error: NatterError) => void;
}

/**
 * The sends without an answer, oldest first. They are repeated in that order with the same ids, so that the server
 * recognises those that it had accepted.
 */
export class Outbox {
  readonly #waiting = new Map<MessageId, Waiting>();

  constructor(private readonly capacity: number) {}

  /** The answer to a new send. */
  add(send: Send): Promise<Sent> {
    if (this.#waiting.size >= this.capacity) {
      return Promise.reject(new NatterError('rate_limited', 'Too many messages wait for an answer.'));
    }
    return new Promise((answered, refused) => this.#waiting.set(send.id, { send, answered, refused }));
  }

  /** Takes over what an earlier run of the program left unanswered. */
  restore(sends: readonly Send[]): void {
    for (const send of sends) {
      this.#waiting.set(send.id, { send, answered: () => undefined, refused: () => undefined });
    }
  }

  /** The send that is answered now; undefined if it had been answered before. */
  answered(sent: Sent): Send | undefined {
    const waiting = this.#take(sent.re);
    waiting?.answered(sent);
    return waiting?.send;
  }

  /** The send that is refused for good. */
  refused(id: MessageId, failure: Failure): Send | undefined {
    const waiting = this.#take(id);
    waiting?.refused(new NatterError(failure.code, failure.message));
    return waiting?.send;
  }

  /** The send that a failure's `re` names; undefined if it names none that waits here. */
  find(re: string | undefined): Send | undefined {
    return this.#waiting.get(re as MessageId)?.send;
  }

  unanswered(): Send[] {
    return Array.from(this.#waiting.values(), (waiting) => waiting.send);
  }

  #take(id: MessageId): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
