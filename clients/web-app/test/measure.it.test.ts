import { build } from 'esbuild';
import { readFile, readdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, test } from 'vitest';
import { executablePath, launch } from '../../ui/test/browser/chromium.js';
import { servePage } from '../../ui/test/browser/serve-page.js';
import { EDGES, Person } from './person.js';
import { load, type Vitals } from './vitals.js';

const TIMES = 5;
const LAST = 'number 40';

/** On what a page is loaded. The phone is as Lighthouse takes one: a processor four times slower, on a slow mobile network. */
const MACHINES = {
  'this machine': undefined,
  'as a phone': {
    cpu: 4,
    network: { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 },
  },
} as const;
type Slower = (typeof MACHINES)[keyof typeof MACHINES];

/** Figures, not tests: they are taken only with NATTER_MEASURE, on a machine that does nothing else. */
describe.skipIf(executablePath === undefined || process.env.NATTER_MEASURE === undefined)('figures', () => {
  let browser: Browser;

  beforeAll(async () => {
    browser = await launch();
  });

  afterAll(async () => {
    await browser?.close();
  });

  test('what is loaded, compressed', async () => {
    const folder = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
    const bundled = async (entry: string, external: string[]) => {
      const { outputFiles } = await build({
        entryPoints: [folder(entry)],
        ...{ bundle: true, minify: true, format: 'esm', target: 'es2022', write: false, external },
      });
      return outputFiles![0]!.contents;
    };
    const assets = folder('web-app/dist/assets');
    const read = async (kind: string) =>
      Buffer.concat(
        await Promise.all(
          (await readdir(assets)).filter((name) => name.endsWith(kind)).map((name) => readFile(`${assets}/${name}`)),
        ),
      );
    const bundles = {
      '@natter/sdk': await bundled('sdk/dist/index.js', []),
      '@natter/ui without @natter/sdk and lit': await bundled('ui/dist/index.js', ['@natter/*', 'lit', 'lit/*']),
      '@natter/ui with all it needs': await bundled('ui/dist/index.js', []),
      'web-app, script': await read('.js'),
      'web-app, style': await read('.css'),
    };
    for (const [name, bytes] of Object.entries(bundles)) {
      console.log(`${name}: ${(gzipSync(bytes, { level: 9 }).length / 1_000).toFixed(1)} kB (${bytes.length} bytes)`);
    }
  });

  test('from the beginning of a load to the first message', async () => {
    const alice = await (await Person.arrives(browser, 'Alice Martin')).signUp();
    const bob = await (await Person.arrives(browser, 'Bob Moreau', 1)).signUp();
    await bob.finds(alice);
    for (let number = 1; number <= 40; number++) {
      await bob.says(`number ${number}`);
    }
    await alice.opens('Bob Moreau');
    await alice.sees(LAST);
    const chat = alice.page.url();
    await alice.page.close();
    for (const [machine, slower] of Object.entries(MACHINES)) {
      const first = await loads(() => browser.newPage(), slower, EDGES[0]!, 'natter-sign-in', 'Welcome to Natter');
      console.log(`${machine}, first visit: ${first}`);
      const again = await loads(() => alice.context.newPage(), slower, chat, 'natter-message', LAST);
      console.log(`${machine}, back in a chat: ${again}`);
    }
    await Promise.all([alice, bob].map((person) => person.context.close()));
  });

  test('memory and elements with ten thousand messages, scrolled from the newest to the oldest', async () => {
    const served = await servePage();
    for (const count of [100, 10_000]) {
      const heaps: number[] = [];
      let elements = 0;
      for (let time = 0; time < TIMES; time++) {
        const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
        await page.goto(`${served.url}/?messages=${count}`);
        await page.waitForSelector('[data-ready]');
        const session = await page.context().newCDPSession(page);
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize: before } = await session.send('Runtime.getHeapUsage');
        elements = await page.evaluate(scrollThrough);
        await session.send('HeapProfiler.collectGarbage');
        const { usedSize } = await session.send('Runtime.getHeapUsage');
        // The page is its own server and has the messages before they are shown; that is not the UI's.
        heaps.push(usedSize - before);
        await page.close();
      }
      console.log(
        `${count} messages: ${(middle(heaps) / 2 ** 20).toFixed(1)} MiB of heap for them, ${elements} elements`,
      );
    }
    served.stop();
  });
});

/** The medians of some loads, in words. */
async function loads(newPage: () => Promise<Page>, slower: Slower, ...what: [string, string, string]): Promise<string> {
  const each: Vitals[] = [];
  for (let time = 0; time < TIMES; time++) {
    const page = await newPage();
    await page.setViewportSize(slower === undefined ? { width: 1280, height: 800 } : { width: 390, height: 844 });
    if (slower !== undefined) {
      const session = await page.context().newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: slower.cpu });
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', slower.network);
    }
    each.push(await load(page, ...what));
    await page.close();
  }
  const of = (figure: keyof Vitals, digits = 0) => middle(each.map((vitals) => vitals[figure])).toFixed(digits);
  return (
    `“${what[2]}” after ${of('words')} ms, first contentful paint ${of('firstPaint')} ms, largest ${of('largestPaint')} ms, ` +
    `blocked for ${of('blocked')} ms, layout shift ${of('shift', 3)}`
  );
}

/** Loads all of the conversation with bob and looks at all of it, up to the oldest. How many elements there are then; runs in the page. */
async function scrollThrough(): Promise<number> {
  const stage = window as unknown as {
    readonly chat: HTMLElement & { show(thread: unknown): void };
    readonly BOB: string;
    readonly messenger: {
      with(user: string): { readonly complete: boolean };
      loadOlder(thread: unknown): Promise<void>;
    };
  };
  const drawn = () => new Promise((done) => requestAnimationFrame(done));
  const thread = stage.messenger.with(stage.BOB);
  stage.chat.show(thread);
  while (!thread.complete) {
    await stage.messenger.loadOlder(thread);
    await drawn();
  }
  const view = stage.chat.shadowRoot!.querySelector('natter-thread')!.shadowRoot!.querySelector('.view')!;
  view.scrollTop = view.scrollHeight;
  while (view.scrollTop > 0) {
    view.scrollTop -= 10 * view.clientHeight;
    await drawn();
  }
  const all = (root: ParentNode): number =>
    [...root.querySelectorAll('*')].reduce(
      (sum, element) => sum + 1 + (element.shadowRoot === null ? 0 : all(element.shadowRoot)),
      0,
    );
  return all(document);
}

function middle(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1]!;
}
