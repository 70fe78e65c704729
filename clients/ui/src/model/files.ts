import { NatterError, Unreachable, newMessageId, type Content, type ConversationId, type MessageId } from '@natter/sdk';
import { mediaContent, uploadFile, type MediaApi, type UploadProgress } from '@natter/sdk/media';
import { kindOf, type Attachment } from './attachment.js';
import type { MessageStore } from './message-store.js';
import type { Thumbnails } from './thumbnails.js';

/** A file that somebody sends and the server does not have yet; it is kept, so that it goes on after a reload. */
export interface OutgoingFile {
  /** The id that its message will have. */
  readonly key: MessageId;
  readonly conversation: ConversationId;
  readonly file: Blob;
  readonly name: string;
  readonly caption: string;
  readonly replyTo?: number;
  /** When it was chosen. */
  readonly at: string;
  /** What its message says, once the file is there. */
  readonly content?: Content;
}

export interface FileOptions {
  readonly caption?: string;
  readonly replyTo?: number;
}

/** What becomes of files on their way. */
export interface FilesListener {
  /** It is to be shown. */
  begun(file: OutgoingFile): void;
  progressed(file: OutgoingFile, progress: UploadProgress): void;
  /** It is there: its message can be sent. Settles when that is answered. */
  arrived(file: OutgoingFile, content: Content): Promise<unknown>;
  /** It goes on when `retry` is called; after `unavailable` also by itself, once there is a line again. */
  failed(file: OutgoingFile, code: string): void;
  /** Another tab has sent it. */
  gone(file: OutgoingFile): void;
}

/** Does this while no other tab does. */
export type Alone = (name: string, work: () => Promise<void>) => Promise<void>;

/** A picture without a thumbnail is loaded itself if it is no larger. */
const SMALL = 8 * 2 ** 20;

/** Sends files, goes on with those of an earlier run, and shows those of others. */
export class Files {
  readonly #outgoing = new Map<MessageId, OutgoingFile>();
  readonly #running = new Map<MessageId, AbortController>();
  readonly #stalled = new Set<MessageId>();
  /** Pictures that were chosen here, by their message: they need not be loaded. */
  readonly #chosen = new Map<MessageId, string>();

  constructor(
    readonly api: MediaApi,
    private readonly store: MessageStore,
    private readonly thumbnails: Thumbnails,
    private readonly alone: Alone,
    private readonly listener: FilesListener,
  ) {}

  /** Goes on with what an earlier run, or another tab, has begun. */
  async restore(): Promise<void> {
    for (const file of await this.store.files()) {
      this.#show(file);
      void this.#upload(file, true);
    }
  }

  send(conversation: ConversationId, file: File, { caption = '', replyTo }: FileOptions = {}): void {
    const outgoing: OutgoingFile = {
      key: newMessageId(),
      conversation,
      file,
      name: file.name,
      caption,
      ...(replyTo === undefined ? {} : { replyTo }),
      at: new Date().toISOString(),
    };
    this.#show(outgoing);
    void this.#upload(outgoing, false);
  }

  /** Whether the file of this message is on its way, or waits to be tried again. */
  isOutgoing(key: MessageId): boolean {
    return this.#outgoing.has(key);
  }

  retry(key: MessageId): void {
    const file = this.#outgoing.get(key);
    if (file !== undefined && !this.#running.has(key)) {
      void this.#upload(file, false);
    }
  }

  /** Tries again what failed for want of a server. */
  retryStalled(): void {
    [...this.#stalled].forEach((key) => this.retry(key));
  }

  /** Breaks it off and forgets it. What the server has of it goes within a day. */
  async discard(key: MessageId): Promise<void> {
    this.#outgoing.delete(key);
    this.#stalled.delete(key);
    this.#running.get(key)?.abort(new DOMException('discarded', 'AbortError'));
    await this.store.removeFile(key);
  }

  /** Breaks off what is under way; it is kept. */
  close(): void {
    this.#running.forEach((upload) => upload.abort(new DOMException('closed', 'AbortError')));
    this.#chosen.forEach((url) => URL.revokeObjectURL(url));
  }

  /** Something small to look at; undefined until it is here, or if there is none. Asking for it fetches it. */
  thumbnail(key: MessageId, { kind, ref, size }: Attachment): string | undefined {
    const chosen = this.#chosen.get(key);
    return chosen ?? (ref === undefined ? undefined : this.thumbnails.of(ref, kind === 'picture' && size <= SMALL));
  }

  #show(file: OutgoingFile): void {
    this.#outgoing.set(file.key, file);
    if (kindOf(file.file.type) === 'picture') {
      this.#chosen.set(file.key, URL.createObjectURL(file.file));
    }
    this.listener.begun(file);
  }

  async #upload(file: OutgoingFile, isFromBefore: boolean): Promise<void> {
    const end = new AbortController();
    this.#running.set(file.key, end);
    this.#stalled.delete(file.key);
    this.listener.progressed(file, { phase: 'reading', done: 0, total: file.file.size });
    // A browser whose disk is full can still send it, but not after a reload.
    const keep = (kept: OutgoingFile) => this.store.saveFile(kept).catch(() => undefined);
    try {
      if (!isFromBefore) {
        await keep(file);
      }
      await this.alone(`natter-file-${file.key}`, async () => {
        if (isFromBefore && !(await this.store.files()).some(({ key }) => key === file.key)) {
          this.#outgoing.delete(file.key);
          this.listener.gone(file);
          return;
        }
        const content = file.content ?? (await this.#bytesOf(file, end.signal));
        await keep({ ...file, content });
        this.#outgoing.delete(file.key);
        await this.listener.arrived(file, content).catch(() => undefined); // Refused, which the message says.
        await this.store.removeFile(file.key);
      });
    } catch (error) {
      if (!end.signal.aborted) {
        const code = error instanceof NatterError ? error.code : 'unavailable';
        if (error instanceof Unreachable || code === 'unavailable') {
          this.#stalled.add(file.key);
        }
        this.listener.failed(file, code);
      }
    } finally {
      this.#running.delete(file.key);
    }
  }

  async #bytesOf(file: OutgoingFile, signal: AbortSignal): Promise<Content> {
    const uploaded = await uploadFile(this.api, file.file, {
      ...(file.name === '' ? {} : { name: file.name }),
      unfinished: this.store,
      onProgress: (progress) => this.listener.progressed(file, progress),
      signal,
      removeMetadata: true,
    });
    return mediaContent(uploaded, file.caption);
  }
}
