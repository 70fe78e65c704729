import { expect, test } from 'vitest';
import { kindOf, readAttachment } from '../src/model/attachment.js';
import { attachmentName, duration } from '../src/elements/say.js';
import { Language } from '../src/words/language.js';

const REF = '01k5v7p4m5n6p7q8r9s0t1v2w3';

test('reads what a message says of its file', () => {
  const content = {
    ...{ kind: 'media', ref: REF, mime: 'image/jpeg', size: 5, name: 'cat.jpg', caption: 'my cat' },
    ...{ width: 800, height: 600, blurHash: 'LEHV6nWB2yk8pyo0adR*.7kCMdnj' },
  };
  const { kind: _kind, ...said } = content;
  expect(readAttachment(content)).toEqual({ kind: 'picture', ...said });
});

test('leaves out what makes no sense, for a sender may say anything', () => {
  const content = {
    ...{ kind: 'media', ref: 'javascript:alert(1)', mime: 7, size: -1, name: {}, width: 1e9, height: 1 },
    ...{ blurHash: 'nonsense', durationMs: 'long', waveform: [1, 'two'] },
  };
  expect(readAttachment(content)).toEqual({ kind: 'file', mime: '', name: '', caption: '', size: 0 });
  expect(readAttachment({ kind: 'text', text: 'hi' })).toBeUndefined();
});

test('shows in the page only what a browser never runs', () => {
  expect(['image/png', 'video/mp4', 'audio/ogg'].map(kindOf)).toEqual(['picture', 'video', 'sound']);
  const risky = ['image/svg+xml', 'text/html', 'application/pdf', 'constructor', ''];
  expect(risky.map(kindOf)).toEqual(risky.map(() => 'file'));
  expect(readAttachment({ kind: 'media', mime: 'IMAGE/PNG; charset=x' })!.kind).toBe('picture');
});

test('says how long and how large it is', () => {
  expect([4_200, 65_000, 3_725_000].map(duration)).toEqual(['0:04', '1:05', '1:02:05']);
  const english = new Language('en');
  expect([1, 48_213, 5_300_000].map((size) => english.bytes(size))).toEqual(['1 byte', '48 kB', '5.3 MB']);
  const named = readAttachment({ kind: 'media', mime: 'application/pdf', name: 'plan.pdf' })!;
  expect(attachmentName(named, english)).toBe('plan.pdf');
});
