import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ClientFrame } from '../src/index.js';
import { readServerFrame } from '../src/read-frame.js';

const GOLDEN = new URL('../../../contract/src/test/resources/golden/frames/', import.meta.url);

function golden(side: 'client' | 'server'): [string, string][] {
  const folder = new URL(`${side}/`, GOLDEN);
  return readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')]);
}

test.each(golden('server'))('reads the golden example %s', (_, json) => {
  expect(readServerFrame(json)).toEqual(JSON.parse(json));
});

test('knows every frame of the client that there is an example of', () => {
  // One of each kind, so that the compiler notices when a kind is added or taken away here.
  const known: Record<ClientFrame['type'], true> = {
    hello: true,
    send: true,
    group: true,
    pull: true,
    ack: true,
    read: true,
    watch: true,
    unwatch: true,
    listen: true,
    unlisten: true,
    activity: true,
    viewing: true,
    typing: true,
    ping: true,
    pong: true,
  };
  const types = golden('client').map(([, json]) => (JSON.parse(json) as { type: string }).type);
  expect(new Set(types)).toEqual(new Set(Object.keys(known)));
});

test('ignores a type that is newer than itself, and members that it does not know', () => {
  expect(readServerFrame('{"type":"levitate","height":3}')).toBeUndefined();
  expect(readServerFrame('{"type":"constructor"}')).toBeUndefined();
  expect(readServerFrame('{"type":"synced","position":1,"colour":"red"}')).toMatchObject({ position: 1 });
});

test.each([
  '',
  '{',
  '[]',
  'null',
  '"synced"',
  '{}',
  '{"type":7}',
  '{"type":"synced"}',
  '{"type":"synced","position":"1"}',
  '{"type":"synced","position":-1}',
  '{"type":"missed","position":1,"conversation":"d","first":0.5,"last":2}',
  '{"type":"message","position":1,"conversation":"d","seq":1,"epoch":0,"from":"a","device":"b","id":"c","at":"","content":{}}',
])('takes %s for no frame', (json) => {
  expect(() => readServerFrame(json)).toThrow();
});
