import { NatterError } from './errors.js';
import type { Failure, Request, Sent } from './frames.js';
import type { MessageId } from './ids.js';

interface Waiting {
  readonly request: Request;
  readonly answered: (sent: Sent) => void;
  readonly refused: (error: NatterError) => void;
}

/**
 * The requests without an answer, oldest first. They are repeated in that order with the same ids, so that the server
 * recognises those that it had accepted.
 */
export class Outbox {
  readonly #waiting = new Map<MessageId, Waiting>();

  constructor(private readonly capacity: number) {}

  /** Whether no more may wait. */
  get isFull(): boolean {
    return this.#waiting.size >= this.capacity;
  }

  /** The answer to a new request, or to one that waits already and is asked again. */
  add(request: Request): Promise<Sent> {
    const before = this.#waiting.get(request.id);
    if (before !== undefined) {
      return new Promise((answered, refused) =>
        this.#waiting.set(request.id, {
          request,
          answered: (sent) => [before.answered, answered].forEach((tell) => tell(sent)),
          refused: (error) => [before.refused, refused].forEach((tell) => tell(error)),
        }),
      );
    }
    return new Promise((answered, refused) => this.#waiting.set(request.id, { request, answered, refused }));
  }

  /** Takes over what an earlier run of the program left unanswered. */
  restore(requests: readonly Request[]): void {
    for (const request of requests) {
      this.#waiting.set(request.id, { request, answered: () => undefined, refused: () => undefined });
    }
  }

  /** The request that is answered now; undefined if it had been answered before. */
  answered(sent: Sent): Request | undefined {
    const waiting = this.#take(sent.re);
    waiting?.answered(sent);
    return waiting?.request;
  }

  /** The request that is refused for good. */
  refused(id: MessageId, failure: Failure): Request | undefined {
    const waiting = this.#take(id);
    waiting?.refused(new NatterError(failure.code, failure.message, undefined, failure.traceId));
    return waiting?.request;
  }

  /** The request that a failure's `re` names; undefined if it names none that waits here. */
  find(re: string | undefined): Request | undefined {
    return this.#waiting.get(re as MessageId)?.request;
  }

  unanswered(): Request[] {
    return Array.from(this.#waiting.values(), (waiting) => waiting.request);
  }

  #take(id: MessageId): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
