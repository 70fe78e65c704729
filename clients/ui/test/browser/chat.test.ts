import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { violations } from './axe.js';
import { executablePath, launch } from './chromium.js';
import { hills } from './hills.js';
import { servePage } from './serve-page.js';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

/** What page.ts leaves for us. */
interface Stage {
  readonly chat: { show(thread: unknown): void };
  readonly messenger: {
    with(user: string): { readonly log: { readonly first: number } };
    readonly groups: { load(thread: unknown): Promise<void> };
    thread(id: string): unknown;
    loadOlder(thread: unknown): Promise<void>;
  };
  readonly line: {
    readonly requests: readonly { readonly id: string }[];
    readonly listener: { onEntry(entry: object): Promise<void>; onNews(news: object): void };
    log: readonly object[];
    accept(request: object, seq: number, conversation?: string): void;
  };
  readonly server: {
    readonly removedReaders: readonly string[];
    readonly announced: readonly object[];
    groups: readonly { readonly conversation: string }[];
  };
  readonly entry: (seq: number, members: object) => object;
  readonly WITH_BOB: string;
  readonly TEAM: string;
  readonly NEWS: string;
  readonly BOARD: string;
  readonly GARDEN: string;
  readonly BOB: string;
  readonly HUGO: string;
  readonly FARID: string;
}

describe.skipIf(executablePath === undefined)('in a browser', () => {
  let browser: Browser;
  let served: Awaited<ReturnType<typeof servePage>>;
  let complaints: string[];
  const contexts: { close(): Promise<void> }[] = [];

  beforeAll(async () => {
    [browser, served] = await Promise.all([launch(), servePage()]);
  });

  afterAll(async () => {
    await browser?.close();
    served?.stop();
  });

  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    // Among them what the content security policy has stopped.
    expect(complaints).toEqual([]);
  });

  async function open(options: BrowserContextOptions = DESKTOP, query = ''): Promise<Page> {
    complaints = [];
    // Axe is put into the page, which its policy forbids; that the policy holds, the other tests show.
    const context = await browser.newContext(options);
    contexts.push(context);
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') {
        complaints.push(message.text());
      }
    });
    await page.goto(`${served.url}/${query}`);
    await page.waitForSelector('[data-ready]');
    return page;
  }

  const show = (page: Page, id: 'BOB' | 'TEAM' | 'NEWS' | 'BOARD' | 'GARDEN' | 'HUGO') =>
    page.evaluate((which) => {
      const stage = window as unknown as Stage;
      const isPerson = which === 'BOB' || which === 'HUGO';
      stage.chat.show(isPerson ? stage.messenger.with(stage[which]) : stage.messenger.thread(stage[which]));
    }, id);

  const thread = (page: Page) => page.locator('natter-thread .view');

  const distanceFromEnd = (page: Page) =>
    thread(page).evaluate((view) => view.scrollHeight - view.scrollTop - view.clientHeight);

  test('is clean for assistive technology, in the dark, on a phone and from right to left', async () => {
    for (const [options, query] of [
      [DESKTOP, ''],
      [{ ...DESKTOP, colorScheme: 'dark' }, ''],
      [PHONE, '?language=de'],
      [DESKTOP, '?language=ar'],
    ] as const) {
      const page = await open({ ...options, bypassCSP: true, reducedMotion: 'reduce' }, query);
      for (const id of ['BOB', 'TEAM', 'NEWS', 'HUGO'] as const) {
        await show(page, id);
        await page.locator('natter-message').last().waitFor();
        expect(await violations(page)).toEqual([]);
      }
    }
  });

  test('is clean in every dialog, menu and panel, in the light and in the dark', async () => {
    const page = await open({ ...DESKTOP, bypassCSP: true, reducedMotion: 'reduce' });
    await show(page, 'TEAM');
    const button = (name: string) => page.getByRole('button', { name, exact: true });
    const search = page.locator('natter-conversation-list').getByRole('searchbox');
    const places: Readonly<Record<string, () => Promise<unknown>>> = {
      'a new group': () => button('New group').click(),
      'a group': () => page.locator('.who').click(),
      'the settings of a group': async () => {
        await page.locator('.who').click();
        await button('Settings of the group').click();
      },
      'a new channel': () => button('Channels').first().click(),
      'starred messages': () => button('Starred messages').click(),
      'the menu of a chat': () => page.locator('.chat').first().click({ button: 'right' }),
      'the menu of a message': () => page.locator('.slot').last().press('Enter'),
      emoji: () => button('Emoji').click(),
      'a search here': async () => {
        await button('Search in this chat').click();
        await page.keyboard.type('lemon');
        await page.locator('main mark').first().waitFor();
      },
      'a search everywhere': async () => {
        await search.fill('lunch');
        await page.locator('natter-conversation-list mark').first().waitFor();
      },
      'a person': async () => {
        await search.fill('');
        await show(page, 'BOB');
        await page.locator('.who').getByText('Bob Moreau').click();
      },
      'message info': async () => {
        await page.locator('.slot').last().press('Enter');
        await page.getByRole('menuitem', { name: 'Message info' }).click();
      },
      'a picture': async () => {
        await show(page, 'HUGO');
        await button('Photo').first().click();
        await page.getByRole('dialog', { name: 'Photo' }).locator('img').waitFor();
      },
      'a channel': async () => {
        await show(page, 'NEWS');
        await page.locator('.who').getByText('Public channel').click();
      },
      "a channel of one's own": async () => {
        await show(page, 'GARDEN');
        await page.locator('.who').getByText('Private channel').click();
        await page.getByText('Take out').waitFor();
      },
      'the menu of a post': async () => {
        await show(page, 'NEWS');
        await page.locator('.slot').last().press('Enter');
        expect(await page.getByRole('menuitem').allInnerTexts()).toEqual(['Copy', 'Star']);
      },
    };
    for (const [place, go] of Object.entries(places)) {
      await go();
      for (const colorScheme of ['dark', 'light'] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await violations(page), `${place}, ${colorScheme}`).toEqual([]);
      }
      await page.keyboard.press('Escape');
    }
  });

  test('draws only what one looks at of ten thousand messages, and keeps the place when older ones come', async () => {
    const page = await open(DESKTOP, '?messages=10000');
    await show(page, 'BOB');
    await expect.poll(() => thread(page).getByText('Message 10000.').count()).toBe(1);
    await expect.poll(() => distanceFromEnd(page)).toBeLessThan(2);
    const first = () =>
      page.evaluate(() => (window as unknown as Stage).messenger.with((window as unknown as Stage).BOB).log.first);
    const view = thread(page);
    for (let before = await first(); before > 9_000; before = await first()) {
      await view.evaluate((element) => (element.scrollTop = 0));
      await expect.poll(first, { interval: 5 }).toBeLessThan(before);
      // What stood at the top stands where it stood.
      await expect.poll(() => view.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    }
    await page.evaluate(async () => {
      const { messenger, BOB } = window as unknown as Stage;
      for (const thread = messenger.with(BOB); thread.log.first > 1;) {
        await messenger.loadOlder(thread);
      }
    });
    expect(await page.locator('natter-message').count()).toBeLessThan(60);
    await view.evaluate((element) => (element.scrollTop = element.scrollHeight / 2));
    await expect
      .poll(() =>
        thread(page)
          .getByText(/^Message [45]\d\d\d\./)
          .count(),
      )
      .toBeGreaterThan(3);
    await page.getByRole('button', { name: 'Go to the newest message' }).click();
    await expect.poll(() => thread(page).getByText('Message 10000.').count()).toBe(1);
  });

  test('follows what comes while one is at the end, and counts it while one reads above', async () => {
    const page = await open(DESKTOP, '?messages=200');
    await show(page, 'BOB');
    await expect.poll(() => thread(page).getByText('Message 200.').count()).toBe(1);
    const arrives = (seq: number, words: string) =>
      page.evaluate(
        ([number, said]) => {
          const stage = window as unknown as Stage;
          const at = new Date().toISOString();
          const members = { content: { kind: 'text', text: said }, at, type: 'message', position: number };
          return stage.line.listener.onEntry(stage.entry(number as number, members));
        },
        [seq, words] as const,
      );
    await arrives(201, 'You see me come');
    await expect.poll(() => distanceFromEnd(page)).toBeLessThan(2);
    await thread(page).getByText('You see me come').waitFor();
    await thread(page).hover();
    await page.mouse.wheel(0, -900);
    await page.getByRole('button', { name: 'Go to the newest message' }).waitFor();
    await arrives(202, 'You do not');
    await expect.poll(() => page.locator('.down .badge').textContent()).toBe('1');
    expect(await distanceFromEnd(page)).toBeGreaterThan(700);
  });

  test('shows files as what they are, and runs none of them', async () => {
    const page = await open();
    await show(page, 'HUGO');
    await expect.poll(() => page.locator('natter-attachment .picture > img').count()).toBe(3);
    expect(await page.getByRole('button', { name: 'Save logo.svg' }).count()).toBe(1);
    expect(await page.getByRole('button', { name: 'Save Programme of the conference.pdf' }).count()).toBe(1);
    expect(await page.getByRole('slider', { name: 'Place in the recording' }).count()).toBe(1);
    await thread(page).getByText('evening', { exact: true }).waitFor();
  });

  test('shows a picture large: by keyboard to the next, larger, moved, and back to where one was', async () => {
    const page = await open();
    await show(page, 'HUGO');
    const [first] = await page.getByRole('button', { name: 'Photo', exact: true }).all();
    await first!.focus();
    await page.keyboard.press('Enter');
    const viewer = page.getByRole('dialog', { name: 'Photo' });
    const place = () => viewer.locator('img').evaluate((picture) => (picture as HTMLElement).style.transform);
    await viewer.getByText('The harbour in the').waitFor();
    await page.keyboard.press('+');
    await expect.poll(place).toBe('translate(0px, 0px) scale(1.5)');
    await page.keyboard.press('ArrowLeft');
    await expect.poll(place).toBe('translate(80px, 0px) scale(1.5)');
    await page.keyboard.press('0');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => viewer.getByText('The harbour in the').count()).toBe(0);
    await expect.poll(place).toBe('translate(0px, 0px) scale(1)');
    for (let tab = 0; tab < 8; tab++) {
      await page.keyboard.press('Tab');
      // Nothing behind it can be reached.
      expect(await page.evaluate(deepFocus)).toMatch(/^(NATTER-VIEWER|BODY)$/);
    }
    await page.keyboard.press('Escape');
    await expect.poll(() => page.evaluate(deepFocus)).toBe('NATTER-ATTACHMENT');
  });

  test('sends what is pasted or dropped, with a text, and not what was taken off', async () => {
    const page = await open();
    await show(page, 'BOB');
    const give = (type: 'paste' | 'drop', name: string) =>
      page.evaluate(
        ([how, called]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File(['some words'], called!, { type: 'text/plain' }));
          const inside = (host: Element, selector: string) => host.shadowRoot!.querySelector(selector)!;
          const chat = document.querySelector('natter-chat')!;
          const options = { bubbles: true, composed: true, cancelable: true };
          if (how === 'paste') {
            const area = inside(inside(chat, 'natter-composer'), 'textarea');
            area.dispatchEvent(new ClipboardEvent('paste', { ...options, clipboardData: dataTransfer }));
          } else {
            const main = inside(chat, 'main');
            main.dispatchEvent(new DragEvent('dragover', { ...options, dataTransfer }));
            main.dispatchEvent(new DragEvent('drop', { ...options, dataTransfer }));
          }
        },
        [type, name],
      );
    await give('paste', 'pasted.txt');
    await give('drop', 'dropped.txt');
    await give('drop', 'unwanted.txt');
    await page.getByRole('button', { name: 'Do not send unwanted.txt' }).click();
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill('both of them');
    await composer.press('Enter');
    const requests = () => page.evaluate(() => (window as unknown as Stage).line.requests as object[]);
    await expect.poll(async () => (await requests()).length).toBe(2);
    expect((await requests()).map((request) => (request as { content: object }).content)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'media', name: 'pasted.txt', caption: 'both of them' }),
        expect.objectContaining({ kind: 'media', name: 'dropped.txt' }),
      ]),
    );
    expect(await page.getByRole('list', { name: 'Files to be sent' }).count()).toBe(0);
  });

  test('finds messages everywhere and in one chat, and goes to them', async () => {
    const page = await open(DESKTOP, '?messages=3000');
    await show(page, 'BOB');
    await expect.poll(() => thread(page).getByText('Message 3000.').count()).toBe(1);
    const search = page.locator('natter-conversation-list').getByRole('searchbox');
    await search.fill('message 1234');
    const hit = page.locator('natter-conversation-list natter-search').getByRole('button', { name: 'Message 1234' });
    await expect.poll(() => hit.locator('mark').textContent()).toBe('Message 1234');
    await hit.click();
    await thread(page).locator('.slot.shown').getByText('Message 1234.').waitFor();
    await page.getByRole('button', { name: 'Search in this chat' }).click();
    await page.keyboard.type('message 2900');
    await page.locator('main natter-search').getByRole('button', { name: 'Message 2900' }).click();
    await thread(page).locator('.slot.shown').getByText('Message 2900.').waitFor();
    expect(await page.locator('main natter-search').count()).toBe(0);
  });

  test('archives, mutes and marks as unread from the menu of a chat, by keyboard too', async () => {
    const page = await open();
    const list = page.locator('natter-conversation-list');
    const row = (name: string) => list.locator('.chat').filter({ hasText: name });
    await row('Carol Nwosu').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Archive' }).click();
    await list.getByRole('button', { name: '1 archived chat' }).click();
    await expect.poll(() => list.locator('.chat').count()).toBe(1);
    await row('Carol Nwosu').waitFor();
    await list.getByRole('button', { name: 'Chats' }).click();
    await row('Dmitri Ivanov').focus();
    await page.keyboard.press('Shift+F10');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await row('Dmitri Ivanov').getByRole('img', { name: 'Muted' }).waitFor();
    await row('Esther Cohen').hover();
    await list.getByRole('button', { name: 'Menu of Esther Cohen' }).click();
    await page.getByRole('menuitem', { name: 'Mark as unread' }).click();
    await row('Esther Cohen').getByRole('img', { name: 'Marked as unread' }).waitFor();
    await row('Grace Kim').click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Pin' }).click();
    await expect.poll(() => list.locator('.chat').first().textContent()).toContain('Grace Kim');
  });

  test('reads a channel as news come, follows another by its link, and publishes in one of its own', async () => {
    const page = await open();
    const list = page.locator('natter-conversation-list');
    await list.getByRole('button', { name: 'Channels' }).click();
    await expect.poll(() => list.locator('.chat').count()).toBe(1);
    await list.locator('.chat').getByText('1 unread message').waitFor({ state: 'attached' });
    await list.getByText('Canteen').click();
    await thread(page).getByText('The oven works again. Pizza!').waitFor();
    await page.evaluate(() => {
      const { line, entry, NEWS } = window as unknown as Stage;
      const content = { kind: 'text', text: 'And now it burns' };
      line.log = [entry(6, { conversation: NEWS, content, at: new Date().toISOString() })];
      line.listener.onNews({ type: 'news', conversation: NEWS, seq: 6, spreadMs: 0 });
    });
    await thread(page).getByText('And now it burns').waitFor();
    expect(await page.getByRole('textbox', { name: 'Publish something' }).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Mute', exact: true }).click();
    await list.getByRole('img', { name: 'Muted' }).waitFor();

    const board = await page.evaluate(() => (window as unknown as Stage).BOARD);
    await list.getByRole('searchbox').fill(`https://chat.example.com/#${board}`);
    await list.getByRole('button', { name: 'Open this link' }).click();
    await page.locator('.head').getByText('Board').waitFor();
    await page.getByRole('button', { name: 'Follow', exact: true }).click();
    await list.locator('.chat').getByText('Board').waitFor();
    await page.locator('.who').click();
    await page.getByRole('button', { name: 'Unfollow' }).click();
    await expect.poll(() => list.locator('.chat').getByText('Board').count()).toBe(0);

    await page.getByRole('button', { name: 'Channels', exact: true }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Channels' });
    await dialog.getByLabel('Link of a channel or group').fill('t-nothing');
    await dialog.getByRole('button', { name: 'Open' }).click();
    await dialog.getByText('That is no link of a channel or group.').waitFor();
    await dialog.getByLabel('Link of a channel or group').fill(`${board.slice(0, -1)}z`);
    await dialog.getByRole('button', { name: 'Open' }).click();
    await dialog.getByText('There is no such channel or group, or it is not for you.').waitFor();
    await dialog.getByLabel('Name of the channel').fill('Garden');
    await dialog.getByLabel('Only those who have its link').check();
    await dialog.getByRole('button', { name: 'Create channel' }).click();
    const requests = () => page.evaluate(() => (window as unknown as Stage).line.requests as object[]);
    expect(await requests()).toMatchObject([{ action: 'create', kind: 'topic', settings: { public: false } }]);
  });

  test('gives a channel a link, ends it, takes a reader out, and says what it is about', async () => {
    const page = await open();
    await show(page, 'GARDEN');
    await page.locator('.who').getByText('Private channel').click();
    const accept = (action: string) =>
      expect
        .poll(() =>
          page.evaluate((wanted) => {
            const { line, GARDEN } = window as unknown as Stage;
            const request = line.requests.findLast((each) => (each as { action?: string }).action === wanted);
            if (request !== undefined) {
              line.accept(request, line.requests.length + 1, GARDEN);
            }
            return request !== undefined;
          }, action),
        )
        .toBe(true);
    await page.getByRole('button', { name: 'Make a link' }).click();
    await accept('invite');
    const garden = await page.evaluate(() => (window as unknown as Stage).GARDEN);
    const link = page.getByLabel('Link of the channel');
    await expect.poll(() => link.inputValue()).toMatch(new RegExp(`#${garden}/[\\w-]{32}$`));
    await page.getByRole('button', { name: 'End the link' }).click();
    await accept('revoke');
    await page.getByText('No link leads here any more.').waitFor();
    expect(await link.count()).toBe(0);
    const reader = page.getByLabel('Take a reader out, by user name');
    await reader.fill('nobody');
    await reader.press('Enter');
    await page.getByText('there is no such user').waitFor();
    await reader.fill('bob');
    await reader.press('Enter');
    await page.getByText('Bob Moreau does not read here any more.').waitFor();
    await page.getByRole('button', { name: 'Change name and description' }).click();
    await page.getByRole('textbox', { name: 'What it is about' }).fill('What grows');
    await page.getByRole('button', { name: 'Save' }).click();
    await accept('profile');
    await expect.poll(() => page.getByRole('button', { name: 'Save' }).count()).toBe(0);
    const requests = await page.evaluate(() => (window as unknown as Stage).line.requests as object[]);
    expect(requests.at(-1)).toMatchObject({ action: 'profile', conversation: garden, description: 'What grows' });
    expect(requests.at(-1)).not.toHaveProperty('title');
    const removed = () => page.evaluate(() => (window as unknown as Stage).server.removedReaders);
    expect(await removed()).toEqual([await page.evaluate(() => (window as unknown as Stage).BOB)]);
  });

  test('sets what members of a group may do, lets somebody in, and gives the group a picture', async () => {
    const page = await open();
    await show(page, 'TEAM');
    const asked = (action: string) =>
      page.evaluate(
        (wanted) =>
          (window as unknown as Stage).line.requests.findLast(
            (request) => (request as { readonly action?: string }).action === wanted,
          ),
        action,
      );
    await thread(page).getByText('Farid Haddad would like to join').waitFor();
    await page.getByRole('button', { name: 'Let in' }).click();
    const farid = await page.evaluate(() => (window as unknown as Stage).FARID);
    expect(await asked('add')).toMatchObject({ members: [farid] });
    await page.evaluate(() => {
      const { line, entry, TEAM, FARID } = window as unknown as Stage;
      const content = { kind: 'group.add', members: [FARID], count: 1 };
      const members = { conversation: TEAM, action: 'group', content, at: new Date().toISOString() };
      return line.listener.onEntry({ type: 'message', position: 8, ...entry(8, members) });
    });
    await expect.poll(() => page.getByRole('button', { name: 'Decline' }).count()).toBe(0);

    await page.locator('.who').click();
    await page.getByText('Messages vanish after 7 days.').waitFor();
    await page.getByRole('button', { name: 'Settings of the group' }).click();
    await page.getByLabel('Who may write').selectOption('Only admins');
    await page.getByLabel('An admin lets in who comes by the link').uncheck();
    await page.getByLabel('Vanishing messages').selectOption('90 days');
    await page.getByRole('button', { name: 'Save' }).click();
    expect(await asked('settings')).toHaveProperty('settings', {
      ...{ send: 'admins', approval: false, expireAfter: 7_776_000 },
    });

    const dialog = page.getByRole('dialog', { name: 'Release party' });
    const chooser = dialog.locator('input[type=file]');
    await chooser.setInputFiles({ name: 'words.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await dialog.getByText('files of this kind are not taken').waitFor();
    const buffer = Buffer.from(await page.evaluate(hills, 1));
    await chooser.setInputFiles({ name: 'hills.png', mimeType: 'image/png', buffer });
    await expect.poll(() => asked('profile')).toMatchObject({ avatar: expect.any(String) as string });
    const announced = () => page.evaluate(() => (window as unknown as Stage).server.announced);
    expect(await announced()).toMatchObject([{ mime: 'image/jpeg' }]);
    await page.evaluate(async () => {
      const { line, messenger, server, TEAM } = window as unknown as Stage;
      const { avatar } = line.requests.at(-1) as unknown as { readonly avatar: string };
      server.groups = server.groups.map((group) => (group.conversation === TEAM ? { ...group, avatar } : group));
      await messenger.groups.load(messenger.thread(TEAM));
    });
    const size = () =>
      dialog
        .locator('.face img')
        .evaluate((picture: HTMLImageElement) => [picture.naturalWidth, picture.naturalHeight]);
    await expect.poll(size).toEqual([600, 600]);
  });

  test('opens the menu of a chat for a finger that rests, and not for one that moves on', async () => {
    const page = await open(PHONE);
    const row = page.locator('.chat').filter({ hasText: 'Carol Nwosu' });
    // Events of the page alone, as on iOS: from a real touch Chromium would make a `contextmenu` too.
    const touch = (type: string, y = 0) =>
      row.evaluate(
        (element, [what, down]) => {
          const at = { identifier: 1, target: element, clientX: 100, clientY: 100 + (down as number) };
          const touches = what === 'touchend' ? [] : [new Touch(at)];
          const event = new TouchEvent(what as string, { touches, bubbles: true, composed: true, cancelable: true });
          return element.dispatchEvent(event);
        },
        [type, y] as const,
      );
    const menu = page.getByRole('menu');
    await page.clock.install();
    // From here on time stands still but for what is said.
    await page.clock.pauseAt(Date.now() + 60_000);
    await touch('touchstart');
    await touch('touchmove', 30);
    await page.clock.runFor(2_000);
    expect(await touch('touchend')).toBe(true);
    expect(await menu.count()).toBe(0);
    await touch('touchstart');
    await touch('touchmove', 3);
    await page.clock.runFor(2_000);
    // The finger that leaves must not click what is under it now.
    expect(await touch('touchend')).toBe(false);
    await page.getByRole('menuitem', { name: 'Mark as unread' }).click();
    await row.getByRole('img', { name: 'Marked as unread' }).waitFor();
  });

  test('writes, answers, edits and reacts by keyboard alone', async () => {
    const page = await open();
    await show(page, 'BOB');
    const composer = page.getByRole('textbox', { name: 'Message' });
    await composer.fill('First line');
    await composer.press('Shift+Enter');
    await page.keyboard.type('and a second <b>one</b>');
    await page.keyboard.press('Enter');
    const mine = page.locator('natter-message').last();
    await expect.poll(() => mine.locator('.text').textContent()).toBe('First line\nand a second <b>one</b>');
    expect(await mine.locator('.tick').getAttribute('aria-label')).toBe('Waiting to be sent');
    await page.evaluate(() => {
      const { line } = window as unknown as Stage;
      line.accept(line.requests.at(-1)!, 14);
    });
    await expect.poll(() => mine.locator('.tick').getAttribute('aria-label')).toBe('Delivered');
    await page.locator('.slot').last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menu').waitFor();
    // Up from the first one: delete, delete for me, info, star, edit.
    for (let step = 0; step < 5; step++) {
      await page.keyboard.press('ArrowUp');
    }
    await page.keyboard.press('Enter');
    await page.getByText('Edit message').waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Better');
    await page.keyboard.press('Enter');
    await page.locator('.slot').last().focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: 'React with 👍' }).press('Enter');
    const requests = await page.evaluate(() => (window as unknown as Stage).line.requests as object[]);
    expect(requests).toMatchObject([
      { content: { text: 'First line\nand a second <b>one</b>' } },
      { action: 'edit', target: { seq: 14 }, content: { text: 'Better' } },
      { action: 'react', target: { seq: 14 } },
    ]);
  });
});

/** The innermost component that has the focus; runs in the page. */
function deepFocus(): string {
  let host: Element = document.body;
  for (let active = document.activeElement; active !== null; active = active.shadowRoot?.activeElement ?? null) {
    host = active.shadowRoot === null ? host : active;
  }
  return host.tagName;
}
