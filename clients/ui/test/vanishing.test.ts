import type { StoredMessage } from '@natter/sdk';
import { afterEach, expect, test, vi } from 'vitest';
import { MemoryMessageStore } from '../src/model/message-store.js';
import { Messenger } from '../src/model/messenger.js';
import { BOB, WITH_BOB, entry } from './entries.js';
import { FakeLine, FakeServer, ofAlice } from './fakes.js';

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString();

afterEach(() => void vi.useRealTimers());

async function start(store: MemoryMessageStore) {
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(new FakeServer(), store),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  await messenger.start();
  const hear = (each: StoredMessage) => line!.listener.onEntry!({ type: 'message', position: each.seq, ...each });
  return { messenger, hear, thread: messenger.with(BOB) };
}

const kept = async (store: MemoryMessageStore) =>
  (await store.page(WITH_BOB, 99, 99)).map(({ seq, content }) => [seq, content.kind]);

test('a message and what it was edited to vanish when their time is over, here and in the store, and leave no hole', async () => {
  vi.useFakeTimers();
  const store = new MemoryMessageStore();
  const { messenger, hear, thread } = await start(store);
  await hear(entry(1, { expiresAt: inSeconds(60) }));
  await hear(entry(2));
  await hear(entry(3, { action: 'edit', target: 1, content: { kind: 'text', text: 'x' }, expiresAt: inSeconds(60) }));
  await hear(entry(4, { expiresAt: inSeconds(120) }));
  const changed = vi.fn();
  messenger.subscribe(changed);
  await vi.advanceTimersByTimeAsync(59_000);
  expect(thread.lines.map(({ seq }) => seq)).toEqual([1, 2, 4]);
  changed.mockClear();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(thread.lines.map(({ seq }) => seq)).toEqual([2, 4]);
  expect(changed).toHaveBeenCalled();
  expect(thread.log.hole).toBeUndefined();
  expect(await kept(store)).toEqual([
    [1, 'hidden'],
    [2, 'text'],
    [3, 'hidden'],
    [4, 'text'],
  ]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(thread.lines.map(({ seq }) => seq)).toEqual([2]);
  await messenger.close();
});

test('what vanished while the device was off is not shown after a start, and is forgotten', async () => {
  const store = new MemoryMessageStore();
  await store.saveEntries([entry(1, { expiresAt: inSeconds(-1) }), entry(2)]);
  await store.saveThread({ id: WITH_BOB, lastSeq: 2, lastAt: entry(2).at, read: 2, delivered: 0, readByOther: 0 });
  const { messenger, thread } = await start(store);
  expect(thread.lines.map(({ seq }) => seq)).toEqual([2]);
  await vi.waitFor(async () =>
    expect(await kept(store)).toEqual([
      [1, 'hidden'],
      [2, 'text'],
    ]),
  );
  await messenger.close();
});
