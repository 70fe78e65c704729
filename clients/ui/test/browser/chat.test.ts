import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { executablePath, launch } from './chromium.js';
import { servePage } from './serve-page.js';

const DESKTOP: BrowserContextOptions = { viewport: { width: 1280, height: 800 }, locale: 'en-GB' };
const PHONE: BrowserContextOptions = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What page.ts leaves for us. */
interface Stage {
  readonly chat: { show(thread: unknown): void };
  readonly messenger: { with(user: string): { log: { first: number } }; thread(id: string): unknown };
  readonly line: {
    readonly requests: readonly { readonly id: string }[];
    readonly listener: { onEntry(entry: object): Promise<void> };
    accept(request: object, seq: number): void;
  };
  readonly entry: (seq: number, members: object) => object;
  readonly WITH_BOB: string;
  readonly TEAM: string;
  readonly BOB: string;
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

  const show = (page: Page, id: 'BOB' | 'TEAM') =>
    page.evaluate((which) => {
      const stage = window as unknown as Stage;
      stage.chat.show(which === 'BOB' ? stage.messenger.with(stage.BOB) : stage.messenger.thread(stage.TEAM));
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
      await page.evaluate(AXE);
      for (const id of ['BOB', 'TEAM'] as const) {
        await show(page, id);
        await page.locator('natter-message').last().waitFor();
        const violations = await page.evaluate(async () => {
          const { axe } = window as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
          return (await axe.run()).violations.map(
            ({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html)}`,
          );
        });
        expect(violations).toEqual([]);
      }
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
    for (let before = await first(); before > 1; before = await first()) {
      await view.evaluate((element) => (element.scrollTop = 0));
      await expect.poll(first, { interval: 5 }).toBeLessThan(before);
      // What stood at the top stands where it stood.
      await expect.poll(() => view.evaluate((element) => element.scrollTop)).toBeGreaterThan(0);
    }
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
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
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

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
