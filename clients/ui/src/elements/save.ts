import type { MediaApi } from '@natter/sdk/media';
import type { Attachment } from '../model/attachment.js';

/** Saves a file where downloads go. What the server serves as a download needs no more than its address. */
export async function save(api: MediaApi, attachment: Attachment): Promise<void> {
  const ref = attachment.ref!;
  if (attachment.kind === 'file') {
    follow(await api.address(ref), '');
    return;
  }
  // A browser shows these instead of saving them, unless they are of the page's own origin.
  const url = URL.createObjectURL(await api.load(ref));
  follow(url, attachment.name || 'file');
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function follow(href: string, download: string): void {
  const link = document.createElement('a');
  link.href = href;
  link.download = download;
  link.rel = 'noopener noreferrer';
  link.click();
}
