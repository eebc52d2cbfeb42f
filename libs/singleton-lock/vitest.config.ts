import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['@kie/source'] } },
  test: {
    name: 'singleton-lock',
    environment: 'node',
    globalSetup: ['@kie/embedded-postgres/vitest'],
    // Room for a busy machine; nothing here waits that long by itself.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    // They mostly wait, so more of them at once than there are processors.
    maxWorkers: 4,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
