import type { ConversationId, GroupView, MediaId, MessageId, OfTwo, Profile, StoredMessage } from '@natter/sdk';
import type { OutgoingFile } from './files.js';
import { contiguous, type MessageStore } from './message-store.js';
import type { ThreadMarks } from './thread.js';
import { hiddenOf } from './thread-log.js';

const VERSION = 4;
const ENTRIES = 'entries';
const THREADS = 'threads';
const PROFILES = 'profiles';
const GROUPS = 'groups';
const FILES = 'files';
const BEGUN = 'begun';
/** Of the entries that vanish, when. */
const VANISHES = 'expiresAt';
const ALL = [ENTRIES, THREADS, PROFILES, GROUPS, FILES, BEGUN];

/**
 * Keeps in the browser's IndexedDB, one database a device. Durability is relaxed: the server's history has all of it,
 * and what a crash of the machine takes is loaded again.
 */
export class IndexedDbMessageStore implements MessageStore {
  readonly #database: Promise<IDBDatabase>;
  /** Answers that were under way when everything was forgotten must not bring it back. */
  #isOver = false;

  /** `name` tells the devices of one origin apart: take the device's id. */
  constructor(name: string, factory: IDBFactory = indexedDB) {
    const opening = factory.open(`natter-messages-${name}`, VERSION);
    opening.onupgradeneeded = ({ oldVersion }) => {
      if (oldVersion < 1) {
        opening.result.createObjectStore(ENTRIES, { keyPath: ['conversation', 'seq'] });
        opening.result.createObjectStore(THREADS, { keyPath: 'id' });
        opening.result.createObjectStore(PROFILES, { keyPath: 'userId' });
      }
      if (oldVersion < 2) {
        // Message ids sort by when they were made.
        opening.result.createObjectStore(FILES, { keyPath: 'key' });
        opening.result.createObjectStore(BEGUN);
      }
      if (oldVersion < 3) {
        opening.result.createObjectStore(GROUPS, { keyPath: 'conversation' });
      }
      opening.transaction!.objectStore(ENTRIES).createIndex(VANISHES, VANISHES);
    };
    this.#database = result(opening);
    // A tab of a later version must not wait for this one.
    this.#database.then(
      (database) => (database.onversionchange = () => database.close()),
      () => undefined, // Told to whoever asks for something.
    );
  }

  async threads(): Promise<readonly ThreadMarks[]> {
    return result<ThreadMarks[]>((await this.#read(THREADS)).getAll());
  }

  async profiles(): Promise<readonly Profile[]> {
    return result<Profile[]>((await this.#read(PROFILES)).getAll());
  }

  async groups(): Promise<readonly (GroupView | OfTwo)[]> {
    return result<(GroupView | OfTwo)[]>((await this.#read(GROUPS)).getAll());
  }

  async page(conversation: ConversationId, before: number, limit: number): Promise<readonly StoredMessage[]> {
    const entries = await this.#read(ENTRIES);
    const range = IDBKeyRange.bound([conversation, 0], [conversation, before], false, true);
    const found: StoredMessage[] = [];
    await new Promise<void>((resolve, reject) => {
      const cursor = entries.openCursor(range, 'prev');
      cursor.onerror = () => reject(cursor.error);
      cursor.onsuccess = () => {
        if (cursor.result === null || found.length === limit) {
          resolve();
        } else {
          found.push(cursor.result.value as StoredMessage);
          cursor.result.continue();
        }
      };
    });
    return contiguous(found);
  }

  saveEntries(entries: readonly StoredMessage[]): Promise<void> {
    return this.#write(ENTRIES, (store) => entries.forEach((entry) => store.put(entry)));
  }

  vanish(now: string): Promise<void> {
    return this.#write(ENTRIES, (store) => {
      const cursor = store.index(VANISHES).openCursor(IDBKeyRange.upperBound(now));
      cursor.onsuccess = () => {
        cursor.result?.update(hiddenOf(cursor.result.value as StoredMessage));
        cursor.result?.continue();
      };
    });
  }

  saveThread(marks: ThreadMarks): Promise<void> {
    return this.#write(THREADS, (store) => store.put(marks));
  }

  saveProfile(profile: Profile): Promise<void> {
    return this.#write(PROFILES, (store) => store.put(profile));
  }

  saveGroup(group: GroupView | OfTwo): Promise<void> {
    return this.#write(GROUPS, (store) => store.put(group));
  }

  async files(): Promise<readonly OutgoingFile[]> {
    return result<OutgoingFile[]>((await this.#read(FILES)).getAll());
  }

  saveFile(file: OutgoingFile): Promise<void> {
    return this.#write(FILES, (store) => store.put(file));
  }

  removeFile(key: MessageId): Promise<void> {
    return this.#write(FILES, (store) => store.delete(key));
  }

  async find(sha256: string): Promise<MediaId | undefined> {
    return result<MediaId | undefined>((await this.#read(BEGUN)).get(sha256));
  }

  remember(sha256: string, media: MediaId): Promise<void> {
    return this.#write(BEGUN, (store) => store.put(media, sha256));
  }

  forget(sha256: string): Promise<void> {
    return this.#write(BEGUN, (store) => store.delete(sha256));
  }

  async clear(): Promise<void> {
    this.#isOver = true;
    for (const name of ALL) {
      await this.#change(name, (store) => store.clear());
    }
  }

  async #read(name: string): Promise<IDBObjectStore> {
    return (await this.#database).transaction(name).objectStore(name);
  }

  async #write(name: string, change: (store: IDBObjectStore) => unknown): Promise<void> {
    if (!this.#isOver) {
      await this.#change(name, change);
    }
  }

  async #change(name: string, change: (store: IDBObjectStore) => unknown): Promise<void> {
    const transaction = (await this.#database).transaction(name, 'readwrite', { durability: 'relaxed' });
    change(transaction.objectStore(name));
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
