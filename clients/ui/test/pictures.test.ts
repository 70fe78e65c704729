import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Messenger } from '../src/model/messenger.js';
import { ALICE, BOB, TEAM } from './entries.js';
import { FakeLine, FakeServer, mediaId, ofAlice } from './fakes.js';

const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 5_000, interval: 5 });
const picture = () => new Blob(['a face'], { type: 'image/jpeg' });
const running: Messenger[] = [];

beforeEach(() => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(null, { status: 200 })));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((messenger) => messenger.close()));
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

async function start(server = new FakeServer()) {
  let line: FakeLine | undefined;
  const messenger = new Messenger({ ...ofAlice(server), connect: (listener) => (line = new FakeLine(listener)) });
  running.push(messenger);
  await messenger.start();
  return { messenger, server, line: line! };
}

test('loads the picture of somebody once, however often it is shown, and has none of who has none', async () => {
  const { messenger, server } = await start();
  server.avatars = { [BOB]: mediaId(1) };
  server.files.set(mediaId(1), picture());
  const ofBob = () => messenger.pictures.of(messenger.profiles.get(BOB));
  await eventually(() => expect(ofBob()).toMatch(/^blob:/));
  expect([ofBob(), messenger.pictures.of({ avatar: mediaId(1) })]).toEqual([ofBob(), ofBob()]);
  expect(server.loaded).toEqual([`/v1/media/${mediaId(1)}/thumbnail`]);
  expect([messenger.pictures.of(undefined), messenger.pictures.of({}), messenger.pictures.of({ avatar: '' })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('asks again for a picture that could not be loaded without a network, and never for all of a file', async () => {
  const { messenger, server } = await start();
  const shown = () => messenger.pictures.of({ avatar: mediaId(1) });
  server.isAway = true;
  expect(shown()).toBeUndefined();
  server.isAway = false;
  vi.useFakeTimers();
  await vi.runAllTimersAsync();
  expect(shown()).toBeUndefined();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(shown()).toBeUndefined();
  expect(server.loaded).toEqual(Array.from({ length: 3 }, () => `/v1/media/${mediaId(1)}/thumbnail`));
});

test("changes one's own picture, shows it at once, and takes it away", async () => {
  const { messenger, server } = await start();
  await messenger.pictures.changeOwn(picture());
  expect(server.announced).toMatchObject([{ mime: 'image/jpeg', removeMetadata: true }]);
  expect(server.avatars[ALICE]).toBe(mediaId(0));
  expect(messenger.pictures.of(messenger.profiles.get(ALICE))).toMatch(/^blob:/);
  expect(server.loaded).toEqual([]);
  await messenger.pictures.changeOwn(undefined);
  expect(server.avatars[ALICE]).toBe('');
  expect(messenger.pictures.of(messenger.profiles.get(ALICE))).toBeUndefined();
});

test('gives a group a picture, and takes it away', async () => {
  const { messenger, line } = await start();
  const thread = messenger.thread(TEAM);
  void messenger.pictures.changeOf(thread, picture());
  await eventually(() => expect(line.requests).toHaveLength(1));
  void messenger.pictures.changeOf(thread, undefined);
  await eventually(() => expect(line.requests).toHaveLength(2));
  expect(line.requests).toMatchObject([
    { action: 'profile', conversation: TEAM, avatar: mediaId(0) },
    { action: 'profile', conversation: TEAM, avatar: '' },
  ]);
});
