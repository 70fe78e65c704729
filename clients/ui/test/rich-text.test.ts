import { expect, test } from 'vitest';
import { divide, isOnlyEmoji } from '../src/model/rich-text.js';

const kinds = (text: string) => divide(text).map((piece) => [piece.kind, piece.text]);

test('finds addresses and what ends a sentence after them', () => {
  expect(divide('see https://example.com/a?b=c.')).toEqual([
    { kind: 'text', text: 'see ' },
    { kind: 'link', text: 'https://example.com/a?b=c', href: 'https://example.com/a?b=c' },
    { kind: 'text', text: '.' },
  ]);
});

test('makes no link of another scheme, nor of markup', () => {
  for (const text of ['javascript:alert(1)', 'data:text/html,x', '<a href="javascript:alert(1)">x</a>', 'https://']) {
    expect(divide(text).every((piece) => piece.kind === 'text')).toBe(true);
  }
});

test('marks words between marks, but not inside of words', () => {
  expect(kinds('*bold* and _slanted_, ~gone~ `code`')).toEqual([
    ['bold', 'bold'],
    ['text', ' and '],
    ['italic', 'slanted'],
    ['text', ', '],
    ['struck', 'gone'],
    ['text', ' '],
    ['code', 'code'],
  ]);
  expect(kinds('snake_case_name and 2*3*4')).toEqual([['text', 'snake_case_name and 2*3*4']]);
});

test('keeps every character', () => {
  const text = 'a *b* https://x.example/_y_ `c\nd` **';
  const shown = divide(text)
    .map((piece) => piece.text)
    .join('');
  expect(shown).toBe('a b https://x.example/_y_ `c\nd` **');
});

test('shows a few emoji large, and nothing with words or digits', () => {
  expect(['👍', '❤️ 🎉', '👩‍👩‍👧‍👦'].every(isOnlyEmoji)).toBe(true);
  expect(['1', '👍 ok', '👍👍👍👍', ''].some(isOnlyEmoji)).toBe(false);
});
