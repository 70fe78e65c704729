import { defineConfig } from 'vitest/config';

// On a busy machine a browser takes its time.
export default defineConfig({
  test: {
    include: ['test/**/*.it.test.ts'],
    testTimeout: 180_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 30_000 } },
  },
});
