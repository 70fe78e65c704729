import { NatterError, Unreachable, type Page, type StoredMessage } from '@natter/sdk';
import type { MessageStore } from './message-store.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';

const PAGE = 50;
/** The most that the server gives at once. */
const LARGE_PAGE = 200;
/** How many of these are asked for at the same time on the way to an old message. */
const PAGES_AT_ONCE = 4;
/** History is a little behind delivery: how long to wait for it, and how often. */
const LAG_MS = [150, 500, 1_500, 4_000, 10_000];

/** Fills threads: from the store if it has what is next, else from the server's history. */
export class History {
  readonly #underWay = new Map<Thread, Promise<void>>();

  constructor(
    private readonly rest: Rest,
    private readonly store: MessageStore,
    private readonly changed: () => void,
  ) {}

  /** What the store has of the end. */
  async restore(thread: Thread, limit = PAGE): Promise<void> {
    thread.log.add(await this.store.page(thread.id, Number.MAX_SAFE_INTEGER, limit));
    thread.complete = thread.log.first === 1;
  }

  /** The newest, as the server has it. */
  newest(thread: Thread, limit = PAGE): Promise<void> {
    return this.#loading(thread, async () => {
      const { messages, next } = await this.#page(thread, { limit });
      const before = thread.log.first;
      thread.log.addNewest(messages);
      if (thread.log.first > before) {
        thread.complete = false; // What was here did not reach so far.
      }
      thread.complete ||= next === undefined && messages.length === 0;
      thread.complete ||= thread.log.first === 1 || (next === undefined && messages[0]?.seq === thread.log.first);
    });
  }

  /** What is before the oldest line that is here. */
  older(thread: Thread): Promise<void> {
    return this.#loading(thread, async () => {
      const before = thread.log.first;
      const stored = before === 0 ? [] : await this.store.page(thread.id, before, PAGE);
      if (stored.at(-1)?.seq === before - 1) {
        thread.log.add(stored);
      } else {
        const { messages, next } = await this.#page(thread, before === 0 ? {} : { before });
        thread.log.add(messages);
        thread.complete = next === undefined;
      }
      thread.complete ||= thread.log.first === 1;
    });
  }

  /** Everything back to a seq, so that it can be shown where it stands. */
  async reach(thread: Thread, seq: number): Promise<void> {
    await this.#underWay.get(thread);
    if (thread.log.last === 0) {
      await this.newest(thread);
    }
    await this.#loading(thread, async () => {
      let before = thread.log.first;
      while (!thread.complete && before > seq) {
        const stored = await this.store.page(thread.id, before, LARGE_PAGE * PAGES_AT_ONCE);
        if (stored.at(-1)?.seq === before - 1) {
          thread.log.add(stored);
          before = stored[0]!.seq;
        } else {
          before = await this.#pagesBefore(thread, before, seq);
        }
        thread.complete ||= before <= 1;
        this.changed();
      }
    });
  }

  /** Some pages at once: a log has no holes, so one knows where they begin. Answers from where to go on, 0 at the end. */
  async #pagesBefore(thread: Thread, before: number, seq: number): Promise<number> {
    const starts = Array.from({ length: PAGES_AT_ONCE }, (_, page) => before - page * LARGE_PAGE).filter(
      (start) => start > seq,
    );
    const pages = await Promise.all(starts.map((start) => this.#page(thread, { before: start, limit: LARGE_PAGE })));
    let reached = before;
    pages.forEach(({ messages, next = 0 }, index) => {
      // One that is shorter than it should be leaves a gap to the next.
      if (starts[index]! >= reached) {
        thread.log.add(messages);
        reached = Math.min(reached, next);
      }
    });
    return reached;
  }

  /** Waits until history has an entry that the server took, and takes it in with what is missing before it. */
  async until(thread: Thread, seq: number): Promise<void> {
    for (const wait of LAG_MS) {
      await new Promise((over) => setTimeout(over, wait));
      const { hole } = thread.log;
      if (hole === undefined && thread.log.has(seq)) {
        return;
      }
      // Without a hole it is the newest that is missing; far behind, the page that ends with it is enough.
      const after = hole === undefined ? Math.min(Math.max(thread.log.last, seq - PAGE), seq - 1) : hole - 1;
      try {
        const { messages } = await this.#page(thread, { after, limit: LARGE_PAGE });
        if (thread.log.add(messages)) {
          this.changed();
        }
      } catch {
        // Away, or so far behind that it does not know yet that we are in this group.
      }
    }
  }

  /**
   * Takes in what is new in a topic up to a seq. It is pulled over the line: what many readers ask for at the same time the
   * server reads once. Rejected with a NatterError if one may not read it any more.
   */
  async follow(thread: Thread, seq: number, pull: (from: number, to: number) => Promise<Page>): Promise<void> {
    await this.#underWay.get(thread);
    if (thread.log.last === 0 || seq - thread.log.last > PAGE) {
      await this.newest(thread);
    }
    const waits = LAG_MS.values();
    for (let from = thread.log.last + 1; from > 1 && from <= seq;) {
      const page = await pull(from, seq);
      const entries = page.messages.map((entry) => ({ conversation: thread.id, ...entry }));
      await this.store.saveEntries(entries).catch(() => undefined);
      if (thread.log.add(entries)) {
        this.changed();
      }
      if (page.last < from) {
        const wait = waits.next();
        if (wait.done === true) {
          return; // The next news tries again.
        }
        await new Promise((over) => setTimeout(over, wait.value));
      }
      from = Math.max(from, page.last + 1);
    }
  }

  async #page(thread: Thread, place: { before?: number; after?: number; limit?: number }) {
    const page = await this.rest.api.messages(await this.rest.token(), thread.id, {
      limit: PAGE,
      ...place,
      view: 'log',
    });
    await this.store.saveEntries(page.messages as readonly StoredMessage[]).catch(() => undefined);
    return page;
  }

  async #loading(thread: Thread, load: () => Promise<void>): Promise<void> {
    if (!thread.loading) {
      thread.loading = true;
      this.changed();
      const loaded = this.#load(thread, load).finally(() => this.#underWay.delete(thread));
      this.#underWay.set(thread, loaded);
      await loaded;
    }
  }

  async #load(thread: Thread, load: () => Promise<void>): Promise<void> {
    try {
      await load();
      thread.failed = false;
    } catch (error) {
      // A conversation that nobody has said anything in yet is not known to history.
      thread.failed = !isFinal(error);
      thread.complete ||= isFinal(error);
    } finally {
      thread.loading = false;
      this.changed();
    }
  }
}

/** Whether asking again would get the same answer. */
function isFinal(error: unknown): boolean {
  if (error instanceof NatterError) {
    return error.retryAfterMs === undefined;
  }
  if (error instanceof Unreachable) {
    return false;
  }
  throw error;
}
