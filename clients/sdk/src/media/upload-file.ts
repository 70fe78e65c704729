import { delayBefore, type Backoff } from '../backoff.js';
import { NatterError, Unreachable } from '../errors.js';
import type { Content } from '../frames.js';
import type { MediaId } from '../ids.js';
import { FileParts } from './file-parts.js';
import type { Announcement, MediaApi, Medium, Preview, SignedPut } from './media-api.js';
import { usualPut, type Put } from './put.js';

/** Remembers uploads in parts that were begun, so that they go on after a reload. */
export interface UnfinishedUploads {
  /** The upload of the file with this hash. */
  find(sha256: string): Promise<MediaId | undefined>;
  remember(sha256: string, media: MediaId): Promise<void>;
  forget(sha256: string): Promise<void>;
}

export interface UploadProgress {
  /** `reading`: it is hashed. `sending`: it is on its way. `checking`: the server looks at it. */
  readonly phase: 'reading' | 'sending' | 'checking';
  /** Bytes, of the phase. */
  readonly done: number;
  readonly total: number;
}

export interface UploadOptions {
  /** What others see; that of a File if it is left out. */
  readonly name?: string;
  readonly unfinished?: UnfinishedUploads;
  readonly onProgress?: (progress: UploadProgress) => void;
  /** Breaks it off. What is there of a file in parts stays for a day, to go on with. */
  readonly signal?: AbortSignal;
  /** Takes place, time and camera out of a JPEG of at most 16 MiB. */
  readonly removeMetadata?: boolean;
  /** How long to wait before something is tried again that got no answer. */
  readonly backoff?: Backoff;
  readonly put?: Put;
}

/** A file that can be sent: `chat.send(to, mediaContent(file))`. */
export interface UploadedFile {
  readonly mediaId: MediaId;
  readonly mime: string;
  readonly size: number;
  readonly name?: string;
  readonly preview: Preview;
}

const AT_ONCE = 3;
const ATTEMPTS = 6;
const USUAL: Backoff = { firstMs: 500, mostMs: 15_000 };
/** That upload is over: too late, complete, or removed. */
const OVER = new Set(['forbidden', 'not_found', 'conflict', 'gone']);
const PREVIEWED = ['width', 'height', 'durationMs', 'blurHash', 'waveform'] as const;

/**
 * Brings a file to object storage. A large one goes in parts, some at once; what gets no answer is tried again, and an
 * upload that was broken off goes on with the parts that are missing. Fails with a NatterError if the server does not
 * want it, with Unreachable if there is no server for long, with the signal's reason if it is broken off.
 */
export async function uploadFile(api: MediaApi, file: Blob, options: UploadOptions = {}): Promise<UploadedFile> {
  if (file.size === 0) {
    throw new NatterError('bad_request', 'The file is empty.');
  }
  return new Upload(api, file, options).run();
}

/** The message that carries a file, with what its receivers see before they load it. */
export function mediaContent(file: UploadedFile, caption = ''): Content {
  const { mediaId: ref, mime, size, name, preview } = file;
  const shown = PREVIEWED.filter((member) => preview[member] !== undefined).map((member) => [member, preview[member]]);
  return {
    kind: 'media',
    ref,
    mime,
    size,
    ...(name === undefined ? {} : { name }),
    ...Object.fromEntries(shown),
    ...(caption === '' ? {} : { caption }),
  };
}

class Upload {
  readonly #name: string | undefined;
  readonly #put: Put;

  constructor(
    private readonly api: MediaApi,
    private readonly file: Blob,
    private readonly options: UploadOptions,
  ) {
    this.#name = options.name ?? (file as Partial<File>).name;
    this.#put = options.put ?? usualPut;
  }

  async run(): Promise<UploadedFile> {
    const { file, options } = this;
    const parts = await FileParts.of(file, (bytes) => this.#tell('reading', bytes), options.signal);
    const sha256 = await parts.hash();
    const begun = parts.partSize === undefined ? undefined : await options.unfinished?.find(sha256);
    const there = begun === undefined ? undefined : await this.#again(() => this.#partsThere(begun));
    if (begun !== undefined && there !== undefined) {
      await this.#sendParts(begun, parts, there);
      return this.#complete(begun, sha256);
    }
    const slot = await this.#again(() => this.api.announce(this.#announcement(parts, sha256), options.signal));
    if (slot.complete !== undefined) {
      return this.#uploaded(slot.complete);
    }
    if (slot.upload === undefined) {
      await options.unfinished?.remember(sha256, slot.mediaId);
      await this.#sendParts(slot.mediaId, parts, []);
    } else {
      const { upload } = slot;
      await this.#again(() => this.#send(upload, file, (bytes) => this.#tell('sending', bytes), options.signal));
    }
    return this.#complete(slot.mediaId, sha256);
  }

  #announcement(parts: FileParts, sha256: string): Announcement {
    const { file, options } = this;
    return {
      mime: file.type === '' ? 'application/octet-stream' : file.type,
      size: file.size,
      sha256,
      ...(this.#name === undefined ? {} : { name: this.#name }),
      ...(parts.partSize === undefined ? {} : { partSize: parts.partSize }),
      ...(options.removeMetadata === true && parts.partSize === undefined && file.type === 'image/jpeg'
        ? { removeMetadata: true }
        : {}),
    };
  }

  async #partsThere(media: MediaId): Promise<readonly number[] | undefined> {
    try {
      return await this.api.partsThere(media, this.options.signal);
    } catch (error) {
      if (error instanceof NatterError && OVER.has(error.code)) {
        return undefined;
      }
      throw error;
    }
  }

  /** Those that are there already are not sent again. */
  async #sendParts(media: MediaId, parts: FileParts, there: readonly number[]): Promise<void> {
    const sent = new Map<number, number>();
    const count = (number: number, bytes: number) => {
      sent.set(number, bytes);
      this.#tell(
        'sending',
        [...sent.values()].reduce((sum, each) => sum + each, 0),
      );
    };
    there.forEach((number) => count(number, parts.part(number).size));
    const missing = Array.from({ length: parts.count }, (_, index) => index + 1).filter((each) => !sent.has(each));
    // When one is refused, the others need not go on.
    const end = new AbortController();
    const breakOff = () => end.abort(this.options.signal?.reason);
    this.options.signal?.addEventListener('abort', breakOff);
    const sender = async () => {
      for (let number = missing.shift(); number !== undefined; number = missing.shift()) {
        const part = number;
        await this.#again(async () => {
          const to = await this.api.signPart(media, part, parts.hashOf(part), end.signal);
          await this.#send(to, parts.part(part), (bytes) => count(part, bytes), end.signal);
        });
      }
    };
    try {
      await Promise.all(Array.from({ length: AT_ONCE }, sender));
    } catch (error) {
      end.abort(error);
      throw error;
    } finally {
      this.options.signal?.removeEventListener('abort', breakOff);
    }
  }

  async #send(
    to: SignedPut,
    bytes: Blob,
    onSent: (bytes: number) => void,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    try {
      await this.#put(to, bytes, onSent, signal);
    } catch (error) {
      onSent(0);
      throw error;
    }
  }

  async #complete(media: MediaId, sha256: string): Promise<UploadedFile> {
    this.#tell('checking', 0);
    try {
      const medium = await this.#again(() => this.api.complete(media, this.options.signal));
      await this.options.unfinished?.forget(sha256);
      return this.#uploaded(medium);
    } catch (error) {
      if (error instanceof NatterError && error.retryAfterMs === undefined) {
        // It does not go on from here.
        await this.options.unfinished?.forget(sha256);
      }
      throw error;
    }
  }

  #uploaded({ mediaId, mime, size, preview }: Medium): UploadedFile {
    return { mediaId, mime, size, ...(this.#name === undefined ? {} : { name: this.#name }), preview };
  }

  #tell(phase: UploadProgress['phase'], done: number): void {
    this.options.onProgress?.({ phase, done, total: this.file.size });
  }

  /** Tries again, after longer and longer pauses, what failed for want of a server; a refusal is final. */
  async #again<T>(what: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        this.options.signal?.throwIfAborted();
        return await what();
      } catch (error) {
        const passes =
          error instanceof Unreachable || (error instanceof NatterError && error.retryAfterMs !== undefined);
        if (!passes || attempt === ATTEMPTS) {
          throw error;
        }
        await pause(delayBefore(attempt - 1, this.options.backoff ?? USUAL), this.options.signal);
      }
    }
  }
}

/** Ends at once when it is broken off. */
function pause(delayMs: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((over) => {
    const timer = setTimeout(done, delayMs);
    function done() {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      over();
    }
    signal?.addEventListener('abort', done);
  });
}
