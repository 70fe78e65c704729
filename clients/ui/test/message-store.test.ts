import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { MediaId, MessageId } from '@natter/sdk';
import { describe, expect, test } from 'vitest';
import { IndexedDbMessageStore } from '../src/model/indexed-db-message-store.js';
import { MemoryMessageStore, type MessageStore } from '../src/model/message-store.js';
import { ALICE, TEAM, WITH_BOB, entry } from './entries.js';

const stores: Readonly<Record<string, () => MessageStore>> = {
  memory: () => new MemoryMessageStore(),
  IndexedDB: () => new IndexedDbMessageStore('a-device', new IDBFactory()),
};

describe.each(Object.entries(stores))('in %s', (_name, open) => {
  const seqs = async (store: MessageStore, before: number, limit = 10) =>
    (await store.page(WITH_BOB, before, limit)).map(({ seq }) => seq);

  test('pages back, newest first come, in ascending order', async () => {
    const store = open();
    await store.saveEntries([1, 2, 3, 4, 5].map((seq) => entry(seq)));
    await store.saveEntries([entry(1, { conversation: TEAM })]);
    expect(await seqs(store, Number.MAX_SAFE_INTEGER, 3)).toEqual([3, 4, 5]);
    expect(await seqs(store, 3)).toEqual([1, 2]);
    expect(await seqs(store, 1)).toEqual([]);
  });

  test('ends a page at a hole', async () => {
    const store = open();
    await store.saveEntries([1, 2, 5, 6].map((seq) => entry(seq)));
    expect(await seqs(store, Number.MAX_SAFE_INTEGER)).toEqual([5, 6]);
  });

  test('forgets what has vanished, and keeps its place', async () => {
    const store = open();
    const [now, later] = ['2026-02-01T00:00:00.000Z', '2026-02-01T00:00:00.001Z'] as const;
    await store.saveEntries([entry(1, { expiresAt: now }), entry(2, { expiresAt: later }), entry(3)]);
    await store.vanish(now);
    await store.vanish(now);
    expect((await store.page(WITH_BOB, 9, 9)).map(({ content, expiresAt }) => [content.kind, expiresAt])).toEqual([
      ['hidden', undefined],
      ['text', later],
      ['text', undefined],
    ]);
  });

  test('keeps the last of marks and profiles', async () => {
    const store = open();
    const marks = { id: WITH_BOB, lastSeq: 2, lastAt: entry(2).at, read: 1, delivered: 0, readByOther: 0 };
    await store.saveThread(marks);
    await store.saveThread({ ...marks, read: 2 });
    await store.saveProfile({ userId: ALICE, displayName: 'Alice' });
    expect(await store.threads()).toEqual([{ ...marks, read: 2 }]);
    expect(await store.profiles()).toEqual([{ userId: ALICE, displayName: 'Alice' }]);
  });

  test('keeps files that are still to be sent, and which uploads were begun', async () => {
    const store = open();
    const file = { conversation: WITH_BOB, file: new Blob(['x']), name: 'x', caption: '', at: entry(1).at };
    const [one, other] = ['message-1', 'message-2'] as MessageId[];
    await store.saveFile({ ...file, key: other! });
    await store.saveFile({ ...file, key: one! });
    await store.removeFile(other!);
    await store.remember('a-hash', 'medium' as MediaId);
    expect(await store.files()).toMatchObject([{ key: one, name: 'x' }]);
    expect(await store.find('a-hash')).toBe('medium');
    await store.forget('a-hash');
    expect(await store.find('a-hash')).toBeUndefined();
  });

  test('forgets everything, and what comes too late', async () => {
    const store = open();
    await store.saveEntries([entry(1)]);
    await store.remember('a-hash', 'medium' as MediaId);
    await store.clear();
    await store.saveEntries([entry(2)]);
    await store.saveProfile({ userId: ALICE, displayName: 'Alice' });
    expect(await seqs(store, Number.MAX_SAFE_INTEGER)).toEqual([]);
    expect(await store.profiles()).toEqual([]);
    expect(await store.find('a-hash')).toBeUndefined();
  });
});
