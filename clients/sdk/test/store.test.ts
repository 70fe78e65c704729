import { IDBFactory } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import {
  IndexedDbDeviceStore,
  MemoryDeviceStore,
  newMessageId,
  type ConversationId,
  type DeviceStore,
  type Send,
} from '../src/index.js';

// fake-indexeddb is the implementation of IndexedDB that its own specification's tests are run against.
const factory = new IDBFactory();
let stores = 0;

describe.each<[string, () => DeviceStore]>([
  ['memory', () => new MemoryDeviceStore()],
  ['IndexedDB', () => new IndexedDbDeviceStore(`device-${stores++}`, factory)],
])('a device store in %s', (_, make) => {
  test('is empty at first', async () => {
    expect(await make().load()).toEqual({ position: 0, ticket: undefined, outbox: [] });
  });

  test('gives back what it was given', async () => {
    const store = make();
    await store.savePosition(7);
    await store.savePosition(4_711);
    await store.saveTicket('1.k1.ticket');
    expect(await store.load()).toEqual({ position: 4_711, ticket: '1.k1.ticket', outbox: [] });
    await store.saveTicket(undefined);
    expect((await store.load()).ticket).toBeUndefined();
  });

  test('keeps sends in the order in which they came, until they are removed', async () => {
    const store = make();
    const sends = ['one', 'two', 'three'].map(send);
    for (const each of [...sends].reverse()) {
      await store.add(each);
    }
    await store.remove(sends[1]!.id);
    await store.remove(sends[1]!.id);
    expect((await store.load()).outbox).toEqual([sends[2], sends[0]]);
  });

  test('forgets everything when told to', async () => {
    const store = make();
    await store.savePosition(1);
    await store.saveTicket('ticket');
    await store.add(send('one'));
    await store.clear();
    expect(await store.load()).toEqual({ position: 0, ticket: undefined, outbox: [] });
  });
});

test('what is in IndexedDB is there for the next one of that name, and for no other', async () => {
  await new IndexedDbDeviceStore('kept', factory).savePosition(3);
  expect((await new IndexedDbDeviceStore('kept', factory).load()).position).toBe(3);
  expect((await new IndexedDbDeviceStore('other', factory).load()).position).toBe(0);
});

function send(text: string): Send {
  return {
    type: 'send',
    id: newMessageId(),
    to: { conversation: 'd-a-b' as ConversationId },
    content: { kind: 'text', text },
  };
}
