import { defineConfig } from 'vitest/config';

// `*.it.test.ts` need a running server: its address is in NATTER_URL.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: process.env.NATTER_URL === undefined ? ['test/**/*.it.test.ts'] : [],
    testTimeout: 30_000,
  },
});
