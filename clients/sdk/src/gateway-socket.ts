import type { ClientFrame, Hello, ServerFrame } from './frames.js';
import { readServerFrame } from './read-frame.js';

/** What a socket is made with: the browser's WebSocket, or the one of the package `ws` on a Node without its own. */
export type WebSocketConstructor = new (url: string, protocols: string) => WebSocket;

const SUB_PROTOCOL = 'natter.v1';
const NORMAL = 1000;
const NO_CODE = 1006;
/** A gateway that does not even answer `hello` is given up after this time. */
const WELCOME_WITHIN_MS = 15_000;

/**
 * One socket, from its handshake to its end, which is told exactly once. Asks a silent server for a sign of life after
 * a heartbeat and gives it up after two: a browser does not say when the network under a socket is gone.
 */
export class GatewaySocket {
  readonly #socket: WebSocket;
  #timer: ReturnType<typeof setInterval> | ReturnType<typeof setTimeout>;
  #silentBeats = 0;
  #over = false;

  constructor(
    make: WebSocketConstructor,
    edge: string,
    hello: Hello,
    private readonly onFrame: (frame: ServerFrame) => void,
    private readonly onEnd: (code: number) => void,
  ) {
    this.#socket = new make(edge.replace(/^http/, 'ws').replace(/\/$/, '') + '/v1/chat', SUB_PROTOCOL);
    this.#socket.onopen = () => this.say(hello);
    this.#socket.onmessage = (event) => this.#receive(event.data);
    this.#socket.onclose = (event) => this.#end(event.code);
    this.#socket.onerror = () => undefined; // A close event follows.
    this.#timer = setTimeout(() => this.#abandon(), WELCOME_WITHIN_MS);
  }

  say(frame: ClientFrame): void {
    if (!this.#over && this.#socket.readyState === this.#socket.OPEN) {
      this.#socket.send(JSON.stringify(frame));
    }
  }

  welcomed(heartbeatSeconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setInterval(() => this.#beat(), heartbeatSeconds * 1_000);
  }

  /** Closes the socket; its end is not told. */
  leave(): void {
    this.#over = true;
    clearInterval(this.#timer);
    this.#socket.close(NORMAL);
  }

  #receive(data: unknown): void {
    if (this.#over) {
      return;
    }
    this.#silentBeats = 0;
    let frame: ServerFrame | undefined;
    try {
      frame = readServerFrame(String(data));
    } catch {
      // Whoever talks like this is no gateway of ours: perhaps a portal that wants a log-in.
      this.#abandon();
      return;
    }
    if (frame !== undefined) {
      this.onFrame(frame);
    }
  }

  #beat(): void {
    this.#silentBeats++;
    if (this.#silentBeats > 2) {
      this.#abandon();
    } else if (this.#silentBeats > 1) {
      this.say({ type: 'ping' });
    }
  }

  #abandon(): void {
    this.#socket.close();
    // The closing handshake of a dead network can take minutes.
    this.#end(NO_CODE);
  }

  #end(code: number): void {
    if (!this.#over) {
      this.#over = true;
      clearInterval(this.#timer);
      this.onEnd(code);
    }
  }
}
