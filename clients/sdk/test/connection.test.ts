import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { WebSocket as NodeWebSocket } from 'ws';
import {
  ChatConnection,
  MemoryDeviceStore,
  NatterError,
  Unreachable,
  type ChatListener,
  type ConnectionOptions,
  type ConversationId,
  type Entry,
  type GivenUp,
  type UserId,
  type WebSocketConstructor,
} from '../src/index.js';
import { FakeClient, FakeGateway } from './fake-gateway.js';

const TO_BOB = { user: 'bob' as UserId };
const WITH_BOB = 'd-alice-bob' as ConversationId;
const TOPIC = 't-canteen' as ConversationId;
const text = (words: string) => ({ kind: 'text', text: words });

/** On a busy machine everything takes its time. */
const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 20_000, interval: 5 });

let gateway: FakeGateway;
const toClose: (() => unknown)[] = [];

beforeEach(async () => {
  gateway = await FakeGateway.start();
  toClose.push(() => gateway.stop());
});

afterEach(async () => {
  for (const close of toClose.splice(0).reverse()) {
    await close();
  }
});

function open(listener: ChatListener = {}, options: Partial<ConnectionOptions> = {}): ChatConnection {
  const connection = ChatConnection.open(
    {
      edges: [gateway.url],
      token: () => Promise.resolve('a-token'),
      backoff: { firstMs: 5, mostMs: 20 },
      webSocket: NodeWebSocket as unknown as WebSocketConstructor,
      ...options,
    },
    listener,
  );
  toClose.push(() => connection.close());
  return connection;
}

/** The socket of that number, once it has said hello. */
function client(number: number, at: FakeGateway = gateway): Promise<FakeClient> {
  return eventually(() => {
    expect(at.clients[number - 1]?.of('hello')).toHaveLength(1);
    return at.clients[number - 1]!;
  });
}

async function welcomed(number: number): Promise<FakeClient> {
  const there = await client(number);
  there.welcome();
  return there;
}

test('says hello with a token first and with the ticket afterwards', async () => {
  open();
  const first = await welcomed(1);
  expect(first.of('hello')).toEqual([{ type: 'hello', token: 'a-token', client: 'natter-sdk/0.1' }]);
  first.message(3);
  await eventually(() => expect(first.of('ack')).toEqual([{ type: 'ack', position: 3 }]));
  first.die();
  expect((await client(2)).of('hello')[0]).toMatchObject({ ticket: 'a-ticket', position: 3 });
});

test('sends what was said before it was connected, and keeps the order', async () => {
  const connection = open();
  const sendings = ['one', 'two', 'three'].map((words) => connection.send(TO_BOB, text(words)));
  const there = await welcomed(1);
  await eventually(() => expect(there.of('send')).toHaveLength(3));
  expect(there.of('send').map((frame) => frame.content)).toEqual([text('one'), text('two'), text('three')]);
  there.sent(sendings[0]!.id, 1);
  expect(await sendings[0]!.sent).toMatchObject({ seq: 1 });
});

test('listens to a topic, on a later socket too, and says again what was read once it was told so far', async () => {
  const heard: number[] = [];
  const connection = open({ onNews: ({ seq }) => heard.push(seq) });
  const answer = connection.listen(TOPIC);
  const first = await welcomed(1);
  await eventually(() => expect(first.of('listen')).toMatchObject([{ conversation: TOPIC }]));
  const told = { type: 'news', re: first.of('listen')[0]!.id, conversation: TOPIC, seq: 7, spreadMs: 0 };
  first.say(told);
  expect(await answer).toEqual(told);
  connection.read(TOPIC, 8);
  await eventually(() => expect(first.of('read')).toHaveLength(1));
  first.say({ type: 'news', conversation: TOPIC, seq: 8, spreadMs: 0 });
  await eventually(() => expect(first.of('read').map(({ seq }) => seq)).toEqual([8, 8]));
  first.say({ type: 'news', conversation: TOPIC, seq: 9, spreadMs: 0 });
  await eventually(() => expect(heard).toEqual([7, 8, 9]));
  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('listen')).toMatchObject([{ conversation: TOPIC }]));
  second.say({ ...told, re: second.of('listen')[0]!.id, seq: 9 });
  await eventually(() => expect(second.of('read').map(({ seq }) => seq)).toEqual([8, 8]));
  expect(first.of('read')).toHaveLength(2);
  connection.unlisten(TOPIC);
  await eventually(() => expect(second.of('unlisten')).toEqual([{ type: 'unlisten', conversation: TOPIC }]));
  second.die();
  const third = await welcomed(3);
  await eventually(() => expect(third.of('read')).toHaveLength(1));
  expect(third.of('listen')).toEqual([]);
});

test('does not listen again to a topic that it may not read, and calls off what came too late', async () => {
  const connection = open();
  const refused = connection.listen(TOPIC);
  const first = await welcomed(1);
  await eventually(() => expect(first.of('listen')).toHaveLength(1));
  first.say({ type: 'error', re: first.of('listen')[0]!.id, code: 'not_a_member', message: 'no' });
  await expect(refused).rejects.toMatchObject({ code: 'not_a_member' });
  const late = connection.listen(TOPIC);
  connection.unlisten(TOPIC);
  await eventually(() => expect(first.of('listen')).toHaveLength(2));
  first.say({ type: 'news', re: first.of('listen')[1]!.id, conversation: TOPIC, seq: 1, spreadMs: 0 });
  await late;
  await eventually(() => expect(first.of('unlisten')).toHaveLength(2));
  first.die();
  const second = await welcomed(2);
  connection.send(TO_BOB, text('hello'));
  await eventually(() => expect(second.of('send')).toHaveLength(1));
  expect(second.of('listen')).toEqual([]);
});

test('pulls a part of the log, on a later socket too, and says why if it may not', async () => {
  const failures: string[] = [];
  const connection = open({ onError: (failure) => failures.push(failure.code) });
  const page = connection.pull(WITH_BOB, 3, 9);
  const first = await welcomed(1);
  await eventually(() => expect(first.of('pull')).toHaveLength(1));
  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('pull')).toEqual(first.of('pull')));
  const pull = second.of('pull')[0]!;
  expect(pull).toMatchObject({ conversation: WITH_BOB, from: 3, to: 9 });
  second.say({ type: 'error', re: pull.id, code: 'unavailable', message: 'later', retryAfterMs: 1 });
  await eventually(() => expect(second.of('pull')).toHaveLength(2));
  const answer = {
    type: 'page',
    re: pull.id,
    conversation: WITH_BOB,
    first: 3,
    last: 2,
    head: 2,
    messages: [],
    holes: [],
  };
  second.say(answer);
  expect(await page).toEqual(answer);

  const refused = connection.pull(WITH_BOB, 1, 2);
  await eventually(() => expect(second.of('pull')).toHaveLength(3));
  second.say({ type: 'error', re: second.of('pull')[2]!.id, code: 'not_a_member', message: 'no' });
  await expect(refused).rejects.toMatchObject({ code: 'not_a_member' });
  expect(failures).toEqual(['not_a_member']);
});

test('says something to several users, on a later socket too, and tells what became of each', async () => {
  const onSpread = vi.fn();
  const connection = open({ onSpread });
  const users = ['bob', 'carol'] as UserId[];
  const spread = connection.broadcast(users, text('closed on Monday'), { expiresIn: 60 });
  const first = await welcomed(1);
  await eventually(() => expect(first.of('send')).toHaveLength(1));
  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('send')).toEqual(first.of('send')));
  const send = second.of('send')[0]!;
  expect(send).toMatchObject({ to: { users }, content: text('closed on Monday'), expiresIn: 60 });
  const answer = {
    type: 'spread',
    re: send.id,
    sent: [{ user: 'bob', seq: 7, at: '2026-01-01T00:00:00.000Z' }],
    refused: [{ user: 'carol', code: 'not_allowed' }],
  };
  second.say(answer);
  expect(await spread).toEqual(answer);
  expect(onSpread).toHaveBeenCalledExactlyOnceWith(answer);

  const refused = connection.broadcast(users, text('x'));
  await eventually(() => expect(second.of('send')).toHaveLength(2));
  second.say({ type: 'error', re: second.of('send')[1]!.id, code: 'too_many', message: 'no' });
  await expect(refused).rejects.toMatchObject({ code: 'too_many' });
  await expect(connection.broadcast(users, text('x'.repeat(300)))).rejects.toMatchObject({ code: 'too_large' });
  expect(second.of('send')).toHaveLength(2);
});

test('repeats what has no answer under the same id, and nothing else', async () => {
  const connection = open();
  const first = await welcomed(1);
  const answered = connection.send(TO_BOB, text('answered'));
  const lost = connection.send(TO_BOB, text('lost'));
  await eventually(() => expect(first.of('send')).toHaveLength(2));
  first.sent(answered.id, 1);
  await answered.sent;
  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('send').map((frame) => frame.id)).toEqual([lost.id]));
});

test('what an earlier run left unanswered is sent by the next one', async () => {
  const store = new MemoryDeviceStore();
  const earlier = open({}, { store });
  const first = await welcomed(1);
  const sending = earlier.send(TO_BOB, text('do not lose me'));
  await eventually(() => expect(first.of('send')).toHaveLength(1));
  await earlier.close();
  const onSent = vi.fn();
  open({ onSent }, { store });
  const there = await welcomed(2);
  await eventually(() => expect(there.of('send')).toMatchObject([{ id: sending.id }]));
  there.sent(sending.id, 1);
  await eventually(() => expect(onSent).toHaveBeenCalledOnce());
  expect((await store.load()).outbox).toEqual([]);
});

test('hands each entry over once and in order, one at a time, and acknowledges it afterwards', async () => {
  const taken: number[] = [];
  let release: () => void = () => undefined;
  const store = new MemoryDeviceStore();
  open(
    {
      onEntry: async (entry) => {
        taken.push(entry.position);
        if (entry.position === 2) {
          await new Promise<void>((resolve) => (release = resolve));
        }
      },
    },
    { store },
  );
  const there = await welcomed(1);
  [1, 2, 3].forEach((position) => there.message(position));
  await eventually(() => expect(there.of('ack')).toEqual([{ type: 'ack', position: 1 }]));
  expect(taken).toEqual([1, 2]);
  release();
  await eventually(() => expect(there.of('ack').at(-1)).toEqual({ type: 'ack', position: 3 }));
  expect(taken).toEqual([1, 2, 3]);
  expect((await store.load()).position).toBe(3);
});

test('does not hand over again what comes again, but acknowledges it', async () => {
  const taken: Entry[] = [];
  open({ onEntry: (entry) => void taken.push(entry) });
  const first = await welcomed(1);
  first.message(5);
  await eventually(() => expect(first.of('ack')).toHaveLength(1));
  first.die();
  const second = await welcomed(2);
  second.message(5);
  second.message(6);
  await eventually(() => expect(second.of('ack').at(-1)).toEqual({ type: 'ack', position: 6 }));
  expect(taken.map((entry) => entry.position)).toEqual([5, 6]);
});

test('an entry that the listener cannot keep comes again on another socket', async () => {
  const taken: number[] = [];
  let isFull = true;
  open({
    onEntry: (entry) => {
      if (isFull) {
        isFull = false;
        throw new Error('the disk is full');
      }
      taken.push(entry.position);
    },
  });
  const first = await welcomed(1);
  first.message(1);
  first.message(2);
  const second = await welcomed(2);
  expect(first.of('ack')).toEqual([]);
  expect(taken).toEqual([]);
  second.message(1);
  second.message(2);
  await eventually(() => expect(second.of('ack').at(-1)).toEqual({ type: 'ack', position: 2 }));
  expect(taken).toEqual([1, 2]);
});

test('does not acknowledge what its store could not keep', async () => {
  class Full extends MemoryDeviceStore {
    override savePosition(): Promise<void> {
      return Promise.reject(new Error('the disk is full'));
    }
  }
  const onEntry = vi.fn();
  const connection = open({ onEntry }, { store: new Full() });
  const there = await welcomed(1);
  there.message(1);
  await eventually(() => expect(onEntry).toHaveBeenCalledOnce());
  await connection.close();
  expect(there.of('ack')).toEqual([]);
});

test('asks things of groups and does things to messages, in one order with what is said', async () => {
  const connection = open();
  const there = await welcomed(1);
  const group = 'g-team' as ConversationId;
  connection.group({ action: 'create', title: 'Team', members: ['bob' as UserId] });
  connection.send({ conversation: group }, text('hello'));
  connection.send({ conversation: group }, { kind: 'reaction', emoji: '👍' }, { action: 'react', target: { seq: 2 } });
  const leaving = connection.group({ action: 'leave', conversation: group });
  await eventually(() => expect(there.frames).toHaveLength(5));
  expect(there.frames.slice(1)).toMatchObject([
    { type: 'group', action: 'create', title: 'Team', members: ['bob'] },
    { type: 'send', content: text('hello') },
    { type: 'send', action: 'react', target: { seq: 2 } },
    { type: 'group', action: 'leave', conversation: group },
  ]);
  there.say({ type: 'error', re: leaving.id, code: 'not_a_member', message: 'You are not a member.' });
  await expect(leaving.sent).rejects.toMatchObject({ code: 'not_a_member' });
});

test('tells of a refusal, and repeats what is refused only for now', async () => {
  const onRefused = vi.fn();
  const connection = open({ onRefused });
  const there = await welcomed(1);
  const tooFast = connection.send(TO_BOB, text('too fast'));
  const unwanted = connection.send(TO_BOB, text('unwanted'));
  await eventually(() => expect(there.of('send')).toHaveLength(2));
  there.say({ type: 'error', re: tooFast.id, code: 'rate_limited', message: 'Wait.', retryAfterMs: 10 });
  there.say({ type: 'error', re: unwanted.id, code: 'user_unknown', message: 'There is no such user.' });
  await expect(unwanted.sent).rejects.toMatchObject({ code: 'user_unknown' });
  expect(onRefused).toHaveBeenCalledOnce();
  await eventually(() =>
    expect(there.of('send').map((frame) => frame.id)).toEqual([tooFast.id, unwanted.id, tooFast.id]),
  );
});

test('refuses by itself what the server would refuse or close for', async () => {
  const onWelcome = vi.fn();
  const connection = open({ onWelcome }, { outboxCapacity: 1 });
  await welcomed(1);
  await eventually(() => expect(onWelcome).toHaveBeenCalled());
  await expect(connection.send(TO_BOB, text('ü'.repeat(100))).sent).rejects.toMatchObject({ code: 'too_large' });
  const waiting = connection.send(TO_BOB, text('first'));
  await expect(connection.send(TO_BOB, text('second')).sent).rejects.toMatchObject({ code: 'rate_limited' });
  expect(waiting.id).toMatch(/-7/);
});

test('tells a new socket what the old one knew', async () => {
  const connection = open();
  const first = await welcomed(1);
  connection.read(WITH_BOB, 4);
  connection.read(WITH_BOB, 3);
  connection.watch(['bob' as UserId, 'carol' as UserId]);
  connection.unwatch(['carol' as UserId]);
  connection.setActive(false);
  await eventually(() => expect(first.of('activity')).toHaveLength(1));
  expect(first.of('read')).toEqual([{ type: 'read', conversation: WITH_BOB, seq: 4 }]);
  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('read')).toEqual(first.of('read')));
  expect(second.of('watch')).toEqual([{ type: 'watch', users: ['bob'] }]);
  expect(second.of('activity')).toEqual([{ type: 'activity', active: false }]);
});

test('says what is open again on a new socket, and tells who types there', async () => {
  const typing: unknown[] = [];
  const connection = open({ onTyping: (frame) => typing.push(frame) });
  const first = await welcomed(1);
  connection.setViewing([WITH_BOB]);
  await eventually(() => expect(first.of('viewing')).toHaveLength(1));

  first.die();
  const second = await welcomed(2);
  await eventually(() => expect(second.of('viewing')).toEqual([{ type: 'viewing', conversations: [WITH_BOB] }]));

  const frame = { type: 'typing', conversation: WITH_BOB, user: 'bob', on: true };
  second.say(frame);
  await eventually(() => expect(typing).toEqual([frame]));
});

test('says that its user types no more often than needed, and anew after a message', async () => {
  const connection = open();
  const socket = await welcomed(1);
  await eventually(() => {
    connection.setTyping(WITH_BOB, true);
    expect(socket.of('typing')).not.toHaveLength(0);
  });
  connection.setTyping(WITH_BOB, true);
  connection.send({ conversation: WITH_BOB }, text('hello'));
  connection.setTyping(WITH_BOB, true);
  connection.setTyping(WITH_BOB, false);
  connection.setTyping(WITH_BOB, false);
  await eventually(() => expect(socket.of('send')).toHaveLength(1));
  await eventually(() => expect(socket.of('typing').map(({ on }) => on)).toEqual([true, true, false]));
});

test('goes to the next gateway when its own drains, and lets the old one answer until then', async () => {
  const other = await FakeGateway.start();
  toClose.push(() => other.stop());
  const connection = open({}, { edges: [gateway.url, other.url] });
  const draining = await welcomed(1);
  draining.answersSends();
  draining.say({ type: 'goaway', retryAfterMs: 1_000, jitterMs: 0 });
  await connection.send(TO_BOB, text('still here')).sent;
  expect(other.clients).toHaveLength(0);
  expect((await client(1, other)).of('hello')[0]).toMatchObject({ ticket: 'a-ticket' });
});

test('goes to the next gateway when its own dies', async () => {
  const other = await FakeGateway.start();
  toClose.push(() => other.stop());
  open({}, { edges: [gateway.url, other.url] });
  await welcomed(1);
  gateway.stop();
  await client(1, other);
});

test.each<[number, GivenUp]>([
  [4403, 'revoked'],
  [4409, 'replaced'],
])('stays away after %i', async (code, why) => {
  const onGivenUp = vi.fn();
  open({ onGivenUp });
  (await welcomed(1)).close(code);
  await eventually(() => expect(onGivenUp).toHaveBeenCalledExactlyOnceWith(why));
  expect(gateway.clients).toHaveLength(1);
});

test('takes a new token when the ticket is refused', async () => {
  const store = new MemoryDeviceStore();
  await store.saveTicket('an-old-ticket');
  open({}, { store });
  const first = await client(1);
  expect(first.of('hello')[0]).toMatchObject({ ticket: 'an-old-ticket' });
  first.close(4401);
  expect((await client(2)).of('hello')[0]).toMatchObject({ token: 'a-token' });
});

test('waits for a token while nobody answers, and gives up when there is none any more', async () => {
  const answers = [new Unreachable('no network'), new NatterError('unauthenticated', 'The session is over.')];
  const onGivenUp = vi.fn();
  const onDisconnected = vi.fn();
  open({ onGivenUp, onDisconnected }, { token: () => Promise.reject(answers.shift()!) });
  await eventually(() => expect(onGivenUp).toHaveBeenCalledWith('signed out'));
  expect(onDisconnected).toHaveBeenCalledOnce();
});

test('leaves whoever does not talk like a gateway', async () => {
  open();
  (await client(1)).sayText('<html>Please log in to this network</html>');
  await client(2);
});

test('answers a ping, and gives up a server that has fallen silent', async () => {
  open();
  const first = await client(1);
  first.welcome({ heartbeatSeconds: 1 });
  first.say({ type: 'ping' });
  await eventually(() => expect(first.of('pong')).toHaveLength(1));
  await client(2);
  expect(first.of('ping')).not.toHaveLength(0);
});

test('comes back at once when the network is there again', async () => {
  const connection = open({}, { backoff: { firstMs: 60_000, mostMs: 60_000 } });
  (await welcomed(1)).die();
  connection.reconnect();
  await client(2);
});

test('acknowledges what it has before it leaves, and does not come back', async () => {
  const onEntry = vi.fn();
  const connection = open({ onEntry });
  const there = await welcomed(1);
  there.message(9);
  await eventually(() => expect(onEntry).toHaveBeenCalled());
  await connection.close();
  await eventually(() => expect(there.of('ack')).toEqual([{ type: 'ack', position: 9 }]));
  expect(gateway.clients).toHaveLength(1);
});
