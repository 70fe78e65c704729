import type { ConversationId, GroupView, MediaId, MessageId, OfTwo, Profile, StoredMessage } from '@natter/sdk';
import type { UnfinishedUploads } from '@natter/sdk/media';
import type { OutgoingFile } from './files.js';
import type { ThreadMarks } from './thread.js';
import { hiddenOf, isOver } from './thread-log.js';

/** Where a device keeps what it has seen, so that it opens at once and without a network. */
export interface MessageStore extends UnfinishedUploads {
  threads(): Promise<readonly ThreadMarks[]>;
  profiles(): Promise<readonly Profile[]>;
  /** What groups and topics are called, and who is in them; and what two people have set. */
  groups(): Promise<readonly (GroupView | OfTwo)[]>;
  /** The entries below a seq that follow each other without a hole, ascending; `before` excluded. */
  page(conversation: ConversationId, before: number, limit: number): Promise<readonly StoredMessage[]>;
  saveEntries(entries: readonly StoredMessage[]): Promise<void>;
  /** Forgets what those said whose time is over by then (RFC 3339); what they leave behind keeps their place. */
  vanish(now: string): Promise<void>;
  saveThread(marks: ThreadMarks): Promise<void>;
  saveProfile(profile: Profile): Promise<void>;
  saveGroup(group: GroupView | OfTwo): Promise<void>;
  /** Files that are still to be sent, oldest first. */
  files(): Promise<readonly OutgoingFile[]>;
  saveFile(file: OutgoingFile): Promise<void>;
  removeFile(key: MessageId): Promise<void>;
  /** Forgets everything and takes nothing any more, as after signing out. */
  clear(): Promise<void>;
}

/** What of these, which descend, follows each other from the first on; ascending. */
export function contiguous(descending: readonly StoredMessage[]): StoredMessage[] {
  const end = descending.findIndex((entry, index) => index > 0 && entry.seq !== descending[index - 1]!.seq - 1);
  return (end === -1 ? [...descending] : descending.slice(0, end)).reverse();
}

/** Keeps until the page is left: for a kiosk, and for tests. */
export class MemoryMessageStore implements MessageStore {
  readonly #entries = new Map<ConversationId, Map<number, StoredMessage>>();
  readonly #threads = new Map<ConversationId, ThreadMarks>();
  readonly #profiles = new Map<string, Profile>();
  readonly #groups = new Map<ConversationId, GroupView | OfTwo>();
  readonly #files = new Map<MessageId, OutgoingFile>();
  readonly #begun = new Map<string, MediaId>();
  #isOver = false;

  async threads(): Promise<readonly ThreadMarks[]> {
    return [...this.#threads.values()];
  }

  async profiles(): Promise<readonly Profile[]> {
    return [...this.#profiles.values()];
  }

  async groups(): Promise<readonly (GroupView | OfTwo)[]> {
    return [...this.#groups.values()];
  }

  async page(conversation: ConversationId, before: number, limit: number): Promise<readonly StoredMessage[]> {
    const entries = [...(this.#entries.get(conversation)?.values() ?? [])].filter((entry) => entry.seq < before);
    return contiguous(entries.sort((one, other) => other.seq - one.seq).slice(0, limit));
  }

  async saveEntries(entries: readonly StoredMessage[]): Promise<void> {
    for (const entry of this.#isOver ? [] : entries) {
      const thread = this.#entries.get(entry.conversation) ?? new Map<number, StoredMessage>();
      thread.set(entry.seq, entry);
      this.#entries.set(entry.conversation, thread);
    }
  }

  async vanish(now: string): Promise<void> {
    const entries = [...this.#entries.values()].flatMap((thread) => [...thread.values()]);
    await this.saveEntries(entries.filter((entry) => isOver(entry, now)).map(hiddenOf));
  }

  async saveThread(marks: ThreadMarks): Promise<void> {
    if (!this.#isOver) {
      this.#threads.set(marks.id, marks);
    }
  }

  async saveProfile(profile: Profile): Promise<void> {
    if (!this.#isOver) {
      this.#profiles.set(profile.userId, profile);
    }
  }

  async saveGroup(group: GroupView | OfTwo): Promise<void> {
    if (!this.#isOver) {
      this.#groups.set(group.conversation, group);
    }
  }

  async files(): Promise<readonly OutgoingFile[]> {
    return [...this.#files.values()];
  }

  async saveFile(file: OutgoingFile): Promise<void> {
    if (!this.#isOver) {
      this.#files.set(file.key, file);
    }
  }

  async removeFile(key: MessageId): Promise<void> {
    this.#files.delete(key);
  }

  async find(sha256: string): Promise<MediaId | undefined> {
    return this.#begun.get(sha256);
  }

  async remember(sha256: string, media: MediaId): Promise<void> {
    if (!this.#isOver) {
      this.#begun.set(sha256, media);
    }
  }

  async forget(sha256: string): Promise<void> {
    this.#begun.delete(sha256);
  }

  async clear(): Promise<void> {
    this.#isOver = true;
    this.#files.clear();
    this.#begun.clear();
    this.#entries.clear();
    this.#threads.clear();
    this.#profiles.clear();
    this.#groups.clear();
  }
}
