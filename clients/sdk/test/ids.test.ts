import { expect, test } from 'vitest';
import { directConversation, newMessageId, type UserId } from '../src/index.js';

const ALICE = '01jd3zk8x0000000000000000a' as UserId;
const BOB = '01jd3zk8x0000000000000000b' as UserId;

test('the conversation of two is the same for both', () => {
  expect(directConversation(ALICE, BOB)).toBe(`d-${ALICE}-${BOB}`);
  expect(directConversation(BOB, ALICE)).toBe(`d-${ALICE}-${BOB}`);
});

test('a message id is a UUID of version 7 that begins with its time', () => {
  const id = newMessageId(0x0193_0e2f_6d2b);
  expect(id).toMatch(/^01930e2f-6d2b-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(newMessageId(0x0193_0e2f_6d2b)).not.toBe(id);
});
