import type { Line } from '@natter/sdk';

/** The line to the server, which is opened after one may already have said something. */
export class LateLine {
  #line: Line | undefined;
  readonly #early: ((line: Line) => void)[] = [];

  /** Undefined until it is open. */
  get now(): Line | undefined {
    return this.#line;
  }

  open(line: Line): void {
    this.#line = line;
    this.#early.splice(0).forEach((speak) => speak(line));
  }

  /** Says something now, or as soon as it is open. */
  speak(speak: (line: Line) => void): void {
    if (this.#line === undefined) {
      this.#early.push(speak);
    } else {
      speak(this.#line);
    }
  }
}
