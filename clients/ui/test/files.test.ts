import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MessageLine } from '../src/model/lines.js';
import { MemoryMessageStore } from '../src/model/message-store.js';
import { Messenger } from '../src/model/messenger.js';
import { BOB } from './entries.js';
import { FakeLine, FakeServer, mediaId, ofAlice } from './fakes.js';

const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 5_000, interval: 5 });
const plan = () => new File(['a plan'], 'plan.txt', { type: 'text/plain' });
const arrived = () => Promise.resolve(new Response(null, { status: 200 }));
let storage: ReturnType<typeof vi.fn<typeof fetch>>;
const running: Messenger[] = [];

beforeEach(() => {
  storage = vi.fn(arrived);
  vi.stubGlobal('fetch', storage);
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((messenger) => messenger.close()));
  vi.unstubAllGlobals();
});

async function start(store = new MemoryMessageStore(), server = new FakeServer()) {
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server, store),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  running.push(messenger);
  await messenger.start();
  return { messenger, line: line!, store, server, thread: messenger.with(BOB) };
}

test('a file is shown at once and sent when it is there, under the id that it had', async () => {
  const { messenger, line, store, thread } = await start();
  messenger.sendFile(thread, plan(), { caption: 'read it' });
  const shown = thread.lines[0] as MessageLine;
  expect(shown).toMatchObject({ content: { kind: 'media', name: 'plan.txt' }, upload: { phase: 'reading' } });
  await eventually(() => expect(line.requests).toHaveLength(1));
  expect(line.requests[0]).toMatchObject({
    id: shown.key,
    to: { user: BOB },
    content: { kind: 'media', ref: mediaId(0), mime: 'text/plain', size: 6, name: 'plan.txt', caption: 'read it' },
  });
  expect(thread.lines).toHaveLength(1);
  expect((thread.lines[0] as MessageLine).upload).toBeUndefined();
  // Kept until the server has the message.
  expect(await store.files()).toMatchObject([{ key: shown.key, content: { ref: mediaId(0) } }]);
});

test('what was broken off goes on after a reload, and what was uploaded before is only sent', async () => {
  storage.mockImplementation(() => new Promise(() => undefined));
  const before = await start();
  before.messenger.sendFile(before.thread, plan());
  await eventually(() => expect(storage).toHaveBeenCalled());
  const { key } = before.thread.lines[0] as MessageLine;
  await before.messenger.close();
  storage.mockImplementation(arrived);
  const after = await start(before.store, before.server);
  expect(after.thread.lines).toMatchObject([{ key, content: { name: 'plan.txt' } }]);
  await eventually(() => expect(after.line.requests).toMatchObject([{ id: key, content: { ref: mediaId(1) } }]));
  await after.messenger.close();
  const last = await start(before.store, before.server);
  await eventually(() => expect(last.line.requests).toMatchObject([{ id: key, content: { ref: mediaId(1) } }]));
  expect(before.server.announced).toHaveLength(2);
});

test('what the server does not want says why, and can be tried again or given up', async () => {
  storage.mockResolvedValueOnce(new Response(null, { status: 403 }));
  const { messenger, line, store, thread } = await start();
  messenger.sendFile(thread, plan());
  await eventually(() => expect(thread.lines).toMatchObject([{ refused: 'rejected' }]));
  expect((thread.lines[0] as MessageLine).upload).toBeUndefined();
  messenger.retry(thread, thread.lines[0] as MessageLine);
  await eventually(() => expect(line.requests).toHaveLength(1));
  storage.mockImplementation(() => new Promise(() => undefined));
  messenger.sendFile(thread, new File(['no'], 'no.txt'));
  messenger.discard(thread, thread.lines.at(-1) as MessageLine);
  expect(thread.lines).toHaveLength(1);
  await eventually(async () => expect(await store.files()).toHaveLength(1));
});
