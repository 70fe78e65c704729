import { NatterError } from './errors.js';
import type { Broadcast, Failure, Page, Pull, Spread } from './frames.js';
import type { MessageId } from './ids.js';

/** What is asked again on each new socket until it is answered. */
export type Question = Pull | Broadcast;
export type Answer<Q extends Question> = Q extends Pull ? Page : Spread;

interface Waiting {
  readonly question: Question;
  readonly answered: (answer: Page | Spread) => void;
  readonly refused: (error: NatterError) => void;
}

/** The questions without an answer, oldest first. What a program wanted before it ended it wants no more. */
export class Questions {
  readonly #waiting = new Map<MessageId, Waiting>();

  add<Q extends Question>(question: Q): Promise<Answer<Q>> {
    return new Promise((answered, refused) =>
      this.#waiting.set(question.id, {
        question,
        // The server answers each kind of question with its own kind of answer.
        answered: answered as (answer: Page | Spread) => void,
        refused,
      }),
    );
  }

  answered(answer: Page | Spread): void {
    this.#take(answer.re)?.answered(answer);
  }

  refused(failure: Failure): void {
    this.#take(failure.re as MessageId)?.refused(new NatterError(failure.code, failure.message));
  }

  /** The question that a failure's `re` names; undefined if it names none that waits here. */
  find(re: string | undefined): Question | undefined {
    return this.#waiting.get(re as MessageId)?.question;
  }

  unanswered(): Question[] {
    return Array.from(this.#waiting.values(), (waiting) => waiting.question);
  }

  #take(id: MessageId): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
