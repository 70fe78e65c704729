import { expect, test } from 'vitest';
import { Language } from '../src/words/language.js';

test('takes the first language of the browser that there are words for', () => {
  expect(Language.preferred(['fr-FR', 'de-AT', 'en'])).toBe('de-AT');
  expect(Language.preferred(['fr'])).toBe('en');
});

test('knows plurals of languages that have more than two', () => {
  const arabic = new Language('ar');
  expect(new Set([1, 2, 5, 11].map((count) => arabic.count('unread', count))).size).toBe(4);
  expect(new Language('en').count('unread', 1)).toBe('1 unread message');
  expect(new Language('de').count('members', 12)).toBe('12 Mitglieder');
});

test('says how long something is in the unit that says it whole', () => {
  const language = new Language('en');
  expect([86_400, 7 * 86_400, 5_400, 90].map((seconds) => language.span(seconds))).toEqual([
    ...['1 day', '7 days', '90 minutes', '90 seconds'],
  ]);
  expect(new Language('de').span(86_400)).toBe('1 Tag');
});

test('says days as people do', () => {
  const language = new Language('en');
  const now = new Date(2026, 5, 10, 9);
  const at = (...moment: [number, number, number, number]) => new Date(...moment).toISOString();
  expect(language.day(at(2026, 5, 10, 0), now)).toBe('Today');
  expect(language.day(at(2026, 5, 9, 23), now)).toBe('Yesterday');
  expect(language.short(at(2026, 5, 5, 12), now)).toBe('Fri');
});

test('writes from right to left where one does', () => {
  expect(new Language('ar').direction).toBe('rtl');
  expect(new Language('de').direction).toBe('ltr');
});

test('gives a reason for every code, also for one that it does not know', () => {
  expect(new Language('en').reason('group_full')).toBe('the group is full');
  expect(new Language('en').reason('of_tomorrow')).toContain('of_tomorrow');
});
