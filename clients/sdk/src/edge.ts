import { NatterError, Unreachable } from './errors.js';

interface ProblemDetails {
  readonly code?: string;
  readonly title?: string;
  readonly detail?: string;
}

/** HTTP to one server. Whatever is asked fails with a NatterError if it is refused, with Unreachable if no answer comes. */
export class Edge {
  readonly #address: string;

  constructor(
    address: string,
    private readonly fetcher: typeof fetch,
  ) {
    this.#address = address.replace(/\/$/, '');
  }

  /** Sends JSON and reads JSON; undefined if the answer is empty. */
  async call<T>(method: string, path: string, token?: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    const text = await this.#ask(method, path, (response) => response.text(), token, body, signal);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  /** Reads a file, wherever the server sends us on to for it. Browsers do not take the token along to another origin. */
  file<T>(
    path: string,
    read: (response: Response) => Promise<T>,
    token: string,
    signal: AbortSignal | undefined,
  ): Promise<T> {
    return this.#ask('GET', path, read, token, undefined, signal);
  }

  async #ask<T>(
    method: string,
    path: string,
    read: (response: Response) => Promise<T>,
    token?: string,
    body?: unknown,
    signal?: AbortSignal,
  ): Promise<T> {
    let response: Response;
    let text: string;
    try {
      response = await this.fetcher(this.#address + path, {
        method,
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
      if (response.ok) {
        return await read(response);
      }
      text = await response.text();
    } catch (cause) {
      signal?.throwIfAborted();
      throw new Unreachable(`${method} ${path} got no answer`, { cause });
    }
    throw refusal(response, text);
  }
}

function refusal(response: Response, text: string): NatterError {
  let problem: ProblemDetails = {};
  try {
    problem = JSON.parse(text) as ProblemDetails;
  } catch {
    // Not one of ours: a proxy in between, or object storage.
  }
  const retryAfter = Number(response.headers.get('Retry-After') ?? NaN);
  return new NatterError(
    problem.code ?? (response.status >= 500 ? 'unavailable' : 'bad_request'),
    problem.detail ?? problem.title ?? `HTTP ${response.status}`,
    Number.isFinite(retryAfter) ? retryAfter * 1_000 : response.status >= 500 ? 1_000 : undefined,
  );
}
