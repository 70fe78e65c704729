import type { Thread } from '../model/thread.js';
import { MessengerElement } from './element.js';
import { codeOf } from './say.js';

/** A part of what is shown of a conversation, which asks the server for something and says why it was not done. */
export abstract class DetailsPart extends MessengerElement {
  static override properties = {
    ...MessengerElement.properties,
    thread: { attribute: false },
    _problem: { state: true },
  };
  declare thread: Thread;
  declare _problem: string;

  constructor() {
    super();
    this.begin();
  }

  /** Forgets what was done; called whenever it is shown anew. */
  begin(): void {
    this._problem = '';
  }

  protected async ask(what: () => Promise<void>): Promise<void> {
    try {
      await what();
    } catch (error) {
      this._problem = this.language.reason(codeOf(error));
    }
  }
}
