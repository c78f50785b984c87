import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/test/**/*.test.{ts,tsx}', 'demo/test/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    // What is built needs no transforming: Node loads it in half the time.
    server: { deps: { external: [/\/dist\//] } },
    // One more than by default: most of the long tests wait for a browser, a database or a collector of their own.
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A machine that does other things, too, takes its time; what is met at once is seen at once.
    expect: { poll: { timeout: 10_000 } },
  },
});
