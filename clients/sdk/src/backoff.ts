/** Exponential delays with jitter, so that the clients of a gateway that died do not come back in step. */
export interface Backoff {
  /** The upper bound of the first delay; it doubles with each attempt. */
  readonly firstMs: number;
  /** The upper bound that is never exceeded. */
  readonly mostMs: number;
}

export const USUAL_BACKOFF: Backoff = { firstMs: 250, mostMs: 30_000 };

/** The delay before an attempt, counted from 0: between half of its upper bound and all of it. */
export function delayBefore(attempt: number, { firstMs, mostMs }: Backoff, random: () => number = Math.random): number {
  const bound = Math.min(mostMs, firstMs * 2 ** attempt);
  return Math.round((bound / 2) * (1 + random()));
}
