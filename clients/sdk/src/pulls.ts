import { NatterError } from './errors.js';
import type { Failure, Page, Pull } from './frames.js';
import type { MessageId } from './ids.js';

interface Waiting {
  readonly pull: Pull;
  readonly answered: (page: Page) => void;
  readonly refused: (error: NatterError) => void;
}

/** The pulls without an answer, oldest first. What a program wanted before it ended it wants no more. */
export class Pulls {
  readonly #waiting = new Map<MessageId, Waiting>();

  add(pull: Pull): Promise<Page> {
    return new Promise((answered, refused) => this.#waiting.set(pull.id, { pull, answered, refused }));
  }

  answered(page: Page): void {
    this.#take(page.re)?.answered(page);
  }

  refused(failure: Failure): void {
    this.#take(failure.re as MessageId)?.refused(new NatterError(failure.code, failure.message));
  }

  /** The pull that a failure's `re` names; undefined if it names none that waits here. */
  find(re: string | undefined): Pull | undefined {
    return this.#waiting.get(re as MessageId)?.pull;
  }

  unanswered(): Pull[] {
    return Array.from(this.#waiting.values(), (waiting) => waiting.pull);
  }

  #take(id: MessageId): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
