import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/set-up.ts'],
    testTimeout: 120_000,
    hookTimeout: 240_000,
    pool: 'threads',
    maxWorkers: 2,
  },
});
