import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { executablePath, launch } from '../../ui/test/browser/chromium.js';
import { servePage } from '../../ui/test/browser/serve-page.js';
import { Person } from './person.js';

const TIMES = 10;

/** Figures, not tests: they are taken only with NATTER_MEASURE, on a machine that does nothing else. */
describe.skipIf(executablePath === undefined || process.env.NATTER_MEASURE === undefined)('figures', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('from the beginning of the load to the first message', async () => {
    const alice = await (await Person.arrives(browser, 'Alice Martin')).signUp();
    const bob = await (await Person.arrives(browser, 'Bob Moreau', 1)).signUp();
    await bob.finds(alice);
    for (let number = 1; number <= 40; number++) {
      await bob.says(`number ${number}`);
    }
    await alice.opens('Bob Moreau');
    await alice.sees('number 40');
    const shown: number[] = [];
    const painted: number[] = [];
    for (let time = 0; time < TIMES; time++) {
      await alice.page.reload({ waitUntil: 'commit' });
      await alice.sees('number 40');
      shown.push(await alice.page.evaluate(() => performance.now()));
      painted.push(
        await alice.page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN),
      );
    }
    console.log(`first message after ${middle(shown)} ms, first paint of content after ${middle(painted)} ms (median)`);
  });

  test('memory and elements with ten thousand messages', async () => {
    const served = await servePage();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    for (const count of [100, 10_000]) {
      await page.goto(`${served.url}/?messages=${count}`);
      await page.waitForSelector('[data-ready]');
      const elements = await page.evaluate(async () => {
        const stage = window as unknown as {
          readonly chat: { show(thread: unknown): void };
          readonly BOB: string;
          readonly messenger: {
            with(user: string): { readonly complete: boolean };
            loadOlder(thread: unknown): Promise<void>;
          };
        };
        const thread = stage.messenger.with(stage.BOB);
        stage.chat.show(thread);
        while (!thread.complete) {
          await stage.messenger.loadOlder(thread);
          await new Promise((drawn) => requestAnimationFrame(drawn));
        }
        const all = (root: ParentNode): number =>
          [...root.querySelectorAll('*')].reduce(
            (sum, element) => sum + 1 + (element.shadowRoot === null ? 0 : all(element.shadowRoot)),
            0,
          );
        return all(document);
      });
      const session = await page.context().newCDPSession(page);
      await session.send('HeapProfiler.collectGarbage');
      const { usedSize } = await session.send('Runtime.getHeapUsage');
      console.log(`${count} messages: ${(usedSize / 2 ** 20).toFixed(1)} MiB of heap, ${elements} elements`);
    }
    served.stop();
  });
});

function middle(values: number[]): number {
  return Math.round(values.sort((one, other) => one - other)[values.length >> 1]!);
}
