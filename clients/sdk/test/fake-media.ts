import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Media over HTTP, and object storage that keeps what comes and checks its hash, on one port. */
export class FakeMedia {
  readonly announced: Record<string, unknown>[] = [];
  readonly puts: string[] = [];
  /** The bytes of each part by its number; a file in one PUT is part 0. */
  readonly stored = new Map<number, Buffer>();
  /** Answers of object storage before it works. */
  failures: number[] = [];
  /** What the next announcement is answered with, instead of a slot. */
  known: object | undefined;
  refusal: readonly [number, string] | undefined;
  #tokensAtStorage = 0;

  private constructor(private readonly server: Server) {
    server.on('request', (request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeMedia> {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new FakeMedia(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** How often object storage was shown a token that is none of its business. */
  get tokensAtStorage(): number {
    return this.#tokensAtStorage;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) {
      chunks.push(chunk as Buffer);
    }
    const body = Buffer.concat(chunks);
    const path = request.url!;
    const say = (status: number, answer: object) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    };
    if (path.startsWith('/storage/')) {
      this.#tokensAtStorage += request.headers.authorization === undefined ? 0 : 1;
      this.#store(request, Number(path.split('/')[2]), body, response);
      return;
    }
    const { announced, refusal } = this;
    const asked = body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
    if (refusal !== undefined) {
      say(refusal[0], { code: refusal[1], title: 'no' });
    } else if (path === '/v1/media') {
      announced.push(asked);
      const { size, partSize } = asked as { size: number; partSize?: number };
      if (this.known !== undefined) {
        say(200, { mediaId: 'known', complete: this.known });
      } else if (partSize === undefined) {
        say(201, { mediaId: 'medium', upload: this.#slot(0, String(asked.sha256)) });
      } else {
        say(201, { mediaId: 'medium', parts: { size: partSize, count: Math.ceil(size / partSize) } });
      }
    } else if (path.endsWith('/parts') && request.method === 'POST') {
      const [{ number, sha256 }] = asked.parts as [{ number: number; sha256: string }];
      say(200, { parts: [{ number, upload: this.#slot(number, sha256) }] });
    } else if (path.endsWith('/parts')) {
      say(200, { parts: Array.from(this.stored, ([number, bytes]) => ({ number, size: bytes.length })) });
    } else if (path.endsWith('/complete')) {
      const { mime, size } = announced[0] ?? { mime: 'video/mp4', size: 1 };
      say(200, { mediaId: 'medium', mime, size, preview: { status: 'ready', width: 4, height: 3, thumbnail: true } });
    } else if (path === '/v1/media/medium') {
      response.writeHead(302, { Location: `${this.url}/storage/0` }).end();
    } else {
      say(404, { code: 'not_found', title: 'nothing here' });
    }
  }

  #slot(number: number, sha256: string): object {
    return { url: `${this.url}/storage/${number}`, headers: { 'x-hash': sha256 } };
  }

  #store(request: IncomingMessage, number: number, body: Buffer, response: ServerResponse): void {
    if (request.method === 'GET') {
      response.end(this.stored.get(number));
      return;
    }
    this.puts.push(request.url!);
    const status = this.failures.shift() ?? (hash(body) === request.headers['x-hash'] ? 200 : 400);
    if (status === 200) {
      this.stored.set(number, body);
    }
    response.writeHead(status).end();
  }
}

export function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
