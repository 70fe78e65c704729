import { afterEach, beforeEach, expect, test } from 'vitest';
import { NatterApi, Unreachable, type MediaId } from '../src/index.js';
import { MediaApi, mediaContent, uploadFile, type UnfinishedUploads, type UploadProgress } from '../src/media.js';
import { FakeMedia, hash } from './fake-media.js';

const MIB = 2 ** 20;
const backoff = { firstMs: 1, mostMs: 2 };
let server: FakeMedia;
let api: MediaApi;

beforeEach(async () => {
  server = await FakeMedia.start();
  api = new MediaApi(new NatterApi(server.url).edge, () => Promise.resolve('a-token'));
});

afterEach(() => server.stop());

/** Remembers as a page would that is loaded again. */
class Kept implements UnfinishedUploads {
  readonly begun = new Map<string, MediaId>();

  async find(sha256: string): Promise<MediaId | undefined> {
    return this.begun.get(sha256);
  }

  async remember(sha256: string, media: MediaId): Promise<void> {
    this.begun.set(sha256, media);
  }

  async forget(sha256: string): Promise<void> {
    this.begun.delete(sha256);
  }
}

/** No two parts of it are alike. */
function large(): Blob {
  const bytes = new Uint8Array(20 * MIB);
  new Uint32Array(bytes.buffer).forEach((_, index, words) => (words[index] = index));
  return new Blob([bytes], { type: 'video/mp4' });
}

test('a small file goes in one PUT, and can be sent and loaded', async () => {
  const told: UploadProgress[] = [];
  const file = new File(['a picture'], 'cat.jpg', { type: 'image/jpeg' });
  const uploaded = await uploadFile(api, file, { onProgress: (progress) => told.push(progress), removeMetadata: true });
  const sha256 = hash(Buffer.from('a picture'));
  expect(server.announced).toEqual([{ mime: 'image/jpeg', size: 9, sha256, name: 'cat.jpg', removeMetadata: true }]);
  expect(mediaContent(uploaded, 'my cat')).toEqual({
    ...{ kind: 'media', ref: 'medium', mime: 'image/jpeg', size: 9, name: 'cat.jpg', width: 4, height: 3 },
    caption: 'my cat',
  });
  expect(told.map(({ phase, done }) => [phase, done])).toEqual([
    ['reading', 9],
    ['sending', 9],
    ['checking', 0],
  ]);
  expect(await (await api.load(uploaded.mediaId)).text()).toBe('a picture');
  expect(await api.address(uploaded.mediaId)).toBe(`${server.url}/storage/0`);
});

test('a large file goes in parts, of which a lost one is sent again', async () => {
  const file = large();
  server.failures = [503];
  const kept = new Kept();
  await uploadFile(api, file, { unfinished: kept, backoff });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = [0, 8, 16].map((from) => bytes.subarray(from * MIB, (from + 8) * MIB));
  const sha256 = hash(Buffer.concat(parts.map((part) => Buffer.from(hash(part), 'hex'))));
  expect(server.announced).toEqual([{ mime: 'video/mp4', size: 20 * MIB, sha256, partSize: 8 * MIB }]);
  expect(server.puts).toHaveLength(4);
  expect(hash(Buffer.concat([1, 2, 3].map((number) => server.stored.get(number)!)))).toBe(hash(bytes));
  expect(kept.begun.size).toBe(0);
});

test('an upload that was broken off goes on with the parts that are missing', async () => {
  const file = large();
  const kept = new Kept();
  const end = new AbortController();
  const upload = uploadFile(api, file, {
    unfinished: kept,
    backoff,
    signal: end.signal,
    put: async (to, bytes, onSent) => {
      if (!to.url.endsWith('/1')) {
        end.abort(new Error('the page is left'));
        throw end.signal.reason;
      }
      await fetch(to.url, { method: 'PUT', headers: to.headers, body: bytes });
      onSent(bytes.size);
    },
  });
  await expect(upload).rejects.toThrow('the page is left');
  await expect.poll(() => [...server.stored.keys()]).toEqual([1]);
  server.puts.length = 0;
  const told: UploadProgress[] = [];
  await uploadFile(api, file, { unfinished: kept, backoff, onProgress: (progress) => told.push(progress) });
  expect(server.announced).toHaveLength(1);
  expect(server.puts.sort()).toEqual(['/storage/2', '/storage/3']);
  expect(told.find(({ phase }) => phase === 'sending')!.done).toBe(8 * MIB);
});

test('a file that was sent before is not uploaded again', async () => {
  server.known = { mediaId: 'known', mime: 'text/plain', size: 2, preview: { status: 'none', thumbnail: false } };
  const { mediaId } = await uploadFile(api, new Blob(['hi'], { type: 'text/plain' }));
  expect([mediaId, server.puts]).toEqual(['known', []]);
});

test('a refusal is final; no answer is not, until it is given up', async () => {
  server.refusal = [403, 'quota_exceeded'];
  await expect(uploadFile(api, new Blob(['hi']), { backoff })).rejects.toMatchObject({ code: 'quota_exceeded' });
  await expect(uploadFile(api, new Blob([]), { backoff })).rejects.toMatchObject({ code: 'bad_request' });
  server.stop();
  await expect(uploadFile(api, new Blob(['hi']), { backoff })).rejects.toBeInstanceOf(Unreachable);
});

test('the token stays with the server: object storage never sees it', async () => {
  await uploadFile(api, new Blob(['hi']));
  expect(server.tokensAtStorage).toBe(0);
});
