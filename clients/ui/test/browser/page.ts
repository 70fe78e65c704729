// What the tests in a browser look at: the whole chat on a server that they write. Bundled by serve-page.ts.
import {
  NatterApi,
  type ConversationId,
  type DeviceId,
  type MessageId,
  type SendAction,
  type StoredMessage,
  type UserId,
} from '@natter/sdk';
import { MemoryMessageStore, Messenger, useLanguage, type NatterChat } from '../../src/index.js';
import { ALICE, BOB, CAROL, NEWS, TEAM, WITH_BOB, entry } from '../entries.js';
import { FakeLine, FakeServer, mediaId } from '../fakes.js';
import { hills } from './hills.js';

const query = new URLSearchParams(location.search);
const many = Number(query.get('messages') ?? 0);
const server = new FakeServer();
const NAMES = [
  'Bob Moreau',
  'Carol Nwosu',
  'Dmitri Ivanov',
  'Esther Cohen',
  'Farid Haddad',
  'Grace Kim',
  'Hugo Sørensen',
];
const people = NAMES.map((name, index) => ({
  id: `01jd3zk8x0000000000000000${'bcdefgh'[index]}` as UserId,
  name,
}));
server.names = { [ALICE]: 'Alice Martin', ...Object.fromEntries(people.map(({ id, name }) => [id, name])) };

/** A topic that nobody here follows. */
const BOARD = `${NEWS.slice(0, -1)}b` as ConversationId;
/** One of alice's own, which is read by who has its link. */
const GARDEN = `${NEWS.slice(0, -1)}c` as ConversationId;

/** Who would like to join the team. */
const FARID = people[4]!.id;

const now = Date.now();
const minutesAgo = (minutes: number) => new Date(now - minutes * 60_000).toISOString();
const text = (words: string) => ({ kind: 'text', text: words });

function log(conversation: ConversationId, entries: readonly Partial<StoredMessage>[], unread?: number): void {
  const ids = { device: 'a-device' as DeviceId };
  entries.forEach((members, index) => {
    const id = `${conversation}-${index + 1}` as MessageId;
    server.log.push(entry(index + 1, { ...ids, id, conversation, ...members }));
  });
  const own = server.log.filter((each) => each.conversation === conversation);
  server.conversations.push({
    conversation,
    lastSeq: own.length,
    lastAt: own.at(-1)!.at,
    read: conversation === WITH_BOB ? own.length - 1 : Math.max(1, own.length - (unread ?? 0)),
  });
}

const WAVEFORM = Array.from({ length: 64 }, (_, index) =>
  Math.round(50 + 45 * Math.sin(index / 3) * Math.cos(index / 7)),
);

const act = (from: UserId, action: SendAction, target: number, content: StoredMessage['content'], minutes: number) => ({
  from,
  action,
  target,
  content,
  at: minutesAgo(minutes),
});

if (many > 0) {
  log(
    WITH_BOB,
    Array.from({ length: many }, (_, index) => ({
      from: index % 3 === 0 ? ALICE : BOB,
      content: text(`Message ${index + 1}. ${'Some words that take their room. '.repeat(index % 5)}`),
      at: minutesAgo(many - index),
    })),
  );
} else {
  log(WITH_BOB, [
    { content: text('Hi Alice! Did the train make it on time?'), at: minutesAgo(1_500) },
    {
      from: ALICE,
      content: text('Almost. Twelve minutes late, which is early by their standards 😄'),
      at: minutesAgo(1_498),
    },
    { content: text('Good to hear'), at: minutesAgo(1_497) },
    {
      content: text('I have put the *draft* here: https://example.com/drafts/42 – have a look when you can.'),
      at: minutesAgo(42),
    },
    { from: ALICE, content: text('Reading it now'), at: minutesAgo(40) },
    {
      from: ALICE,
      content: text(
        'The second part is great. I would only shorten the introduction; it says the same thing twice, and people who come from the newsletter know it already.',
      ),
      at: minutesAgo(38),
    },
    act(BOB, 'react', 6, { kind: 'reaction', emoji: '👍' }, 37),
    { content: text('Agreed, I will cut it'), replyTo: 6, at: minutesAgo(36) },
    { content: text('Done'), at: minutesAgo(20) },
    act(BOB, 'edit', 9, text('Done, and I have fixed the typos too.'), 19),
    { from: ALICE, content: text('You are quick!'), at: minutesAgo(8) },
    { content: text('🎉'), at: minutesAgo(6) },
    { from: ALICE, content: text('Lunch at half past twelve?'), at: minutesAgo(2) },
  ]);
  log(
    TEAM,
    [
      { from: CAROL, action: 'group', content: { kind: 'group.create', title: 'Release party' }, at: minutesAgo(300) },
      { from: CAROL, action: 'group', content: { kind: 'group.add', members: [BOB], count: 1 }, at: minutesAgo(299) },
      { from: ALICE, content: text('Who brings the cake?'), at: minutesAgo(90) },
      { from: CAROL, content: text('I do 🍰'), at: minutesAgo(88) },
      { from: CAROL, content: text('Chocolate or lemon?'), at: minutesAgo(88) },
      { from: FARID, action: 'group', content: { kind: 'group.ask', user: FARID }, at: minutesAgo(60) },
      { from: BOB, content: text('Lemon!'), at: minutesAgo(14) },
    ],
    3,
  );
  const posts = [
    { from: CAROL, action: 'group', content: { kind: 'group.create', title: 'Canteen' }, at: minutesAgo(4_000) },
    { from: CAROL, content: text('Today: lentil soup, trout with almonds, *vegan* stew'), at: minutesAgo(1_600) },
    { from: CAROL, content: text('We close at two today, the oven is being repaired'), at: minutesAgo(1_590) },
    act(BOB, 'react', 3, { kind: 'reaction', emoji: '😢' }, 1_580),
    { from: BOB, content: text('The oven works again. Pizza!'), at: minutesAgo(25) },
  ] as const;
  log(NEWS, posts, 1);
  log(BOARD, posts.slice(0, 2));
  server.conversations.pop();
  log(GARDEN, posts.slice(0, 1));
  server.conversations.pop();
  const words = ['See you on Monday', 'Спасибо!', 'The invoice is paid.', 'أراك غدًا', 'Photos are up'];
  people.slice(1, -1).forEach(({ id }, index) => {
    const conversation = `d-${ALICE}-${id}` as ConversationId;
    log(conversation, [
      { from: index % 2 === 0 ? id : ALICE, content: text(words[index]!), at: minutesAgo(200 + index * 900) },
    ]);
  });
  // Files of every kind; what pretends to be harmless is an SVG and a script.
  const { id: hugo } = people.at(-1)!;
  const blurHash = 'LGF5]+Yk^6#M@-5c,1J5@[or[Q6.';
  const picture = { kind: 'media', mime: 'image/png', size: 90_000, width: 800, height: 600, blurHash };
  const files: readonly StoredMessage['content'][] = [
    { ...picture, ref: mediaId(1), name: 'harbour.png', caption: 'The harbour in the *evening*' },
    { ...picture, ref: mediaId(2), name: 'tower.png', width: 600, height: 900 },
    {
      kind: 'media',
      ref: mediaId(3),
      mime: 'application/pdf',
      size: 1_480_000,
      name: 'Programme of the conference.pdf',
    },
    { kind: 'media', ref: mediaId(4), mime: 'image/svg+xml', size: 900, name: 'logo.svg' },
    { kind: 'media', ref: mediaId(5), mime: 'audio/ogg', size: 9_000, durationMs: 42_000, waveform: WAVEFORM },
    {
      kind: 'media',
      ref: mediaId(6),
      mime: 'video/mp4',
      size: 9_000_000,
      durationMs: 75_000,
      width: 640,
      height: 360,
      blurHash,
    },
  ];
  log(
    `d-${ALICE}-${hugo}` as ConversationId,
    files.map((content, index) => ({
      from: index % 3 === 1 ? ALICE : hugo,
      content,
      at: minutesAgo(9_000 - index),
    })),
  );
  server.avatars = { [CAROL]: mediaId(8) };
  for (const number of [1, 2, 6, 7, 8]) {
    server.files.set(mediaId(number), new Blob([new Uint8Array(await hills(number))], { type: 'image/png' }));
  }
  server.storage = new URL('/storage', location.href).href;
  server.groups = [
    {
      conversation: TEAM,
      title: 'Release party',
      avatar: mediaId(7),
      settings: {
        ...{ send: 'everybody', add: 'everybody', edit: 'everybody' },
        ...{ openHistory: false, approval: true, expireAfter: 604_800 },
      },
      members: [
        { userId: ALICE, role: 'admin' },
        { userId: BOB, role: 'member' },
        { userId: CAROL, role: 'owner' },
      ],
    },
    { conversation: WITH_BOB, settings: { expireAfter: 0 } },
    {
      conversation: NEWS,
      ...{ title: 'Canteen', description: 'What there is for lunch, every day at ten.', following: true },
      ...{ settings: { send: 'everybody', add: 'admins', public: true } },
    },
    { conversation: BOARD, ...{ title: 'Board', following: false, settings: { send: 'everybody', public: true } } },
    {
      conversation: GARDEN,
      ...{ title: 'Garden', settings: { send: 'everybody' }, members: [{ userId: ALICE, role: 'owner' }] },
    },
  ];
}

useLanguage(query.get('language') ?? 'en');
document.documentElement.lang = query.get('language') ?? 'en';
document.documentElement.dir = query.get('language') === 'ar' ? 'rtl' : 'ltr';

let line: FakeLine | undefined;
const messenger = new Messenger({
  me: ALICE,
  device: 'alices' as DeviceId,
  api: new NatterApi(location.origin, server.fetch as typeof fetch),
  token: () => Promise.resolve('a-token'),
  store: new MemoryMessageStore(),
  unanswered: () => Promise.resolve([]),
  connect: (listener) => {
    line = new FakeLine(listener);
    line.topics = { [NEWS]: 5, [BOARD]: 2 };
    return line;
  },
});
const chat = document.querySelector<NatterChat>('natter-chat')!;
chat.messenger = messenger;
await messenger.start();
const { listener } = line!;
listener.onWelcome?.({} as never);
listener.onPresence?.({ type: 'presence', user: BOB, state: 'online' });
await listener.onEntry?.({
  ...{ type: 'receipt', position: 1, conversation: WITH_BOB, user: BOB, delivered: 99_999, at: minutesAgo(1) },
  read: server.log.filter((each) => each.conversation === WITH_BOB).length - 1,
});
Object.assign(window, {
  messenger,
  chat,
  line,
  server,
  entry,
  WITH_BOB,
  TEAM,
  NEWS,
  BOARD,
  GARDEN,
  ALICE,
  BOB,
  HUGO: people.at(-1)!.id,
  FARID,
});
document.documentElement.dataset.ready = 'true';
