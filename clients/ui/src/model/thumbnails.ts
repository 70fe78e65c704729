import { NatterError, type MediaId } from '@natter/sdk';
import type { MediaApi } from '@natter/sdk/media';

/** After what was faster than its file's preview, or than the record of who may see it. */
const LATER_MS = [1_000, 3_000, 8_000];
const MOST = 300;

/** Small pictures of files: each is loaded once, however often it is shown. Those that were not looked at for longest go first. */
export class Thumbnails {
  /** By their file, the one that was looked at last at the end; undefined while they are on their way and if there is none. */
  readonly #urls = new Map<MediaId, string | undefined>();
  #closed = false;

  constructor(
    private readonly api: MediaApi,
    private readonly changed: () => void,
  ) {}

  /**
   * The address of a small picture; undefined until it is here, or if there is none. Asking for it fetches it; `isSmall` says
   * that the file itself may be taken where it has none.
   */
  of(media: MediaId, isSmall = false): string | undefined {
    const url = this.#urls.get(media);
    if (!this.#urls.has(media)) {
      void this.#fetch(media, isSmall);
    } else {
      this.#urls.delete(media);
    }
    this.#urls.set(media, url);
    return url;
  }

  /** Takes a picture that is here already. */
  learn(media: MediaId, picture: Blob): void {
    if (this.#closed) {
      return;
    }
    release(this.#urls.get(media));
    this.#urls.delete(media);
    this.#urls.set(media, URL.createObjectURL(picture));
    const [eldest] = this.#urls;
    if (this.#urls.size > MOST && eldest !== undefined) {
      this.#urls.delete(eldest[0]);
      release(eldest[1]);
    }
    this.changed();
  }

  close(): void {
    this.#closed = true;
    this.#urls.forEach(release);
  }

  async #fetch(media: MediaId, isSmall: boolean): Promise<void> {
    try {
      const picture = await this.#load(media, isSmall);
      if (picture !== undefined) {
        this.learn(media, picture);
      }
    } catch {
      this.#urls.delete(media); // Without a network there is none now; whoever asks next, asks again.
    }
  }

  /** Undefined if there is none for us; rejected if the server does not answer. */
  async #load(media: MediaId, isSmall: boolean): Promise<Blob | undefined> {
    for (const later of LATER_MS) {
      try {
        return await this.api.thumbnail(media);
      } catch (error) {
        if (!(error instanceof NatterError)) {
          throw error;
        }
        await new Promise((over) => setTimeout(over, later));
      }
    }
    return isSmall ? this.api.load(media).catch(unlessRefused) : undefined;
  }
}

function unlessRefused(error: unknown): undefined {
  if (!(error instanceof NatterError)) {
    throw error;
  }
}

function release(url: string | undefined): void {
  if (url !== undefined) {
    URL.revokeObjectURL(url);
  }
}
