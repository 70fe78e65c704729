import type { Content, GroupSettings } from '@natter/sdk';
import { expect, onTestFinished, test, vi } from 'vitest';
import { summaryOf } from '../src/elements/summary.js';
import type { NoticeLine } from '../src/model/lines.js';
import { Messenger } from '../src/model/messenger.js';
import { Language } from '../src/words/language.js';
import { ALICE, BOB, CAROL, TEAM, WITH_BOB, entry } from './entries.js';
import { FakeLine, FakeServer, ofAlice } from './fakes.js';

const CODE = 'a-code-of-at-least-22-characters';
const SETTINGS = {
  ...{ send: 'everybody', add: 'everybody', edit: 'everybody' },
  ...{ openHistory: false, approval: true, expireAfter: 0 },
} as const satisfies GroupSettings;
const eventually = <T>(condition: () => T | Promise<T>): Promise<T> =>
  vi.waitFor(condition, { timeout: 5_000, interval: 5 });

async function start() {
  const server = new FakeServer();
  server.names = { [ALICE]: 'Alice Martin', [BOB]: 'Bob Moreau', [CAROL]: 'Carol Nwosu' };
  let line: FakeLine | undefined;
  const messenger = new Messenger({
    ...ofAlice(server),
    connect: (listener) => (line = new FakeLine(listener)),
  });
  await messenger.start();
  onTestFinished(() => messenger.close());
  return { messenger, server, line: line! };
}

/** A group of alice, who is its owner, and bob. */
async function startWithTeam() {
  const all = await start();
  const members = [ALICE, BOB].map((userId) => ({ userId, role: userId === ALICE ? 'owner' : 'member' }));
  all.server.groups = [{ conversation: TEAM, ...{ title: 'Team', settings: SETTINGS, members } }];
  const thread = all.messenger.thread(TEAM);
  await all.messenger.groups.load(thread);
  const hear = (seq: number, content: Content, from = BOB) =>
    all.line.listener.onEntry!({
      ...{ type: 'message', position: seq, ...entry(seq, { conversation: TEAM, from, action: 'group', content }) },
    });
  return { ...all, thread, hear };
}

test.each([
  ['not_a_member', false],
  ['not_an_admin', true],
  ['conflict', true],
])(
  'comes into a group by its link, and is in it or not as its owner says (%s), however far behind history is',
  async (code, isIn) => {
    const { messenger, line } = await start();
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const joined = messenger.come({ conversation: TEAM, code: CODE });
    line.accept(line.requests[0]!, 9, TEAM);
    await vi.runAllTimersAsync();
    const problems = vi.fn();
    messenger.onProblem(problems);
    line.refuse(line.requests[1]!, code);
    await vi.runAllTimersAsync();
    expect(await joined).toBe(isIn ? messenger.thread(TEAM) : undefined);
    expect(line.requests).toMatchObject([
      { action: 'join', conversation: TEAM, code: CODE },
      { action: 'decline', conversation: TEAM, members: [ALICE] },
    ]);
    expect(messenger.threads).toEqual([]);
    expect(problems).not.toHaveBeenCalled();
  },
);

test('comes to a group that one is in already, and knows what it is called', async () => {
  const { messenger, line } = await startWithTeam();
  const joined = messenger.come({ conversation: TEAM, code: CODE });
  line.refuse(line.requests[0]!, 'conflict');
  await eventually(() => expect(line.requests).toHaveLength(2));
  line.refuse(line.requests[1]!, 'conflict');
  expect((await joined)?.group?.title).toBe('Team');
});

test('a request to join is open until an admin has answered, and again when they ask again', async () => {
  const { messenger, line, thread, hear } = await startWithTeam();
  await hear(1, { kind: 'group.ask', user: CAROL }, CAROL);
  const ask = thread.lines[0] as NoticeLine;
  expect(thread.isOpen(ask)).toBe(true);
  const answer = messenger.groups.answer(thread, CAROL, false);
  line.refuse(line.requests[0]!, 'conflict');
  await answer;
  await hear(2, { kind: 'group.decline', members: [CAROL], count: 1 });
  expect(thread.isOpen(ask)).toBe(false);
  await hear(3, { kind: 'group.ask', user: CAROL }, CAROL);
  expect(thread.lines.map((each) => thread.isOpen(each as NoticeLine))).toEqual([false, false, true]);
  const refused = messenger.groups.answer(thread, CAROL, true);
  line.refuse(line.requests[1]!, 'group_full');
  await expect(refused).rejects.toMatchObject({ code: 'group_full' });
  expect(line.requests).toMatchObject([
    { action: 'decline', conversation: TEAM, members: [CAROL] },
    { action: 'add', conversation: TEAM, members: [CAROL] },
  ]);
  // Of long lists the log says only how many they are.
  await hear(4, { kind: 'group.add', count: 65 });
  expect(thread.isOpen(thread.lines[2] as NoticeLine)).toBe(true);
  messenger.groups.know(thread, { ...thread.group!, members: [{ userId: CAROL, role: 'member' }] });
  expect(thread.isOpen(thread.lines[2] as NoticeLine)).toBe(false);
});

test('asks in one action for what is another in the settings, and for nothing if nothing is', async () => {
  const { messenger, line, thread } = await startWithTeam();
  await messenger.groups.set(thread, SETTINGS);
  expect(line.requests).toEqual([]);
  void messenger.groups.set(thread, { ...SETTINGS, send: 'admins', approval: false });
  expect(line.requests).toMatchObject([{ action: 'settings', conversation: TEAM }]);
  expect(line.requests[0]).toHaveProperty('settings', { send: 'admins', approval: false });
});

test('two people set for how long their messages stay, and what is said then vanishes as the server has it', async () => {
  const { messenger, line, server } = await start();
  const thread = messenger.with(BOB);
  server.groups = [{ conversation: WITH_BOB, ...{ settings: { expireAfter: 0 } } }];
  await messenger.groups.load(thread);
  expect([thread.maySet, thread.expireAfter]).toEqual([true, 0]);
  void messenger.groups.set(thread, { expireAfter: 86_400 });
  server.groups = [{ conversation: WITH_BOB, ...{ settings: { expireAfter: 86_400 } } }];
  line.accept(line.requests[0]!, 1);
  await eventually(() => expect(thread.expireAfter).toBe(86_400));
  messenger.say(thread, 'until tomorrow');
  line.accept(line.requests[1]!, 2);
  const { at, expiresAt } = thread.lines.at(-1) as { readonly at: string; readonly expiresAt?: string };
  expect(Date.parse(expiresAt!) - Date.parse(at)).toBe(86_400_000);
  expect(line.requests[0]).toMatchObject({ conversation: WITH_BOB, settings: { expireAfter: 86_400 } });
  expect(thread.vanishesAt({ ...(line.requests[1] as never as object), action: 'react' } as never, at)).toBeUndefined();
});

test.each<[Content, string]>([
  [{ kind: 'group.ask', user: BOB }, 'Bob Moreau would like to join'],
  [{ kind: 'group.add', members: [BOB], count: 1, byInvite: true }, 'Bob Moreau joined by the link'],
  [{ kind: 'group.decline', members: [CAROL], count: 1 }, 'Bob Moreau did not let Carol Nwosu in'],
  [{ kind: 'group.role', members: [ALICE], count: 1, role: 'admin' }, 'Bob Moreau made an admin of you'],
  [{ kind: 'group.role', members: [CAROL], role: 'member' }, 'Bob Moreau took the rights of an admin from Carol Nwosu'],
  [{ kind: 'group.owner', owner: CAROL }, 'Bob Moreau made Carol Nwosu the owner'],
  [{ kind: 'group.invite' }, 'Bob Moreau made a link to the group'],
  [{ kind: 'group.revoke' }, 'Bob Moreau ended the link to the group'],
  [{ kind: 'group.profile', avatar: '01jd' }, 'Bob Moreau changed the picture of the group'],
  [{ kind: 'group.settings', settings: { send: 'admins' } }, 'Bob Moreau let only admins write here'],
  [{ kind: 'group.settings', settings: { expireAfter: 604_800 } }, 'Bob Moreau set messages to vanish after 7 days'],
  [{ kind: 'group.settings', settings: { expireAfter: 0 } }, 'Bob Moreau set messages not to vanish any more'],
  [
    { kind: 'group.settings', settings: { add: 'admins', send: 'admins' } },
    'Bob Moreau changed the settings of the group',
  ],
  [{ kind: 'group.add', count: 80 }, 'Bob Moreau added 80 members'],
])('says in words what happened in a group: %j', async (content, words) => {
  const { messenger, thread, hear } = await startWithTeam();
  await Promise.all([BOB, CAROL].map(async (user) => messenger.profiles.learn(await messenger.api.user('', user))));
  await hear(1, content);
  const [line] = thread.lines;
  expect(summaryOf(messenger, thread, line!, new Language('en'))).toBe(words);
  expect(summaryOf(messenger, thread, { ...line!, from: ALICE }, new Language('de'))).toMatch(/^Du hast /);
});
