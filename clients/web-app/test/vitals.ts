import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** What a load was like for who waits: milliseconds from its beginning, and the layout shift as Chromium scores it. */
export interface Vitals {
  /** When the words that were waited for were drawn. */
  readonly words: number;
  readonly firstPaint: number;
  readonly largestPaint: number;
  /** By how much tasks after the first paint were longer than 50 ms: Lighthouse's total blocking time. */
  readonly blocked: number;
  readonly shift: number;
}

interface Seen {
  words: number;
  firstPaint: number;
  largestPaint: number;
  shift: number;
  readonly tasks: { readonly start: number; readonly end: number }[];
}

/** Loads a page and watches until an element of that name says these words, and the network has come to rest. */
export async function load(page: Page, address: string, element: string, words: string): Promise<Vitals> {
  await page.addInitScript(watch, { element, words });
  await page.goto(address);
  const seen = () => page.evaluate(() => (window as unknown as { readonly seen: Seen }).seen);
  // What is there may not be painted yet, and on a slow machine for a long time.
  await expect.poll(async () => Math.min((await seen()).words, (await seen()).firstPaint)).toBeGreaterThan(0);
  await page.waitForLoadState('networkidle');
  const { tasks, ...rest } = await seen();
  const blocked = tasks.map(({ start, end }) => Math.max(0, end - Math.max(start, rest.firstPaint) - 50));
  return { ...rest, blocked: blocked.reduce((sum, each) => sum + each, 0) };
}

/** Runs in the page, before anything else. */
function watch({ element, words }: { readonly element: string; readonly words: string }): void {
  const seen: Seen = { words: 0, firstPaint: 0, largestPaint: 0, shift: 0, tasks: [] };
  Object.assign(window, { seen });
  const each = (type: string, take: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  each('longtask', ({ startTime, duration }) => seen.tasks.push({ start: startTime, end: startTime + duration }));
  each('paint', ({ name, startTime }) => {
    seen.firstPaint = name === 'first-contentful-paint' ? startTime : seen.firstPaint;
  });
  each('largest-contentful-paint', ({ startTime }) => (seen.largestPaint = startTime));
  each('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { readonly value: number }).value));
  const isThere = (root: ParentNode): boolean =>
    [...root.querySelectorAll('*')].some(
      ({ localName, shadowRoot }) =>
        shadowRoot !== null &&
        ((localName === element && shadowRoot.textContent!.includes(words)) || isThere(shadowRoot)),
    );
  const look = () => {
    if (isThere(document)) {
      // Drawn with this frame, at the latest.
      requestAnimationFrame(() => (seen.words = performance.now()));
    } else {
      requestAnimationFrame(look);
    }
  };
  requestAnimationFrame(look);
}
