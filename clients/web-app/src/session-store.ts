import type { KeptSession } from '@natter/sdk';

const DATABASE = 'natter-app';
const VALUES = 'values';
const SESSION = 'session';

/**
 * Where this browser keeps its session. Not in localStorage: rotating tokens of several tabs need transactions, and
 * what is written to it stays in backups of the profile as plain text. It does not protect from a script that runs in
 * the page; that none does is the work of the content security policy, which allows no inline script, no other origin
 * and no markup from text.
 */
export class SessionStore {
  readonly #database: Promise<IDBDatabase>;

  constructor() {
    const opening = indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(VALUES);
    this.#database = new Promise((resolve, reject) => {
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
  }

  async load(): Promise<KeptSession | undefined> {
    const request = (await this.#database).transaction(VALUES).objectStore(VALUES).get(SESSION);
    return new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result as KeptSession | undefined);
      request.onerror = () => reject(request.error);
    });
  }

  save(session: KeptSession): Promise<void> {
    return this.#write((values) => values.put(session, SESSION));
  }

  clear(): Promise<void> {
    return this.#write((values) => values.delete(SESSION));
  }

  async #write(change: (values: IDBObjectStore) => unknown): Promise<void> {
    // A refresh token that is lost is a session that is lost.
    const transaction = (await this.#database).transaction(VALUES, 'readwrite', { durability: 'strict' });
    change(transaction.objectStore(VALUES));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error);
    });
  }
}
