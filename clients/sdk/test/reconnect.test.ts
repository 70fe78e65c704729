import { expect, test } from 'vitest';
import { delayBefore } from '../src/backoff.js';
import { ReconnectPolicy } from '../src/reconnect.js';

const BACKOFF = { firstMs: 100, mostMs: 1_000 };
const policy = () => new ReconnectPolicy(BACKOFF, () => 1);

test('delays double up to a bound, with jitter below', () => {
  expect([0, 1, 2, 3, 4, 60].map((attempt) => delayBefore(attempt, BACKOFF, () => 1))).toEqual([
    100, 200, 400, 800, 1_000, 1_000,
  ]);
  expect(delayBefore(0, BACKOFF, () => 0)).toBe(50);
});

test('an attempt that succeeded makes the next delay the first again', () => {
  const decides = policy();
  decides.after({ kind: 'closed', code: 1006 }, true);
  expect(decides.after({ kind: 'closed', code: 1006 }, true)).toMatchObject({ delayMs: 200 });
  decides.welcomed();
  expect(decides.after({ kind: 'closed', code: 1006 }, true)).toMatchObject({ delayMs: 100, elsewhere: true });
});

test.each([
  [4400, 'bad frame'],
  [4403, 'revoked'],
  [4409, 'replaced'],
])('stays away after %i', (code, why) => {
  expect(policy().after({ kind: 'closed', code }, false)).toEqual({ kind: 'give up', why });
});

test('comes back once if an earlier attempt of its own has replaced it', () => {
  let now = 0;
  const decides = new ReconnectPolicy(
    BACKOFF,
    () => 1,
    () => now,
  );
  const replaced = { kind: 'closed', code: 4409 } as const;
  const broken = { kind: 'closed', code: 1006 } as const;
  const stays = { kind: 'give up', why: 'replaced' };

  decides.after(broken, true);
  decides.welcomed();
  expect(decides.after(replaced, true)).toMatchObject({ kind: 'come back', withTicket: true });
  decides.welcomed();
  expect(decides.after(replaced, true)).toEqual(stays);

  decides.after(broken, true);
  decides.welcomed();
  now += 60_000;
  expect(decides.after(replaced, true)).toEqual(stays);

  decides.welcomed();
  decides.after(broken, true);
  decides.welcomed();
  expect(decides.after(replaced, true)).toEqual(stays);
});

test('a refused ticket costs one attempt with a token, and new tokens are not tried for ever', () => {
  const decides = policy();
  const refused = { kind: 'closed', code: 4401 } as const;
  expect(decides.after(refused, true)).toMatchObject({ kind: 'come back', delayMs: 0, withTicket: false });
  expect(decides.after(refused, false)).toMatchObject({ kind: 'come back' });
  expect(decides.after(refused, false)).toMatchObject({ kind: 'come back' });
  expect(decides.after(refused, false)).toEqual({ kind: 'give up', why: 'signed out' });
});

test('comes back elsewhere when sent away, spread over the jitter', () => {
  const decides = new ReconnectPolicy(BACKOFF, () => 0.5);
  expect(decides.after({ kind: 'sent away', retryAfterMs: 200, jitterMs: 3_000 }, true)).toEqual({
    kind: 'come back',
    delayMs: 1_700,
    withTicket: true,
    elsewhere: true,
  });
});

test('leaves a server in peace that it asked too much of', () => {
  expect(policy().after({ kind: 'closed', code: 4429 }, true)).toMatchObject({ delayMs: BACKOFF.mostMs });
});
