import { randomUUID } from 'node:crypto';
import { afterEach, expect, test, vi } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import {
  ChatConnection,
  MemoryDeviceStore,
  NatterApi,
  SessionTokens,
  directConversation,
  type DeviceStore,
  type Entry,
  type Message,
  type News,
  type Session,
  type WebSocketConstructor,
} from '../src/index.js';

/**
 * Two people on a real server. NATTER_URL names its gateways, separated by commas. Another client of natter.v1 can be
 * held against the same expectations by putting it behind `connect`.
 */
const EDGES = (process.env.NATTER_URL ?? '').split(',');
const api = new NatterApi(EDGES[0]!);
const toClose: (() => unknown)[] = [];

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) {
    await close();
  }
});

const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 25_000, interval: 20 });

async function person(name: string): Promise<Session> {
  const username = `${name}_${randomUUID().slice(0, 13).replace('-', '_')}`;
  const password = randomUUID();
  await api.signUp(username, password, name);
  return api.signIn(username, password, { name: 'conformance', platform: 'node' });
}

class Device {
  readonly entries: Entry[] = [];
  readonly news: News[] = [];
  welcomes = 0;
  synced = 0;
  readonly connection: ChatConnection;

  constructor(session: Session, edge: number, store: DeviceStore = new MemoryDeviceStore()) {
    this.connection = ChatConnection.open(
      {
        edges: [EDGES[edge % EDGES.length]!],
        token: new SessionTokens(api, session).token,
        store,
        backoff: { firstMs: 50, mostMs: 500 },
        webSocket: NodeWebSocket as unknown as WebSocketConstructor,
      },
      {
        onWelcome: () => void this.welcomes++,
        onSynced: () => void this.synced++,
        onEntry: (entry) => void this.entries.push(entry),
        onNews: (news) => void this.news.push(news),
      },
    );
    toClose.push(() => this.connection.close());
  }

  messages(): Message[] {
    return this.entries.filter((entry): entry is Message => entry.type === 'message');
  }
}

async function connected(session: Session, edge: number, store?: DeviceStore): Promise<Device> {
  const device = new Device(session, edge, store);
  await eventually(() => expect(device.synced).toBeGreaterThan(0));
  return device;
}

const text = (words: string) => ({ kind: 'text', text: words });

test('a thousand messages arrive once and in order, also when sockets are lost on the way', async () => {
  const [alice, bob] = await Promise.all([person('alice'), person('bob')]);
  const alices = await connected(alice, 0);
  const bobs = await connected(bob, 1);
  const answers: Promise<{ seq: number }>[] = [];
  for (let number = 0; number < 1_000; number++) {
    answers.push(alices.connection.send({ user: bob.userId }, text(`number ${number}`)).sent);
    if (number === 300) {
      bobs.connection.reconnect();
    }
    if (number === 600) {
      alices.connection.reconnect();
    }
  }
  const seqs = (await Promise.all(answers)).map((sent) => sent.seq);
  expect(seqs).toEqual(Array.from({ length: 1_000 }, (_, index) => index + 1));
  await eventually(() => expect(bobs.messages()).toHaveLength(1_000));
  expect(bobs.messages().map((message) => [message.seq, message.content])).toEqual(
    seqs.map((seq) => [seq, text(`number ${seq - 1}`)]),
  );
  expect(alices.welcomes).toBeGreaterThan(1);
  expect(bobs.welcomes).toBeGreaterThan(1);
});

test('what was sent to somebody who was away waits, comes once, and is gone when it was taken', async () => {
  const [alice, bob] = await Promise.all([person('alice'), person('bob')]);
  const alices = await connected(alice, 0);
  await Promise.all(
    ['one', 'two', 'three'].map((words) => alices.connection.send({ user: bob.userId }, text(words)).sent),
  );
  const store = new MemoryDeviceStore();
  const bobs = await connected(bob, 1, store);
  await eventually(() =>
    expect(bobs.messages().map((message) => message.content)).toEqual(['one', 'two', 'three'].map(text)),
  );
  await bobs.connection.close();
  const again = await connected(bob, 0, store);
  await alices.connection.send({ user: bob.userId }, text('four')).sent;
  await eventually(() => expect(again.messages()).toHaveLength(1));
  expect(again.messages()[0]!.content).toEqual(text('four'));
});

test('marks come back to the author, and history has what was said', async () => {
  const [alice, bob] = await Promise.all([person('alice'), person('bob')]);
  const alices = await connected(alice, 0);
  const bobs = await connected(bob, 1);
  const sent = await alices.connection.send({ user: bob.userId }, text('read me')).sent;
  await eventually(() => expect(bobs.messages()).toHaveLength(1));
  bobs.connection.read(sent.conversation, sent.seq);
  await eventually(() =>
    expect(alices.entries.at(-1)).toMatchObject({ type: 'receipt', user: bob.userId, delivered: 1, read: 1 }),
  );
  expect(sent.conversation).toBe(directConversation(alice.userId, bob.userId));
  await eventually(async () => {
    const page = await api.messages(bob.accessToken, sent.conversation, { limit: 10 });
    expect(page.messages).toMatchObject([{ seq: 1, from: alice.userId, content: text('read me') }]);
  });
});

test('a group is one log for its members, and ends for who is removed', async () => {
  const [alice, bob, carol] = await Promise.all([person('alice'), person('bob'), person('carol')]);
  const alices = await connected(alice, 0);
  const bobs = await connected(bob, 1);
  const carols = await connected(carol, 0);
  const members = [bob.userId, carol.userId];
  const { conversation } = await alices.connection.group({ action: 'create', title: 'Team', members }).sent;
  await alices.connection.send({ conversation }, text('welcome')).sent;
  await alices.connection.group({ action: 'remove', conversation, members: [carol.userId] }).sent;
  await alices.connection.send({ conversation }, text('without carol')).sent;
  await alices.connection.send({ user: carol.userId }, text('sorry')).sent;
  await eventually(() => expect(bobs.messages()).toHaveLength(4));
  await eventually(() => expect(carols.messages().at(-1)!.content).toEqual(text('sorry')));
  expect(bobs.messages().map(({ seq, content }) => [seq, content.kind])).toEqual([
    [1, 'group.create'],
    [2, 'text'],
    [3, 'group.remove'],
    [4, 'text'],
  ]);
  const ofTheGroup = carols.messages().filter((message) => message.conversation === conversation);
  expect(ofTheGroup.map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

test('a broadcast reaches those who have written to its sender, and tells of the others', async () => {
  const [alice, bob, carol] = await Promise.all([person('alice'), person('bob'), person('carol')]);
  const alices = await connected(alice, 0);
  const bobs = await connected(bob, 1);
  const { seq } = await bobs.connection.send({ user: alice.userId }, text('may I come?')).sent;
  const spread = await alices.connection.broadcast([bob.userId, carol.userId], text('closed on Monday'));
  expect(spread.sent).toMatchObject([{ user: bob.userId, seq: seq + 1 }]);
  expect(spread.refused).toMatchObject([{ user: carol.userId }]);
  await eventually(() =>
    expect(bobs.messages().map(({ content }) => content)).toContainEqual(text('closed on Monday')),
  );
});

test('a topic tells its readers, who follow it, pull what is new and are no publishers', async () => {
  const [alice, bob] = await Promise.all([person('alice'), person('bob')]);
  const alices = await connected(alice, 0);
  const bobs = await connected(bob, 1);
  const settings = { public: true };
  const { conversation } = await alices.connection.group({
    action: 'create',
    kind: 'topic',
    title: 'Canteen',
    settings,
  }).sent;
  await eventually(() => api.follow(bob.accessToken, conversation));
  expect((await bobs.connection.listen(conversation)).seq).toBe(1);
  const { seq } = await alices.connection.send({ conversation }, text('soup')).sent;
  await eventually(() => expect(bobs.news.at(-1)?.seq).toBe(seq));
  await eventually(async () => {
    const page = await bobs.connection.pull(conversation, 2, seq);
    expect(page.messages).toMatchObject([{ seq, content: text('soup') }]);
  });
  await expect(bobs.connection.send({ conversation }, text('yummy')).sent).rejects.toMatchObject({
    code: 'not_a_publisher',
  });
  expect(await api.groupOf(bob.accessToken, conversation)).toMatchObject({ title: 'Canteen', following: true });
  await api.unfollow(bob.accessToken, conversation);
  expect((await api.conversations(bob.accessToken)).map((one) => one.conversation)).not.toContain(conversation);
});

test('a send to nobody is refused, and so is a session that is over', async () => {
  const alice = await person('alice');
  const alices = await connected(alice, 0);
  const nobody = `${alice.userId.slice(0, -1)}${alice.userId.endsWith('z') ? 'y' : 'z'}` as Session['userId'];
  await expect(alices.connection.send({ user: nobody }, text('anybody?')).sent).rejects.toMatchObject({
    code: 'user_unknown',
  });
  await api.signOut(alice.accessToken);
  await expect(api.refresh(alice.refreshToken)).rejects.toMatchObject({ code: 'unauthenticated' });
});
