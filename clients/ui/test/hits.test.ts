import { expect, test } from 'vitest';
import { cutSnippet } from '../src/elements/hits.js';

test('cuts a snippet at what was found', () => {
  const text = 'Shall we have lunch?';
  expect(
    cutSnippet({
      text,
      highlights: [
        { start: 0, end: 5 },
        { start: 14, end: 19 },
      ],
    }),
  ).toEqual([
    { text: 'Shall', marked: true },
    { text: ' we have ', marked: false },
    { text: 'lunch', marked: true },
    { text: '?', marked: false },
  ]);
});

test('loses nothing of a text whose highlights make no sense', () => {
  const text = '<b>lunch</b>';
  const parts = cutSnippet({
    text,
    highlights: [
      { start: 9, end: 3 },
      { start: 2, end: 99 },
      { start: 200, end: 300 },
    ],
  });
  expect(parts.map((part) => part.text).join('')).toBe(text);
});
