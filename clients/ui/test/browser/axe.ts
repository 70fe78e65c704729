import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

interface WithAxe {
  readonly axe?: { run(): Promise<{ readonly violations: readonly Violation[] }> };
}

/** What axe finds wrong in a page. Its policy forbids that axe is put into it: the context has to be made with `bypassCSP`. */
export async function violations(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => (window as WithAxe).axe !== undefined))) {
    await page.evaluate(AXE);
  }
  return page.evaluate(async () =>
    (await (window as WithAxe).axe!.run()).violations.map(
      ({ id: rule, nodes }) => `${rule}: ${nodes.map((node) => node.html)}`,
    ),
  );
}
