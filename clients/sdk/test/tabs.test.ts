import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import {
  MemoryDeviceStore,
  SharedConnection,
  type ChatListener,
  type ConversationId,
  type Entry,
  type Sent,
  type TabTools,
  type UserId,
  type WebSocketConstructor,
} from '../src/index.js';
import { FakeClient, FakeGateway } from './fake-gateway.js';

const BOB = 'bob' as UserId;
const TOPIC = 't-canteen' as ConversationId;
const text = (words: string) => ({ kind: 'text', text: words });
const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 20_000, interval: 5 });

/** The locks of one browser: whoever asks waits until those before have let go. */
class FakeLocks {
  readonly #held = new Map<string, Promise<unknown>>();

  request = (async (name: string, options: LockOptions, work: (lock: null) => unknown) => {
    const before = this.#held.get(name) ?? Promise.resolve();
    const aborted = new Promise((_, reject) => {
      options.signal?.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
    });
    let isOver = false;
    const run = before.then(() => (isOver ? undefined : work(null)));
    this.#held.set(
      name,
      run.catch(() => undefined),
    );
    try {
      await Promise.race([before, aborted]);
    } catch (error) {
      isOver = true;
      throw error;
    }
    return run;
  }) as LockManager['request'];
}

let gateway: FakeGateway;
let tools: TabTools;
let store: MemoryDeviceStore;
const toClose: (() => unknown)[] = [];

beforeEach(async () => {
  gateway = await FakeGateway.start();
  toClose.push(() => gateway.stop());
  const locks = new FakeLocks();
  tools = { locks, channel: (name) => new BroadcastChannel(name) };
  store = new MemoryDeviceStore();
});

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) {
    await close();
  }
});

function tab(listener: ChatListener = {}): SharedConnection {
  const line = SharedConnection.open(
    `device-${gateway.url}`,
    {
      edges: [gateway.url],
      token: () => Promise.resolve('a-token'),
      store,
      backoff: { firstMs: 5, mostMs: 20 },
      webSocket: NodeWebSocket as unknown as WebSocketConstructor,
    },
    listener,
    tools,
  );
  toClose.push(() => line.close());
  return line;
}

async function welcomed(number: number): Promise<FakeClient> {
  await eventually(() => expect(gateway.clients[number - 1]?.of('hello')).toHaveLength(1));
  const client = gateway.clients[number - 1]!;
  client.welcome();
  return client;
}

async function twoTabs(first: ChatListener = {}, second: ChatListener = {}) {
  const leader = tab(first);
  const client = await welcomed(1);
  await eventually(() => expect(leader.leads).toBe(true));
  const welcomes = vi.fn();
  const follower = tab({ ...second, onWelcome: welcomes });
  await eventually(() => expect(welcomes).toHaveBeenCalled());
  return { leader, follower, client };
}

test('has one socket for all tabs, and tells a later one where things stand', async () => {
  const { leader, follower } = await twoTabs();
  expect([leader.leads, follower.leads]).toEqual([true, false]);
  expect(gateway.clients).toHaveLength(1);
});

test('sends for every tab, and answers each', async () => {
  const heard: string[] = [];
  const { leader, follower, client } = await twoTabs({ onSent: (request) => void heard.push(request.id) });
  client.answersSends();
  const [one, two] = await Promise.all([
    leader.send({ user: BOB }, text('one')).sent,
    follower.send({ user: BOB }, text('two')).sent,
  ]);
  expect([one.seq, two.seq].sort()).toEqual([1, 2]);
  expect(heard).toHaveLength(2);
});

test('says something to several users for a tab that has no socket', async () => {
  const { follower, client } = await twoTabs();
  const spread = follower.broadcast([BOB], text('hello'));
  await eventually(() => expect(client.of('send')).toHaveLength(1));
  const answer = { type: 'spread', re: client.of('send')[0]!.id, sent: [], refused: [{ user: BOB, code: 'blocked' }] };
  client.say(answer);
  expect(await spread).toEqual(answer);
  await expect(follower.broadcast([BOB], text('x'.repeat(300)))).rejects.toMatchObject({ code: 'too_large' });
});

test('hands entries to every tab once the leader has taken them in', async () => {
  const order: string[] = [];
  const taken = (who: string) => async (entry: Entry) => void order.push(`${who} ${entry.position}`);
  const { client } = await twoTabs({ onEntry: taken('leader') }, { onEntry: taken('follower') });
  client.message(1);
  await eventually(() => expect(order).toEqual(['leader 1', 'follower 1']));
  await eventually(() => expect(client.of('ack')).toEqual([{ type: 'ack', position: 1 }]));
});

test('goes on in another tab when the leader is closed, and asks again what had no answer', async () => {
  const { leader, follower, client } = await twoTabs();
  const answers: Sent[] = [];
  const { id, sent } = follower.send({ user: BOB }, text('hello'));
  void sent.then((answer) => answers.push(answer));
  await eventually(() => expect(client.of('send')).toHaveLength(1));
  await leader.close();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('send').map((frame) => frame.id)).toEqual([id]));
  second.sent(id, 7);
  await eventually(() => expect(answers).toMatchObject([{ seq: 7 }]));
  expect(follower.leads).toBe(true);
});

test('watches for all tabs, and no longer for one that is gone', async () => {
  const { leader, follower, client } = await twoTabs();
  leader.watch([BOB]);
  follower.watch([BOB, 'carol' as UserId]);
  await eventually(() => expect(client.of('watch').flatMap((frame) => frame.users)).toContain('carol'));
  await follower.close();
  await eventually(() => expect(client.of('unwatch')).toMatchObject([{ users: ['carol'] }]));
});

test('listens to a topic for all tabs, and tells them, until the last of them wants no more', async () => {
  const heard: string[] = [];
  const hears = (who: string): ChatListener => ({ onNews: ({ seq }) => heard.push(`${who} ${seq}`) });
  const { leader, follower, client } = await twoTabs(hears('leader'), hears('follower'));
  const news = { type: 'news', conversation: TOPIC, seq: 4, spreadMs: 0 };
  const answers = Promise.all([leader.listen(TOPIC), follower.listen(TOPIC)]);
  await eventually(() => expect(client.of('listen')).toHaveLength(2));
  client.of('listen').forEach(({ id }) => client.say({ ...news, re: id }));
  expect(await answers).toMatchObject([{ seq: 4 }, { seq: 4 }]);
  leader.unlisten(TOPIC);
  client.say({ ...news, seq: 5 });
  await eventually(() => expect(heard.slice(-2)).toEqual(['leader 5', 'follower 5']));
  expect(client.of('unlisten')).toEqual([]);
  await follower.close();
  await eventually(() => expect(client.of('unlisten')).toMatchObject([{ conversation: TOPIC }]));
});

test('is active while any tab is', async () => {
  const { leader, follower, client } = await twoTabs();
  leader.setActive(false);
  follower.setActive(false);
  await eventually(() => expect(client.of('activity')).toMatchObject([{ active: false }]));
  follower.setActive(true);
  await eventually(() => expect(client.of('activity').at(-1)).toMatchObject({ active: true }));
});

test('tells every tab that something was refused', async () => {
  const refused = vi.fn();
  const { follower, client } = await twoTabs({ onRefused: refused });
  const { id, sent } = follower.send({ user: BOB }, text('hello'));
  const outcome = expect(sent).rejects.toMatchObject({ code: 'user_unknown' });
  await eventually(() => expect(client.of('send')).toHaveLength(1));
  client.say({ type: 'error', re: id, code: 'user_unknown', message: 'There is no such user.' });
  await outcome;
  expect(refused).toHaveBeenCalledOnce();
});
