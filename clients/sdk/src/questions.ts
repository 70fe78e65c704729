import { NatterError } from './errors.js';
import type { Broadcast, Failure, Listen, News, Page, Pull, Spread } from './frames.js';
import type { MessageId } from './ids.js';

/** What is asked again on each new socket until it is answered. */
export type Question = Pull | Broadcast | Listen;
export type Answer<Q extends Question> = Q extends Pull ? Page : Q extends Listen ? News : Spread;
type AnyAnswer = Page | News | Spread;

interface Waiting {
  readonly question: Question;
  readonly answered: (answer: AnyAnswer) => void;
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
        answered: answered as (answer: AnyAnswer) => void,
        refused,
      }),
    );
  }

  answered(answer: AnyAnswer): void {
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

  #take(id: MessageId | undefined): Waiting | undefined {
    const waiting = this.#waiting.get(id as MessageId);
    this.#waiting.delete(id as MessageId);
    return waiting;
  }
}
