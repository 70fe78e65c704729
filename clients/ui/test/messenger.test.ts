import { directConversation, newMessageId, type Message, type Request, type StoredMessage } from '@natter/sdk';
import { expect, test, vi } from 'vitest';
import type { MessageLine } from '../src/model/lines.js';
import { MemoryMessageStore } from '../src/model/message-store.js';
import { Messenger } from '../src/model/messenger.js';
import { ALICE, BOB, TEAM, WITH_BOB, entry } from './entries.js';
import { FakeLine, FakeServer, ofAlice } from './fakes.js';

const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 5_000, interval: 5 });

async function start(server = new FakeServer(), store = new MemoryMessageStore(), unanswered: Request[] = []) {
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server, store, unanswered),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  const started = messenger.start();
  await eventually(() => expect(line).toBeDefined());
  return { messenger, line: line!, server, store, started };
}

function frame(stored: StoredMessage): Message {
  return { type: 'message', position: stored.seq, ...stored };
}

test('shows what was stored before anything else', async () => {
  const store = new MemoryMessageStore();
  await store.saveEntries([entry(1), entry(2)]);
  await store.saveThread({ id: WITH_BOB, lastSeq: 2, lastAt: entry(2).at, read: 1, delivered: 0, readByOther: 0 });
  const server = new FakeServer();
  server.isAway = true;
  const { messenger } = await start(server, store);
  expect(messenger.threads.map((thread) => [thread.id, thread.unread])).toEqual([[WITH_BOB, 1]]);
  await messenger.close();
});

test('shows a message at once, then that it was sent, delivered and read', async () => {
  const { messenger, line } = await start();
  const thread = messenger.with(BOB);
  messenger.say(thread, 'hello');
  const waiting = thread.lines.at(-1) as MessageLine;
  expect(thread.tick(waiting)).toBe('waiting');
  line.accept(line.requests[0]!, 1);
  const sent = thread.lines.at(-1) as MessageLine;
  expect(sent.key).toBe(waiting.key);
  expect(thread.lines).toHaveLength(1);
  expect(thread.tick(sent)).toBe('sent');
  const receipt = { type: 'receipt', position: 1, conversation: WITH_BOB, user: BOB, at: sent.at } as const;
  await line.listener.onEntry!({ ...receipt, delivered: 1 });
  expect(thread.tick(sent)).toBe('delivered');
  await line.listener.onEntry!({ ...receipt, delivered: 1, read: 1 });
  expect(thread.tick(sent)).toBe('read');
});

test('keeps what was refused, says why, and sends it again when asked', async () => {
  const { messenger, line } = await start();
  const thread = messenger.with(BOB);
  messenger.say(thread, 'hello');
  line.listener.onRefused!(line.requests[0]!, { type: 'error', code: 'user_unknown', message: '' });
  const refused = thread.lines[0] as MessageLine;
  expect(refused.refused).toBe('user_unknown');
  messenger.retry(thread, refused);
  expect(line.requests).toHaveLength(2);
  expect(thread.lines.map((each) => (each as MessageLine).refused)).toEqual([undefined]);
});

test('shows again what an earlier run left unanswered', async () => {
  const request: Request = {
    type: 'send',
    id: newMessageId(),
    to: { user: BOB },
    content: { kind: 'text', text: 'from before' },
  };
  const { messenger } = await start(new FakeServer(), new MemoryMessageStore(), [request]);
  expect(messenger.with(BOB).lines).toMatchObject([{ key: request.id, content: { text: 'from before' } }]);
});

test('has stored an entry when it says so, and counts it as unread until it is read', async () => {
  const { messenger, line, store } = await start();
  await line.listener.onEntry!(frame(entry(1)));
  expect(await store.page(WITH_BOB, 2, 10)).toHaveLength(1);
  const thread = messenger.with(BOB);
  expect(thread.unread).toBe(1);
  messenger.markRead(thread);
  expect(line.reads).toEqual([1]);
  expect(thread.unread).toBe(0);
  messenger.markRead(thread);
  expect(line.reads).toEqual([1]);
});

test('fetches what is missing between two messages', async () => {
  const server = new FakeServer();
  server.log.push(...[1, 2, 3, 4, 5].map((seq) => entry(seq)));
  const { messenger, line } = await start(server);
  const thread = messenger.with(BOB);
  await line.listener.onEntry!(frame(entry(1)));
  await line.listener.onEntry!(frame(entry(5)));
  await eventually(() => expect(thread.lines.map((each) => each.seq)).toEqual([1, 2, 3, 4, 5]));
});

test('pages back to the beginning, from the store where it has what is next', async () => {
  const server = new FakeServer();
  server.log.push(...Array.from({ length: 120 }, (_, index) => entry(index + 1)));
  const { messenger, started } = await start(server);
  await started;
  const thread = messenger.with(BOB);
  await messenger.open(thread);
  expect([thread.log.first, thread.complete]).toEqual([71, false]);
  await messenger.loadOlder(thread);
  await messenger.loadOlder(thread);
  expect([thread.log.first, thread.complete]).toEqual([1, true]);
});

test('says that it could not load, and loads when asked again', async () => {
  const server = new FakeServer();
  const { messenger, started } = await start(server);
  await started;
  const thread = messenger.with(BOB);
  server.isAway = true;
  await messenger.open(thread);
  expect([thread.failed, thread.complete]).toEqual([true, false]);
  server.isAway = false;
  server.log.push(entry(1));
  await messenger.open(thread);
  expect([thread.failed, thread.lines.length]).toEqual([false, 1]);
});

test('acts on messages and groups as the protocol has it', async () => {
  const { messenger, line } = await start();
  await line.listener.onEntry!(frame(entry(1)));
  const thread = messenger.with(BOB);
  const message = thread.lines[0] as MessageLine;
  messenger.react(thread, message, '👍');
  messenger.edit(thread, message, 'better');
  messenger.say(messenger.thread(TEAM), 'hello all');
  void messenger.groups.create('Team', [BOB]);
  expect(line.requests).toMatchObject([
    { to: { user: BOB }, action: 'react', target: { seq: 1 }, content: { kind: 'reaction', emoji: '👍' } },
    { action: 'edit', target: { seq: 1, device: 'bobs', id: 'message-1' } },
    { to: { conversation: TEAM }, content: { text: 'hello all' } },
    { type: 'group', action: 'create', title: 'Team', members: [BOB] },
  ]);
  line.accept(line.requests[0]!, 2);
  expect((thread.lines[0] as MessageLine).reactions).toEqual([{ user: ALICE, emoji: '👍' }]);
});

test('lists what the server has, watches people, and takes our mark from another device', async () => {
  const server = new FakeServer();
  server.log.push(entry(1), entry(2));
  server.conversations = [{ conversation: directConversation(ALICE, BOB), lastSeq: 2, lastAt: entry(2).at }];
  const { messenger, line, started } = await start(server);
  await started;
  const [thread] = messenger.threads;
  expect(thread!.unread).toBe(2);
  expect(line.watched).toEqual([BOB]);
  const own = { type: 'receipt', position: 9, conversation: WITH_BOB, user: ALICE, read: 2, at: entry(2).at } as const;
  await line.listener.onEntry!(own);
  expect(thread!.unread).toBe(0);
});

test('tells who types, until they stop or have said it', async () => {
  const { messenger, line } = await start();
  const thread = messenger.with(BOB);
  const types = (on: boolean) => line.listener.onTyping!({ type: 'typing', conversation: WITH_BOB, user: BOB, on });
  types(true);
  expect(messenger.presences.typing(thread)).toEqual([BOB]);
  types(false);
  expect(messenger.presences.typing(thread)).toEqual([]);
  types(true);
  await line.listener.onEntry!(frame(entry(1)));
  expect(messenger.presences.typing(thread)).toEqual([]);
});

test('sends what was said before there was a line', async () => {
  const server = new FakeServer();
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  messenger.say(messenger.with(BOB), 'early');
  await messenger.start();
  expect(line!.requests).toMatchObject([{ content: { text: 'early' } }]);
});

test('learns on a new device how far the other has read', async () => {
  const server = new FakeServer();
  server.log.push(entry(1, { from: ALICE }), entry(2));
  server.readBy = [BOB];
  const { messenger } = await start(server);
  const thread = messenger.with(BOB);
  await messenger.open(thread);
  expect(thread.tick(thread.lines[0] as MessageLine)).toBe('read');
});

test('goes back to an old message, over what is missing, and leaves no hole', async () => {
  const server = new FakeServer();
  server.log.push(...Array.from({ length: 2_500 }, (_, index) => entry(index + 1)));
  const { messenger, started } = await start(server);
  await started;
  const thread = messenger.with(BOB);
  await messenger.open(thread);
  expect(await messenger.reach(thread, 300)).toBe(true);
  expect(thread.log.first).toBeLessThanOrEqual(300);
  expect(thread.log.first).toBeGreaterThan(1);
  expect(thread.log.hole).toBeUndefined();
  expect(await messenger.reach(thread, 3_000)).toBe(false);
});

test('searches in all conversations or in one, and knows people by their names', async () => {
  const server = new FakeServer();
  server.names = { [BOB]: 'Bob Moreau' };
  server.log.push(entry(1, { content: { kind: 'text', text: 'Lunch at noon?' } }));
  const { messenger } = await start(server);
  messenger.profiles.learn({ userId: BOB, username: 'bob_m', displayName: 'Bob Moreau' });
  const { hits } = await messenger.search('lunch');
  expect(hits).toMatchObject([{ message: { seq: 1 }, snippet: { highlights: [{ start: 0, end: 5 }] } }]);
  await messenger.search('from:bob lunch', messenger.with(BOB));
  await messenger.search('from:@bob_m from:me from:nobody');
  expect(server.searches.slice(1)).toEqual([`from:${BOB} lunch in:${WITH_BOB}`, `from:${BOB} from:me from:nobody`]);
});

test('pins, mutes and archives for oneself, and takes it back if the server does not want it', async () => {
  const server = new FakeServer();
  const { messenger, line } = await start(server);
  await line.listener.onEntry!(frame(entry(1)));
  await line.listener.onEntry!(frame(entry(1, { conversation: TEAM, at: entry(9).at })));
  const thread = messenger.with(BOB);
  expect(messenger.threads[0]!.id).toBe(TEAM);
  expect(messenger.unread).toBe(2);
  await messenger.personal.set(thread, { pinned: true });
  expect(messenger.threads[0]!.id).toBe(WITH_BOB);
  await messenger.personal.set(thread, { mutedUntil: '9999-01-01T00:00:00.000Z' });
  expect([thread.isMuted(), messenger.unread]).toEqual([true, 1]);
  server.refusesPersonal = true;
  const problems: string[] = [];
  messenger.onProblem((code) => problems.push(code));
  const change = messenger.personal.set(thread, { archived: true });
  expect(thread.personal.archived).toBe(true);
  await change;
  expect([thread.personal.archived, problems]).toEqual([false, ['not_a_member']]);
});

test('hears what was set on another device, and marks as unread until it is opened', async () => {
  const server = new FakeServer();
  const { messenger, line, store } = await start(server);
  server.log.push(entry(1), entry(2));
  await line.listener.onEntry!(frame(entry(1)));
  await line.listener.onEntry!(frame(entry(2)));
  const thread = messenger.with(BOB);
  messenger.markRead(thread);
  const personal = { type: 'personal', position: 3, conversation: WITH_BOB, at: entry(3).at } as const;
  await line.listener.onEntry!({ ...personal, unread: true });
  // What is said of a message says nothing of the rest.
  await line.listener.onEntry!({ ...personal, message: { seq: 1, starred: true } });
  expect([thread.isWaiting, thread.unread, thread.starred.has(1)]).toEqual([true, 0, true]);
  await messenger.open(thread);
  expect(thread.isWaiting).toBe(false);
  expect(server.personal).toEqual([['PATCH', `/v1/conversations/${WITH_BOB}/personal`, { unread: false }]]);
  const edit = { ...entry(3), action: 'edit', target: 1 } as const;
  server.log.push(edit);
  await line.listener.onEntry!(frame(edit));
  await line.listener.onEntry!({ ...personal, message: { seq: 1, hidden: true } });
  expect(thread.lines.map(({ seq }) => seq)).toEqual([2]);
  // Its words and those of its edit stay away after a reload, and leave no hole.
  expect((await store.page(WITH_BOB, 4, 10)).map(({ seq, content }) => [seq, content.kind])).toEqual([
    [1, 'hidden'],
    [2, 'text'],
    [3, 'hidden'],
  ]);
});

test('stars a message, and knows after a start which are starred', async () => {
  const server = new FakeServer();
  server.log.push(entry(1), entry(2));
  server.stars = [entry(2)];
  const { messenger, started } = await start(server);
  await started;
  const thread = messenger.with(BOB);
  await eventually(() => expect([...thread.starred]).toEqual([2]));
  await messenger.personal.star(thread, 1, true);
  await messenger.personal.star(thread, 2, false);
  expect([...thread.starred]).toEqual([1]);
  expect(server.personal).toEqual([
    ['PUT', `/v1/conversations/${WITH_BOB}/messages/1/star`],
    ['DELETE', `/v1/conversations/${WITH_BOB}/messages/2/star`],
  ]);
});
