/** A refusal by the server, or by the SDK before it asks; `code` is of the catalogue in PROTOCOL.md and never changes. */
export class NatterError extends Error {
  override readonly name = 'NatterError';

  constructor(
    readonly code: string,
    message: string,
    /** When it makes sense to try again; undefined if never. */
    readonly retryAfterMs?: number,
    /** What to tell operators: they find under it what happened. Only if it was followed. */
    readonly traceId?: string,
  ) {
    super(message);
  }
}

/** No answer came: the network or the server is away. Trying again later makes sense. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
