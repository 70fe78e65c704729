import { NatterError, type MessageId, type StoredMessage } from '@natter/sdk';
import { expect, test, vi } from 'vitest';
import { MemoryMessageStore } from '../src/model/message-store.js';
import { Messenger } from '../src/model/messenger.js';
import { readInvite, inviteAddress } from '../src/model/invite-link.js';
import { ALICE, BOB, NEWS, TEAM, entry } from './entries.js';
import { FakeLine, FakeServer, ofAlice } from './fakes.js';

const CODE = 'a-code-of-at-least-22-characters';
const settings = { send: 'everybody', add: 'admins', edit: 'admins' };
const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 5_000, interval: 5 });
const post = (seq: number, members: Partial<StoredMessage> = {}) => entry(seq, { conversation: NEWS, ...members });

/** A public topic with some posts that bob has published. */
async function start({ posts = 3, follows = false, store = new MemoryMessageStore() } = {}) {
  const server = new FakeServer();
  server.log.push(...Array.from({ length: posts }, (_, index) => post(index + 1)));
  server.groups = [{ conversation: NEWS, ...{ title: 'Canteen', settings: { ...settings, public: true } } }];
  if (follows) {
    server.groups = server.groups.map((group) => ({ ...group, following: true }));
    server.conversations = [{ conversation: NEWS, lastSeq: posts, lastAt: post(posts).at, read: 1 }];
  }
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server, store),
    connect: (listener) => {
      line = new FakeLine(listener);
      line.topics = { [NEWS]: posts };
      return line;
    },
  });
  await messenger.start();
  return { messenger, server, line: line!, store };
}

/** The topic comes further by these. */
function publish(line: FakeLine, ...posts: readonly StoredMessage[]): void {
  line.log = [...line.log, ...posts];
  line.listener.onNews!({ type: 'news', conversation: NEWS, seq: posts.at(-1)!.seq, spreadMs: 0 });
}

test('looks at a topic without following it, and hears what is new as long as one looks', async () => {
  const { messenger, line } = await start();
  const thread = await messenger.topics.find({ conversation: NEWS });
  messenger.view(thread);
  await messenger.open(thread);
  expect([thread.group?.title, thread.listed, thread.maySay, thread.mayReact]).toEqual([
    'Canteen',
    false,
    false,
    false,
  ]);
  publish(line, post(4), post(5));
  await eventually(() => expect(thread.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5]));
  expect(line.pulls).toEqual([[4, 5]]);
  expect(messenger.threads).toEqual([]);
  messenger.view(undefined);
  expect([...line.listened]).toEqual([]);
});

test('follows a topic, in which nothing is new yet, counts what comes, and lets go of it', async () => {
  const { messenger, line, server, store } = await start();
  const thread = await messenger.topics.find({ conversation: NEWS });
  await messenger.topics.follow(thread);
  await eventually(() => expect(thread.lines).toHaveLength(3));
  expect([thread.listed, thread.group?.following, thread.unread, line.reads]).toEqual([true, true, 0, [3]]);
  publish(line, post(4));
  await eventually(() => expect(thread.unread).toBe(1));
  expect(messenger.threads).toEqual([thread]);
  expect(messenger.unread).toBe(1);
  expect(await store.page(NEWS, 5, 10)).toHaveLength(4);
  await messenger.topics.unfollow(thread);
  expect([messenger.threads, [...line.listened], server.groups[0]!.following]).toEqual([[], [], false]);
});

test('follows and lets go of a topic as another device does, and keeps one in which we publish', async () => {
  const { messenger, line, server } = await start();
  const told = { type: 'personal', position: 7, conversation: NEWS, at: post(3).at } as const;
  const [group] = server.groups;
  server.groups = [{ ...group!, following: true }];
  await line.listener.onEntry!({ ...told, following: true });
  await eventually(() => expect([...line.listened]).toEqual([NEWS]));
  expect(messenger.threads.map(({ id }) => id)).toEqual([NEWS]);
  server.groups = [group!];
  await line.listener.onEntry!(told);
  await eventually(() => expect([messenger.threads, [...line.listened]]).toEqual([[], []]));
  const ours = { ...group!, members: [{ userId: ALICE, role: 'admin' }] };
  server.groups = [ours];
  await line.listener.onEntry!({ ...told, following: true });
  await eventually(() => expect(messenger.threads).toHaveLength(1));
  await line.listener.onEntry!({ ...told, archived: true });
  await eventually(() => expect(messenger.thread(NEWS).personal.archived).toBe(true));
  expect(messenger.thread(NEWS).listed).toBe(true);
});

test('shows after a start which topics are followed and what is new in them, and hears of them', async () => {
  const store = new MemoryMessageStore();
  const { messenger, line } = await start({ follows: true, store });
  const [thread] = messenger.threads;
  expect([thread?.id, thread?.unread]).toEqual([NEWS, 2]);
  await eventually(() => expect([thread?.group?.title, ...line.listened]).toEqual(['Canteen', NEWS]));
  await messenger.close();
  // It is not followed any more, as another device has it.
  const later = await start({ store });
  expect(later.messenger.threads).toEqual([]);
  expect(later.messenger.thread(NEWS).group?.title).toBe('Canteen');
});

test('catches up with what came while it was away: the newest page if it is much, else what is missing', async () => {
  const { messenger, line, server } = await start({ follows: true });
  const [thread] = messenger.threads;
  await eventually(() => expect(thread!.log.last).toBe(3));
  const many = Array.from({ length: 200 }, (_, index) => post(index + 4));
  server.log.push(...many.slice(0, -1));
  publish(line, ...many);
  await eventually(() => expect(thread!.log.last).toBe(203));
  expect([thread!.log.first, line.pulls]).toEqual([153, [[203, 203]]]);
  await messenger.loadOlder(thread!);
  expect(thread!.log.first).toBe(103);
});

test('asks again for what the archive does not have yet, and takes what is gone for settled', async () => {
  const { messenger, line } = await start({ follows: true });
  const [thread] = messenger.threads;
  await eventually(() => expect(thread!.log.last).toBe(3));
  const pull = vi.spyOn(line, 'pull');
  const page = { type: 'page', re: 'a-pull' as MessageId, conversation: NEWS, first: 4, head: 5 } as const;
  pull.mockResolvedValueOnce({ ...page, last: 3, messages: [], holes: [] });
  pull.mockResolvedValueOnce({ ...page, last: 5, messages: [post(5)], holes: [{ first: 4, last: 4, reason: 'gone' }] });
  line.listener.onNews!({ type: 'news', conversation: NEWS, seq: 5, spreadMs: 0 });
  await eventually(() => expect(thread!.lines.map(({ seq }) => seq)).toEqual([1, 2, 3, 5]));
  expect(pull.mock.calls).toEqual([
    [NEWS, 4, 5],
    [NEWS, 4, 5],
  ]);
});

test('comes to a topic that is not public by its link alone', async () => {
  const { messenger, server } = await start();
  server.codes = { [NEWS]: CODE };
  await expect(messenger.topics.find({ conversation: NEWS })).rejects.toMatchObject({ code: 'not_a_member' });
  await expect(messenger.topics.find({ conversation: NEWS, code: CODE.toUpperCase() })).rejects.toMatchObject({
    code: 'gone',
  });
  const thread = await messenger.topics.find({ conversation: NEWS, code: CODE });
  expect([thread.listed, thread.group?.title]).toEqual([true, 'Canteen']);
});

test('makes a topic, publishes in it, and makes a link for readers', async () => {
  const { messenger, line } = await start();
  vi.spyOn(line, 'group').mockImplementation((action) => {
    line.requests.push({ type: 'group', id: 'a-request' as MessageId, ...action });
    const sent = {
      type: 'sent',
      re: 'a-request' as MessageId,
      conversation: NEWS,
      seq: 1,
      epoch: 0,
      at: post(1).at,
    } as const;
    return { id: sent.re, sent: Promise.resolve(sent) };
  });
  const thread = await messenger.topics.create({ title: 'Board', description: 'What we decide', public: false });
  expect([thread.listed, thread.maySay, thread.isAdmin, thread.group?.title]).toEqual([true, true, true, 'Board']);
  messenger.say(thread, 'We meet on Monday');
  const link = await messenger.groups.invite(thread);
  expect(line.requests).toMatchObject([
    { action: 'create', kind: 'topic', title: 'Board', description: 'What we decide', settings: { public: false } },
    { to: { conversation: NEWS }, content: { text: 'We meet on Monday' } },
    { action: 'invite', conversation: NEWS, code: link.code },
  ]);
  expect(readInvite(inviteAddress(link, 'https://chat.example.com/#g-1'))).toEqual(link);
});

test('ends the link of a topic, also if there is none, and takes a reader out', async () => {
  const { messenger, line, server } = await start({ follows: true });
  const [thread] = messenger.threads;
  const group = vi.spyOn(line, 'group');
  for (const code of ['conflict', 'not_an_admin']) {
    const sent = Promise.reject(new NatterError(code, ''));
    group.mockReturnValueOnce({ id: 'a-request' as MessageId, sent });
    const ended = messenger.groups.endInvitation(thread!);
    await (code === 'conflict' ? ended : expect(ended).rejects.toMatchObject({ code }));
  }
  expect(group.mock.calls[0]).toEqual([{ action: 'revoke', conversation: NEWS }]);
  await messenger.topics.removeReader(thread!, BOB);
  expect(server.removedReaders).toEqual([BOB]);
});

test('hears what others publish as entries where it publishes too', async () => {
  const { messenger, line, server } = await start();
  const members = [ALICE, BOB].map((userId) => ({ userId, role: 'member' }));
  server.groups = server.groups.map((group) => ({ ...group, members }));
  await line.listener.onEntry!({ type: 'message', position: 4, ...post(4) });
  const [thread] = messenger.threads;
  await eventually(() => expect(thread?.role).toBe('member'));
  expect([thread!.maySay, thread!.isAdmin]).toEqual([true, false]);
  messenger.view(thread);
  await messenger.open(thread!);
  expect([...line.listened]).toEqual([]);
});

test.each([
  [NEWS, { conversation: NEWS }],
  [`  ${NEWS} ${CODE}\n`, { conversation: NEWS, code: CODE }],
  [`https://chat.example.com/#${NEWS}`, { conversation: NEWS }],
  [`https://chat.example.com/#${NEWS}/${CODE}`, { conversation: NEWS, code: CODE }],
  [`https://chat.example.com/#${TEAM}/${CODE}`, { conversation: TEAM, code: CODE }],
  [`#${NEWS}/`, { conversation: NEWS }],
  [`${NEWS}/short`, undefined],
  ['t-canteen', undefined],
  [TEAM, undefined],
  ['', undefined],
])('reads in %j what it invites to', (text, link) => {
  expect(readInvite(text)).toEqual(link);
});
