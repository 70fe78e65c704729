/** A refusal by the server, or by the SDK before it asks; `code` is of the catalogue in PROTOCOL.md and never changes. */
export class NatterError extends Error {
  override readonly name = 'NatterError';

  constructor(
    readonly code: string,
    message: string,
    /** When it makes sense to try again; undefined if never. */
    readonly retryAfterMs?: number,
  ) {
    super(message);
  }
}

/** No answer came: the network or the server is away. Trying again later makes sense. */
export class Unreachable extends Error {
  override readonly name = 'Unreachable';
}
