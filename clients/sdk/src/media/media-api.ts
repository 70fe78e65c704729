import type { Edge } from '../edge.js';
import type { MediaId } from '../ids.js';

/** A file to be sent, as the server has to know it. */
export interface Announcement {
  readonly mime: string;
  /** Bytes. */
  readonly size: number;
  /** Hexadecimal; with `partSize`, of the SHA-256 of each part, one after the other. */
  readonly sha256: string;
  /** For files above 16 MiB: the bytes of every part but the last. */
  readonly partSize?: number;
  readonly name?: string;
  /** For a JPEG in one PUT: takes place, time and camera out of it before anybody sees it. */
  readonly removeMetadata?: boolean;
}

/** A request to object storage; exactly these headers and that many bytes are signed. */
export interface SignedPut {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What is known of a file before it is loaded. */
export interface Preview {
  /** `pending`: still to be made. `none`: there will be none. */
  readonly status: 'pending' | 'ready' | 'none';
  /** Pixels of the upright picture. */
  readonly width?: number;
  readonly height?: number;
  readonly durationMs?: number;
  readonly blurHash?: string;
  /** Loudness over the time of a sound, 0 to 100. */
  readonly waveform?: readonly number[];
  /** Whether there is a small JPEG of it. */
  readonly thumbnail: boolean;
}

export interface Medium {
  readonly mediaId: MediaId;
  readonly mime: string;
  /** Bytes; others than were sent if metadata was taken out. */
  readonly size: number;
  readonly preview: Preview;
}

/** One PUT, or parts, or nothing to be done: `complete`. */
export interface UploadSlot {
  readonly mediaId: MediaId;
  readonly upload?: SignedPut;
  readonly parts?: { readonly size: number; readonly count: number };
  readonly complete?: Medium;
}

/** The calls about files of a signed-in user. The bytes go past the server, straight to object storage. */
export class MediaApi {
  constructor(
    private readonly edge: Edge,
    private readonly token: () => Promise<string>,
  ) {}

  announce(file: Announcement, signal?: AbortSignal): Promise<UploadSlot> {
    return this.#call('POST', '/v1/media', file, signal);
  }

  /** The numbers of the parts that are there, from 1. */
  async partsThere(media: MediaId, signal?: AbortSignal): Promise<readonly number[]> {
    type There = { readonly parts: readonly { readonly number: number }[] };
    const { parts } = await this.#call<There>('GET', `${path(media)}/parts`, undefined, signal);
    return parts.map(({ number }) => number);
  }

  /** Where the part of that number and hash goes, for an hour. */
  async signPart(media: MediaId, number: number, sha256: string, signal?: AbortSignal): Promise<SignedPut> {
    type Signed = { readonly parts: readonly [{ readonly upload: SignedPut }] };
    const wanted = { parts: [{ number, sha256 }] };
    return (await this.#call<Signed>('POST', `${path(media)}/parts`, wanted, signal)).parts[0].upload;
  }

  /** Has it verified; from then on it can be sent, and does not change any more. May be repeated. */
  complete(media: MediaId, signal?: AbortSignal): Promise<Medium> {
    return this.#call('POST', `${path(media)}/complete`, undefined, signal);
  }

  preview(media: MediaId): Promise<Preview> {
    return this.#call('GET', `${path(media)}/preview`);
  }

  /** Takes one's own file back from everybody, or gives its upload up. */
  remove(media: MediaId): Promise<void> {
    return this.#call('DELETE', path(media));
  }

  /** An address of the bytes for five minutes, for an `<img>`, a `<video>` or a download. Ranges work there. */
  async address(media: MediaId, signal?: AbortSignal): Promise<string> {
    const address = async (response: Response) => {
      await response.body?.cancel();
      return response.url;
    };
    return this.edge.file(path(media), address, await this.token(), signal);
  }

  /** All of it. */
  async load(media: MediaId, signal?: AbortSignal): Promise<Blob> {
    return this.edge.file(path(media), (response) => response.blob(), await this.token(), signal);
  }

  /** A small JPEG, upright and without metadata; `not_found` if there is none, or not yet. */
  async thumbnail(media: MediaId, signal?: AbortSignal): Promise<Blob> {
    return this.edge.file(`${path(media)}/thumbnail`, (response) => response.blob(), await this.token(), signal);
  }

  async #call<T>(method: string, at: string, body?: unknown, signal?: AbortSignal): Promise<T> {
    return this.edge.call(method, at, await this.token(), body, signal);
  }
}

function path(media: MediaId): string {
  return `/v1/media/${encodeURIComponent(media)}`;
}
