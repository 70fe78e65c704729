import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const NATTER = fileURLToPath(new URL('../../../natter', import.meta.url));

interface Part {
  readonly name: string;
  readonly pid: number;
}

/** The local stack that the tests run on, as its file says it; undefined if they run on another server. */
export const STACK_FILE = process.env.NATTER_STACK_FILE;

/** As when its machine loses power: nothing is said to anybody. */
export function killPart(name: string): void {
  const { services } = JSON.parse(readFileSync(STACK_FILE!, 'utf8')) as { readonly services: readonly Part[] };
  process.kill(services.find((part) => part.name === name)!.pid, 'SIGKILL');
}

/** Starts it again as it was; fulfilled when it is ready. */
export async function startPart(name: string): Promise<void> {
  await promisify(execFile)(NATTER, ['restart', name, '--data', dirname(STACK_FILE!)]);
}

/** What stands before gateways where there are several: one address, behind which the first that answers is taken. */
export class Balancer {
  private constructor(private readonly server: Server) {}

  static async before(edges: readonly string[]): Promise<Balancer> {
    const server = createServer((client) => pass(client, edges));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Balancer(server);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.server.close();
  }
}

function pass(client: Socket, [edge, ...others]: readonly string[]): void {
  if (edge === undefined) {
    client.destroy();
    return;
  }
  const { hostname, port } = new URL(edge);
  const gateway = connect(Number(port), hostname);
  let isThere = false;
  gateway.once('connect', () => {
    isThere = true;
    client.pipe(gateway).pipe(client);
  });
  client.on('error', () => gateway.destroy());
  gateway.on('error', () => (isThere ? client.destroy() : pass(client, others)));
}
