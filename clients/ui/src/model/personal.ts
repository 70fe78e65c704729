import {
  NatterError,
  type NatterApi,
  type Personal as Told,
  type PersonalChange,
  type PersonalState,
} from '@natter/sdk';
import type { MessageStore } from './message-store.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';
import type { Threads } from './threads.js';

/**
 * What one sets for oneself alone: nobody else sees it, all of one's devices do. It is shown at once, and taken back if the
 * server does not want it.
 */
export class Personal {
  constructor(
    private readonly rest: Rest,
    private readonly store: MessageStore,
    private readonly threads: Threads,
    private readonly changed: () => void,
    private readonly problem: (code: string) => void,
  ) {}

  /** Mutes, archives, pins a conversation or marks it as unread. */
  async set(thread: Thread, change: PersonalChange): Promise<void> {
    const before = thread.personal;
    const { mutedUntil = before.mutedUntil, ...rest } = change;
    const { mutedUntil: _before, ...flags } = before;
    this.threads.mark(thread, { personal: { ...flags, ...rest, ...(mutedUntil == null ? {} : { mutedUntil }) } });
    await this.#ask(
      async (token) =>
        this.threads.mark(thread, { personal: await this.rest.api.changePersonal(token, thread.id, change) }),
      () => this.threads.mark(thread, { personal: before }),
    );
  }

  async star(thread: Thread, seq: number, on: boolean): Promise<void> {
    this.#starred(thread, seq, on);
    await this.#ask(
      (token) => (on ? this.rest.api.star(token, thread.id, seq) : this.rest.api.unstar(token, thread.id, seq)),
      () => this.#starred(thread, seq, !on),
    );
  }

  /** Asks for one's starred messages. */
  async stars(cursor?: string): ReturnType<NatterApi['stars']> {
    const page = await this.rest.api.stars(await this.rest.token(), cursor);
    page.messages.forEach(({ conversation, seq }) => this.threads.of(conversation).starred.add(seq));
    this.changed();
    return page;
  }

  /** Learns which messages are starred. */
  async restoreStars(): Promise<void> {
    try {
      for (let page = await this.stars(); page.next !== undefined;) {
        page = await this.stars(page.next);
      }
    } catch {
      // They are not marked then, until the next start.
    }
  }

  /** Deletes a message on all of one's own devices, and for nobody else. */
  async hide(thread: Thread, seq: number): Promise<void> {
    await this.#ask(async (token) => {
      await this.rest.api.deleteForMe(token, thread.id, seq);
      await this.#hidden(thread, seq);
    });
  }

  /** Another device has set something. Fulfilled when it is stored. */
  async hear(told: Told): Promise<void> {
    const thread = this.threads.of(told.conversation);
    if (told.message === undefined) {
      this.threads.mark(thread, { personal: personalOf(told) });
      return;
    }
    const { seq, starred = false, hidden = false } = told.message;
    this.#starred(thread, seq, starred);
    if (hidden) {
      await this.#hidden(thread, seq);
    }
  }

  async #ask(ask: (token: string) => Promise<unknown>, takeBack: () => void = () => undefined): Promise<void> {
    try {
      await ask(await this.rest.token());
    } catch (error) {
      takeBack();
      this.problem(error instanceof NatterError ? error.code : 'unavailable');
    }
  }

  #starred(thread: Thread, seq: number, on: boolean): void {
    if (on) {
      thread.starred.add(seq);
    } else {
      thread.starred.delete(seq);
    }
    this.changed();
  }

  async #hidden(thread: Thread, seq: number): Promise<void> {
    const hidden = thread.log.hide(seq);
    this.changed();
    await this.store.saveEntries(hidden);
  }
}

/** What is set, of all that was told. */
export function personalOf({ mutedUntil, archived, pinned, unread }: Partial<PersonalState>): PersonalState {
  return {
    ...(mutedUntil === undefined ? {} : { mutedUntil }),
    ...{ archived: archived === true, pinned: pinned === true, unread: unread === true },
  };
}
