import { NatterError } from '../errors.js';

/** What the server takes in one PUT. */
export const LARGEST_PUT = 16 * 2 ** 20;
const PART = 8 * 2 ** 20;

/** A file as it travels: whole, or in parts of equal size, each with its SHA-256. */
export class FileParts {
  private constructor(
    readonly file: Blob,
    /** Absent if it goes in one PUT. */
    readonly partSize: number | undefined,
    private readonly hashes: readonly Uint8Array<ArrayBuffer>[],
  ) {}

  /** Reads the file once, a part at a time: WebCrypto hashes no streams. */
  static async of(file: Blob, onRead: (bytes: number) => void, signal?: AbortSignal): Promise<FileParts> {
    const partSize = file.size > LARGEST_PUT ? PART : undefined;
    const hashes: Uint8Array<ArrayBuffer>[] = [];
    for (let from = 0; from < file.size; from += partSize ?? LARGEST_PUT) {
      signal?.throwIfAborted();
      const part = file.slice(from, from + (partSize ?? LARGEST_PUT));
      hashes.push(await sha256(await read(part)));
      onRead(from + part.size);
    }
    return new FileParts(file, partSize, hashes);
  }

  get count(): number {
    return this.hashes.length;
  }

  /** Numbers count from 1. */
  part(number: number): Blob {
    const size = this.partSize ?? this.file.size;
    return this.file.slice((number - 1) * size, number * size);
  }

  hashOf(number: number): string {
    return hex(this.hashes[number - 1]!);
  }

  /** Of the whole, as the server wants it. */
  async hash(): Promise<string> {
    return this.partSize === undefined
      ? this.hashOf(1)
      : hex(await sha256(await new Blob([...this.hashes]).arrayBuffer()));
  }
}

async function read(part: Blob): Promise<ArrayBuffer> {
  try {
    return await part.arrayBuffer();
  } catch (cause) {
    throw Object.assign(new NatterError('bad_request', 'The file cannot be read.'), { cause });
  }
}

async function sha256(bytes: ArrayBuffer): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
