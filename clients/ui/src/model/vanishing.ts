import type { MessageStore } from './message-store.js';
import type { Threads } from './threads.js';

const LOOKS_EVERY_MS = 2_000;

/** Takes messages away whose time is over, out of what is shown and out of what is kept. The server does so by itself. */
export class Vanishing {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(
    private readonly threads: Threads,
    private readonly store: MessageStore,
    private readonly changed: () => void,
  ) {}

  start(): void {
    void this.#forget();
    this.#timer = setInterval(() => this.#look(), LOOKS_EVERY_MS);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = new Date().toISOString();
    // All of them, whichever is the first.
    if (this.threads.all.filter((thread) => thread.log.vanish(now)).length > 0) {
      this.changed();
      void this.#forget();
    }
  }

  async #forget(): Promise<void> {
    await this.store.vanish(new Date().toISOString()).catch(() => undefined); // The next start tries again.
  }
}
