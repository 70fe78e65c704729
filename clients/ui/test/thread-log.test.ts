import { expect, test } from 'vitest';
import type { MessageLine } from '../src/model/lines.js';
import { ThreadLog } from '../src/model/thread-log.js';
import { ALICE, BOB, CAROL, entry } from './entries.js';

function logOf(...entries: Parameters<ThreadLog['add']>[0]): ThreadLog {
  const log = new ThreadLog();
  log.add(entries);
  return log;
}

const message = (log: ThreadLog, seq: number) => log.line(seq) as MessageLine;

test('has its lines in order, however they came and however often', () => {
  const log = logOf(entry(3), entry(1));
  log.add([entry(2), entry(3)]);
  log.add([entry(4)]);
  expect(log.lines.map((line) => line.seq)).toEqual([1, 2, 3, 4]);
  expect(log.add([entry(4)])).toBe(false);
});

test('shows an edited message with its new words, and no line for the edit', () => {
  const log = logOf(entry(1), entry(2, { action: 'edit', target: 1, content: { kind: 'text', text: 'better' } }));
  expect(message(log, 1)).toMatchObject({ content: { text: 'better' }, edited: true });
  expect(log.lines).toHaveLength(1);
});

test('counts the last reaction of each, in the order in which they came', () => {
  const react = (seq: number, from: typeof ALICE, emoji: string) =>
    entry(seq, { action: 'react', target: 1, from, content: { kind: 'reaction', emoji } });
  const log = logOf(entry(1), react(2, ALICE, '👍'), react(3, CAROL, '🎉'), react(4, ALICE, '❤️'));
  expect(message(log, 1).reactions).toEqual([
    { user: CAROL, emoji: '🎉' },
    { user: ALICE, emoji: '❤️' },
  ]);
  log.add([entry(5, { action: 'unreact', target: 1, from: CAROL, content: { kind: 'reaction' } })]);
  expect(message(log, 1).reactions).toEqual([{ user: ALICE, emoji: '❤️' }]);
});

test('does to an older page what was done to it later', () => {
  const log = logOf(entry(9, { action: 'retract', target: 2, content: { kind: 'retract' } }), entry(10));
  log.add([entry(1), entry(2, { from: BOB })]);
  expect(message(log, 2)).toMatchObject({ retracted: true, content: { kind: 'retracted' } });
});

test('shows nothing of an account that was erased', () => {
  const log = logOf(
    entry(1, { content: { kind: 'erased' } }),
    entry(2, { action: 'react', target: 1, content: { kind: 'erased' } }),
  );
  expect(message(log, 1)).toMatchObject({ retracted: true, reactions: [] });
});

test('leaves a line that nothing was done to the same object', () => {
  const log = logOf(entry(1), entry(2));
  const before = log.line(1);
  log.add([entry(3, { action: 'react', target: 2, content: { kind: 'reaction', emoji: '👍' } })]);
  expect(log.line(1)).toBe(before);
  expect(message(log, 2).reactions).toHaveLength(1);
});

test('begins anew with a newest page that does not reach what was here', () => {
  const log = logOf(entry(1), entry(2));
  log.addNewest([entry(8), entry(9)]);
  expect(log.lines.map((line) => line.seq)).toEqual([8, 9]);
  log.addNewest([entry(9), entry(10)]);
  expect(log.lines.map((line) => line.seq)).toEqual([8, 9, 10]);
});

test('finds its holes, and none where an action has a seq', () => {
  const log = logOf(entry(4), entry(5, { action: 'react', target: 4, content: { kind: 'reaction', emoji: '👍' } }));
  log.add([entry(6), entry(8)]);
  expect(log.hole).toBe(7);
  log.add([entry(7)]);
  expect(log.hole).toBeUndefined();
});

test('takes ten thousand messages and what is done to them', () => {
  const log = new ThreadLog();
  for (let page = 200; page > 0; page--) {
    log.add(Array.from({ length: 50 }, (_, index) => entry((page - 1) * 50 + index + 1)));
  }
  log.add([entry(10_001, { action: 'pin', target: 1, content: { kind: 'pin' } })]);
  expect(log.lines).toHaveLength(10_000);
  expect(message(log, 1).pinned).toBe(true);
});
