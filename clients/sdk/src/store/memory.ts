import type { Request } from '../frames.js';
import type { MessageId } from '../ids.js';
import type { DeviceState, DeviceStore } from './device-store.js';

/** Remembers until the program ends: for bots that begin anew, and for tests. */
export class MemoryDeviceStore implements DeviceStore {
  #position = 0;
  #ticket: string | undefined;
  #outbox: Request[] = [];

  async load(): Promise<DeviceState> {
    return { position: this.#position, ticket: this.#ticket, outbox: [...this.#outbox] };
  }

  async saveTicket(ticket: string | undefined): Promise<void> {
    this.#ticket = ticket;
  }

  async savePosition(position: number): Promise<void> {
    this.#position = position;
  }

  async add(request: Request): Promise<void> {
    this.#outbox.push(request);
  }

  async remove(id: MessageId): Promise<void> {
    this.#outbox = this.#outbox.filter((request) => request.id !== id);
  }

  async clear(): Promise<void> {
    this.#position = 0;
    this.#ticket = undefined;
    this.#outbox = [];
  }
}
