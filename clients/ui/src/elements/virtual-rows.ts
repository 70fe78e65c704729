import {
  Virtualizer,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
} from '@tanstack/virtual-core';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

const ESTIMATED_HEIGHT = 58;
const OVERSCAN = 8;
/** So near to the end one counts as being there, and new rows are followed. */
export const NEAR_END = 90;

/** Which rows of a long list are drawn, anchored at its end: what comes before does not move what is read. */
export class VirtualRows implements ReactiveController {
  readonly #rows: Virtualizer<HTMLElement, HTMLElement>;
  #used: readonly { readonly key: string }[] = [];
  #leave: () => void = () => undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly viewport: () => HTMLElement | null,
  ) {
    this.#rows = new Virtualizer(this.#options(this.#used));
    host.addController(this);
  }

  hostConnected(): void {
    this.#leave = this.#rows._didMount();
  }

  hostUpdated(): void {
    this.#rows._willUpdate();
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Has to be said in each rendering, before what is drawn is asked for. Another array means other rows. */
  use(rows: readonly { readonly key: string }[]): void {
    if (rows !== this.#used) {
      this.#used = rows;
      this.#rows.setOptions(this.#options(rows));
    }
  }

  /** Another list, of which nothing is measured. */
  reset(): void {
    this.#rows.measure();
  }

  get drawn(): readonly VirtualItem[] {
    return this.#rows.getVirtualItems();
  }

  get height(): number {
    return this.#rows.getTotalSize();
  }

  /** Learns the height of a row; rows are asked for it when they are drawn and whenever it changes. */
  readonly measure = (row: Element | undefined): void => this.#rows.measureElement((row as HTMLElement) ?? null);

  toEnd(): void {
    this.#rows.scrollToEnd();
  }

  to(index: number): void {
    this.#rows.scrollToIndex(index, { align: 'center' });
  }

  #options(rows: readonly { readonly key: string }[]) {
    return {
      count: rows.length,
      getScrollElement: this.viewport,
      estimateSize: () => ESTIMATED_HEIGHT,
      getItemKey: (index: number) => rows[index]!.key,
      overscan: OVERSCAN,
      anchorTo: 'end' as const,
      followOnAppend: true,
      scrollEndThreshold: NEAR_END,
      paddingStart: 12,
      paddingEnd: 10,
      observeElementRect,
      observeElementOffset,
      scrollToFn: elementScroll,
      onChange: () => void this.host.updateComplete.then(() => this.host.requestUpdate()),
    };
  }
}
