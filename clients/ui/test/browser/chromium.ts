import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; undefined if there is none, which is a failure in CI and a remark elsewhere. */
export const executablePath = process.env.CHROMIUM ?? PLACES.find((place) => existsSync(place));

if (executablePath === undefined) {
  const remark = 'There is no Chromium here (Debian: apt-get install chromium), or CHROMIUM does not name it';
  if (process.env.CI !== undefined) {
    throw new Error(`${remark}; in CI the browser tests have to run.`);
  }
  console.warn(`${remark}: the tests in a browser are SKIPPED.`);
}

export function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath!,
    args: ['--disable-gpu', '--force-color-profile=srgb', '--font-render-hinting=none'],
  });
}
