import { expect, onTestFinished, test, vi } from 'vitest';
import { Notifications } from '../src/elements/notifications.js';
import { Messenger } from '../src/model/messenger.js';
import type { Thread } from '../src/model/thread.js';
import { ALICE, BOB, WITH_BOB, entry } from './entries.js';
import { FakeLine, FakeServer, ofAlice } from './fakes.js';

interface Told {
  readonly title: string;
  readonly body: string;
  readonly tag: string;
  onclick(): void;
}

/** A page of alice's that somebody looks at, or not, in a browser that lets it tell. */
async function start(permission: NotificationPermission = 'granted') {
  const told: Told[] = [];
  const page = { visibilityState: 'hidden', hasFocus: () => true };
  vi.stubGlobal('document', page);
  vi.stubGlobal('window', { focus: vi.fn() });
  vi.stubGlobal(
    'Notification',
    Object.assign(
      function (this: object, title: string, options: NotificationOptions) {
        told.push(Object.assign(this as Told, { title, ...options, close: () => undefined }));
      },
      { requestPermission: () => Promise.resolve(permission) },
    ),
  );
  const server = new FakeServer();
  server.names = { [ALICE]: 'Alice Martin', [BOB]: 'Bob Moreau' };
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  await messenger.start();
  messenger.profiles.get(BOB);
  await vi.waitFor(() => expect(messenger.profiles.get(BOB)?.displayName).toBe('Bob Moreau'));
  const opened: Thread[] = [];
  const notifications = new Notifications(messenger, (thread) => opened.push(thread));
  onTestFinished(() => {
    notifications.stop();
    vi.unstubAllGlobals();
    return messenger.close();
  });
  const hear = (seq: number, members = {}) =>
    line!.listener.onEntry!({ ...{ type: 'message', position: seq }, ...entry(seq, members) });
  return { messenger, notifications, told, page, opened, hear, line: line! };
}

test('tells of what others say while nobody looks, and a click opens it', async () => {
  const { notifications, told, page, opened, hear } = await start();
  await hear(1);
  notifications.start();
  notifications.start();
  await hear(2);
  expect(told.map(({ title, body, tag }) => [title, body, tag])).toEqual([['Bob Moreau', 'number 2', WITH_BOB]]);
  told[0]!.onclick();
  expect(opened.map(({ id }) => id)).toEqual([WITH_BOB]);
  page.visibilityState = 'visible';
  await hear(3);
  expect(told).toHaveLength(1);
  page.hasFocus = () => false;
  await hear(4);
  expect(told).toHaveLength(2);
  notifications.stop();
  await hear(5);
  expect(told).toHaveLength(2);
});

test('keeps quiet about oneself, reactions, what was read elsewhere and what one does not want to hear of', async () => {
  const { messenger, notifications, told, hear, line } = await start();
  notifications.start();
  await hear(1, { from: ALICE });
  const marks = {
    type: 'receipt',
    position: 2,
    conversation: WITH_BOB,
    user: ALICE,
    read: 2,
    at: entry(2).at,
  } as const;
  await line.listener.onEntry!(marks);
  await hear(2);
  await hear(3, { action: 'react', target: 1, content: { kind: 'reaction', emoji: '👍' } });
  expect(told).toEqual([]);
  await messenger.personal.set(messenger.with(BOB), { archived: true });
  await hear(4);
  expect(told).toEqual([]);
});

test('is allowed or not by the browser', async () => {
  await start('denied');
  expect(await Notifications.ask()).toBe(false);
  await start('granted');
  expect(await Notifications.ask()).toBe(true);
});
