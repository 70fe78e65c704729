import { expect, test } from 'vitest';
import type { MessageLine } from '../src/model/lines.js';
import { Thread } from '../src/model/thread.js';
import { ALICE, BOB, TEAM, WITH_BOB, entry } from './entries.js';

test('knows the other of two, and nobody in a group', () => {
  expect(new Thread(WITH_BOB, ALICE).peer).toBe(BOB);
  expect(new Thread(WITH_BOB, BOB).peer).toBe(ALICE);
  expect(new Thread(TEAM, ALICE).peer).toBeUndefined();
});

test.each([
  ['everybody', 'member', true],
  ['admins', 'member', false],
  ['admins', 'admin', true],
  ['everybody', undefined, false],
] as const)('where %s may edit a group, a %s may: %s', (edit, role, may) => {
  const thread = new Thread(TEAM, ALICE);
  thread.group = {
    ...{ conversation: TEAM, title: 'Team', members: role === undefined ? [] : [{ userId: ALICE, role }] },
    settings: { send: 'everybody', add: 'everybody', edit, openHistory: false, approval: false, expireAfter: 0 },
  };
  expect(thread.mayEdit).toBe(may);
});

test('counts what others said above our mark', () => {
  const thread = new Thread(WITH_BOB, ALICE);
  thread.log.add([
    entry(1),
    entry(2, { from: ALICE }),
    entry(3),
    entry(4, { action: 'react', target: 2, content: { kind: 'reaction', emoji: '👍' } }),
    entry(5, { action: 'group', content: { kind: 'group.profile' } }),
  ]);
  thread.complete = true;
  expect(thread.unread).toBe(2);
  thread.advance({ read: 1 });
  expect(thread.unread).toBe(1);
  thread.advance({ read: 5 });
  expect(thread.unread).toBe(0);
});

test('counts what is not here in full, until it is', () => {
  const thread = new Thread(WITH_BOB, ALICE);
  thread.advance({ lastSeq: 9, read: 4 });
  expect(thread.unread).toBe(5);
  thread.log.add([entry(8, { from: ALICE }), entry(9)]);
  expect(thread.unread).toBe(1 + 3);
});

test('has marks that only grow', () => {
  const thread = new Thread(WITH_BOB, ALICE);
  expect(thread.advance({ delivered: 3, readByOther: 2 })).toBe(true);
  expect(thread.advance({ delivered: 1, readByOther: 1 })).toBe(false);
  expect(thread.marks).toMatchObject({ delivered: 3, readByOther: 2 });
  expect(thread.advance({ readByOther: 5 })).toBe(true);
  expect(thread.delivered).toBe(5);
});

test('changes the ticks of a message as it comes along', () => {
  const thread = new Thread(WITH_BOB, ALICE);
  const line = (members: Partial<MessageLine>) => ({ kind: 'message', ...members }) as MessageLine;
  thread.advance({ delivered: 2, readByOther: 1 });
  expect(thread.tick(line({}))).toBe('waiting');
  expect(thread.tick(line({ refused: 'forbidden' }))).toBe('refused');
  expect([1, 2, 3].map((seq) => thread.tick(line({ seq })))).toEqual(['read', 'delivered', 'sent']);
});
