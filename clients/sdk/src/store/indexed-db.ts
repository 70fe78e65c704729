import type { Request } from '../frames.js';
import type { MessageId } from '../ids.js';
import type { DeviceState, DeviceStore } from './device-store.js';

const VERSION = 1;
const VALUES = 'values';
const OUTBOX = 'outbox';
const BY_ID = 'id';

/**
 * Remembers in the browser's IndexedDB, one database a device. The outbox is keyed by a growing number, so that it
 * comes back in the order in which it was written.
 */
export class IndexedDbDeviceStore implements DeviceStore {
  readonly #database: Promise<IDBDatabase>;

  /** `name` tells the devices of one origin apart: take the device's id. */
  constructor(name: string, factory: IDBFactory = indexedDB) {
    const opening = factory.open(`natter-${name}`, VERSION);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore(VALUES);
      opening.result.createObjectStore(OUTBOX, { autoIncrement: true }).createIndex(BY_ID, 'id', { unique: true });
    };
    this.#database = result(opening);
  }

  async load(): Promise<DeviceState> {
    const transaction = (await this.#database).transaction([VALUES, OUTBOX]);
    const values = transaction.objectStore(VALUES);
    const [position, ticket, outbox] = await Promise.all([
      result<number | undefined>(values.get('position')),
      result<string | undefined>(values.get('ticket')),
      result<Request[]>(transaction.objectStore(OUTBOX).getAll()),
    ]);
    return { position: position ?? 0, ticket, outbox };
  }

  saveTicket(ticket: string | undefined): Promise<void> {
    return this.#write(VALUES, (values) =>
      ticket === undefined ? values.delete('ticket') : values.put(ticket, 'ticket'),
    );
  }

  savePosition(position: number): Promise<void> {
    return this.#write(VALUES, (values) => values.put(position, 'position'));
  }

  add(request: Request): Promise<void> {
    return this.#write(OUTBOX, (outbox) => outbox.add(request));
  }

  remove(id: MessageId): Promise<void> {
    return this.#write(OUTBOX, (outbox) => {
      const key = outbox.index(BY_ID).getKey(id);
      key.onsuccess = () => {
        if (key.result !== undefined) {
          outbox.delete(key.result);
        }
      };
    });
  }

  async clear(): Promise<void> {
    await this.#write(VALUES, (values) => values.clear());
    await this.#write(OUTBOX, (outbox) => outbox.clear());
  }

  async #write(store: string, change: (store: IDBObjectStore) => unknown): Promise<void> {
    const transaction = (await this.#database).transaction(store, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(store));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the browser did not store it'));
    });
  }
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the browser does not give it back'));
  });
}
