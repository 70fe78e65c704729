/** Acknowledges in batches: at the latest after a quarter of the server's window, or 50 ms. */
const EVERY = 16;
const WITHIN_MS = 50;

/**
 * How far this device has taken in its inbox, and what of that the server has not heard of yet. What is acknowledged
 * is gone from the server, so the position is stored first.
 */
export class Acknowledge {
  #taken: number;
  #said: number;
  #entries = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    position: number,
    private readonly store: (position: number) => Promise<void>,
    private readonly say: (position: number) => void,
  ) {
    this.#taken = position;
    this.#said = position;
  }

  /** The highest position that was taken in; a lower one that comes again is a repeat. */
  get position(): number {
    return this.#taken;
  }

  taken(position: number): void {
    this.#taken = Math.max(this.#taken, position);
    this.owed();
  }

  /** Something came that the server wants acknowledged, be it for the second time. */
  owed(): void {
    this.#entries++;
    if (this.#entries >= EVERY) {
      void this.flush();
    } else {
      this.#timer ??= setTimeout(() => void this.flush(), WITHIN_MS);
    }
  }

  /** Stores and says what is owed; without an effect if nothing is. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#entries === 0) {
      return;
    }
    this.#entries = 0;
    const position = this.#taken;
    try {
      if (position > this.#said) {
        await this.store(position);
      }
    } catch {
      // Not stored, so not acknowledged: the server keeps it, and the next entry tries again.
      return;
    }
    this.#said = Math.max(this.#said, position);
    this.say(position);
  }
}
