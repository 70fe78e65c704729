import type { StoredMessage } from '@natter/sdk';
import { foldLine, type Line } from './lines.js';

/** The content of what one has deleted for oneself, and of what has vanished; never sent. */
const HIDDEN = 'hidden';
/** Later than any time. */
const NEVER = '~';

/**
 * The end of one conversation's log: all that this device has of it, without holes up to the newest once repaired. So
 * whatever was done to a message that is here is here too, and a line never has to ask.
 */
export class ThreadLog {
  readonly #entries = new Map<number, StoredMessage>();
  readonly #actions = new Map<number, StoredMessage[]>();
  #lines: readonly Line[] = [];
  #first = 0;
  #last = 0;
  /** When the next of them vanishes, RFC 3339. */
  #vanishesAt = NEVER;

  /** The lowest seq that is here; 0 if nothing is. */
  get first(): number {
    return this.#first;
  }

  /** The highest seq that is here; 0 if nothing is. */
  get last(): number {
    return this.#last;
  }

  /** Ascending by seq; another array whenever anything is another. */
  get lines(): readonly Line[] {
    return this.#lines;
  }

  /** A line by its seq; undefined if there is none or it is not here. */
  line(seq: number): Line | undefined {
    const index = this.#lowerBound(seq);
    const line = this.#lines[index];
    return line?.seq === seq ? line : undefined;
  }

  has(seq: number): boolean {
    return this.#entries.has(seq);
  }

  /** Takes entries in, whatever their order; what is here already stays. Whether anything was new. */
  add(entries: readonly StoredMessage[]): boolean {
    const isNew = entries.filter((entry) => !this.#entries.has(entry.seq)).sort((one, other) => one.seq - other.seq);
    if (isNew.length === 0) {
      return false;
    }
    const changed = new Set<number>();
    const added: StoredMessage[] = [];
    const now = new Date().toISOString();
    for (const entry of isNew.map((each) => (isOver(each, now) ? hiddenOf(each) : each))) {
      this.#entries.set(entry.seq, entry);
      this.#vanishesAt = earlier(this.#vanishesAt, entry);
      if (entry.content.kind === HIDDEN) {
        continue;
      } else if (entry.target === undefined) {
        added.push(entry);
      } else {
        this.#actionsOn(entry.target, entry);
        changed.add(entry.target);
      }
    }
    const lines = added.map((entry) => foldLine(entry, this.#actions.get(entry.seq) ?? []));
    const before = changed.size === 0 ? this.#lines : this.#lines.map((line) => this.#again(line, changed));
    this.#lines = merge(before, lines);
    this.#first = this.#first === 0 ? isNew[0]!.seq : Math.min(this.#first, isNew[0]!.seq);
    this.#last = Math.max(this.#last, isNew.at(-1)!.seq);
    return true;
  }

  /** Takes a message out of what is shown. What it and its edits leave behind is to be kept: a log has no holes. */
  hide(seq: number): readonly StoredMessage[] {
    const entry = this.#entries.get(seq);
    if (entry === undefined) {
      return [];
    }
    const hidden = [entry, ...(this.#actions.get(seq) ?? [])].map(hiddenOf);
    hidden.forEach((each) => this.#entries.set(each.seq, each));
    this.#actions.delete(seq);
    this.#lines = this.#lines.filter((line) => line.seq !== seq);
    return hidden;
  }

  /** Takes out of what is shown whose time is over by then (RFC 3339). Whether there was anything. */
  vanish(now: string): boolean {
    if (now < this.#vanishesAt) {
      return false;
    }
    this.#vanishesAt = NEVER;
    const gone = new Set<number>();
    this.#entries.forEach((entry, seq) => {
      if (isOver(entry, now)) {
        this.#entries.set(seq, hiddenOf(entry));
        this.#actions.delete(seq);
        gone.add(seq);
      } else {
        this.#vanishesAt = earlier(this.#vanishesAt, entry);
      }
    });
    this.#lines = this.#lines.filter((line) => line.seq === undefined || !gone.has(line.seq));
    return gone.size > 0;
  }

  /** The newest page. If it does not reach what was here, that goes: it comes again by paging back. */
  addNewest(page: readonly StoredMessage[]): void {
    const first = page[0]?.seq;
    if (first !== undefined && first > this.#last + 1) {
      this.#entries.clear();
      this.#actions.clear();
      this.#lines = [];
      this.#first = 0;
      this.#last = 0;
    }
    this.add(page);
  }

  /** The first seq that is missing between what is here; undefined if none is. */
  get hole(): number | undefined {
    for (let next = this.#first; next < this.#last; next++) {
      if (!this.#entries.has(next)) {
        return next;
      }
    }
    return undefined;
  }

  #again(line: Line, changed: ReadonlySet<number>): Line {
    const entry = line.seq !== undefined && changed.has(line.seq) ? this.#entries.get(line.seq) : undefined;
    return entry === undefined ? line : foldLine(entry, this.#actions.get(entry.seq) ?? []);
  }

  #actionsOn(target: number, action: StoredMessage): void {
    const actions = this.#actions.get(target) ?? [];
    actions.push(action);
    actions.sort((one, other) => one.seq - other.seq);
    this.#actions.set(target, actions);
  }

  #lowerBound(seq: number): number {
    let low = 0;
    let high = this.#lines.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#lines[middle]!.seq ?? Infinity) < seq) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}

/** What an entry leaves behind that is not to be shown any more: a log has no holes. */
export function hiddenOf({ expiresAt: _vanished, ...entry }: StoredMessage): StoredMessage {
  return { ...entry, content: { kind: HIDDEN } };
}

/** Whether it has vanished by then (RFC 3339). */
export function isOver({ expiresAt }: StoredMessage, now: string): boolean {
  return expiresAt !== undefined && expiresAt <= now;
}

function earlier(at: string, { expiresAt = NEVER }: StoredMessage): string {
  return expiresAt < at ? expiresAt : at;
}

/** Both ascending. Nearly always one is wholly before the other. */
function merge(one: readonly Line[], other: readonly Line[]): readonly Line[] {
  const [first, second] = [one[0]?.seq ?? 0, other[0]?.seq ?? 0];
  if (other.length === 0 || one.length === 0) {
    return one.length === 0 ? other : one;
  }
  if (second > (one.at(-1)!.seq ?? 0)) {
    return [...one, ...other];
  }
  if (first > (other.at(-1)!.seq ?? 0)) {
    return [...other, ...one];
  }
  return [...one, ...other].sort((left, right) => (left.seq ?? 0) - (right.seq ?? 0));
}
