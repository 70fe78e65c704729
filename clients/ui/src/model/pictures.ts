import type { MediaId } from '@natter/sdk';
import { uploadFile, type MediaApi } from '@natter/sdk/media';
import type { Groups } from './groups.js';
import type { Profiles } from './profiles.js';
import type { Rest } from './rest.js';
import type { Thread } from './thread.js';
import type { Thumbnails } from './thumbnails.js';

/** Pictures of people and groups: whose is shown, and how one's own and those of one's groups are changed. */
export class Pictures {
  constructor(
    private readonly rest: Rest,
    private readonly media: MediaApi,
    private readonly thumbnails: Thumbnails,
    private readonly profiles: Profiles,
    private readonly groups: Groups,
  ) {}

  /** The address of what a profile or a group names as its `avatar`; undefined until it is here, or if there is none. */
  of(owner: { readonly avatar?: string } | undefined): string | undefined {
    return owner?.avatar ? this.thumbnails.of(owner.avatar as MediaId) : undefined;
  }

  /** Takes a picture for one's own, or none. Rejected with a NatterError if the server does not want it. */
  async changeOwn(picture: Blob | undefined): Promise<void> {
    const avatar = await this.#upload(picture);
    this.profiles.learn(await this.rest.api.changeMe(await this.rest.token(), { avatar }));
  }

  /** Gives a group or a topic a picture, or none; for those who may change its profile. */
  async changeOf(thread: Thread, picture: Blob | undefined): Promise<void> {
    const avatar = await this.#upload(picture);
    await this.groups.change({ action: 'profile', conversation: thread.id, avatar });
  }

  async #upload(picture: Blob | undefined): Promise<MediaId | ''> {
    if (picture === undefined) {
      return '';
    }
    const { mediaId } = await uploadFile(this.media, picture, { removeMetadata: true });
    this.thumbnails.learn(mediaId, picture);
    return mediaId;
  }
}
