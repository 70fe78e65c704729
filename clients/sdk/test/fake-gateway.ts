import type { AddressInfo } from 'node:net';
import { WebSocketServer, type WebSocket } from 'ws';

interface Frame {
  readonly type: string;
  readonly [member: string]: unknown;
}

/** One client's socket, as the gateway sees it. */
export class FakeClient {
  readonly frames: Frame[] = [];

  constructor(private readonly socket: WebSocket) {
    socket.on('message', (data) => this.frames.push(JSON.parse(String(data)) as Frame));
  }

  /** From now on every send is accepted. */
  answersSends(): void {
    let seq = 0;
    this.socket.on('message', (data) => {
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.type === 'send') {
        this.sent(frame.id, ++seq);
      }
    });
  }

  of(type: string): Frame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  say(frame: Frame): void {
    this.socket.send(JSON.stringify(frame));
  }

  sayText(text: string): void {
    this.socket.send(text);
  }

  welcome(members: object = {}): void {
    this.say({
      type: 'welcome',
      userId: 'alice',
      deviceId: 'phone',
      sessionId: 'session',
      gatewayId: 'fake',
      position: 0,
      ticket: 'a-ticket',
      heartbeatSeconds: 25,
      limits: { frameBytes: 65_536, contentBytes: 200, window: 64, sendsPerSecond: 50 },
      serverTime: '2026-01-01T00:00:00.000Z',
      ...members,
    });
  }

  message(position: number, members: object = {}): void {
    this.say({
      type: 'message',
      position,
      conversation: 'd-alice-bob',
      seq: position,
      epoch: 0,
      from: 'bob',
      device: 'bobs',
      id: `message-${position}`,
      at: '2026-01-01T00:00:00.000Z',
      content: { kind: 'text', text: `number ${position}` },
      ...members,
    });
  }

  sent(re: unknown, seq: number): void {
    this.say({ type: 'sent', re, conversation: 'd-alice-bob', seq, epoch: 0, at: '2026-01-01T00:00:00.000Z' });
  }

  close(code: number): void {
    this.socket.close(code);
  }

  /** As when the power fails. */
  die(): void {
    this.socket.terminate();
  }
}

/** A gateway of real sockets that does nothing by itself. */
export class FakeGateway {
  readonly clients: FakeClient[] = [];

  private constructor(private readonly server: WebSocketServer) {
    server.on('connection', (socket) => this.clients.push(new FakeClient(socket)));
  }

  static async start(): Promise<FakeGateway> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, path: '/v1/chat' });
    await new Promise((listening) => server.once('listening', listening));
    return new FakeGateway(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.clients.forEach((client) => client.die());
    this.server.close();
  }
}
