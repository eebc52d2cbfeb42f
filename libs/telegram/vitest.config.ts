import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['@kie/source'] } },
  test: {
    name: 'telegram',
    environment: 'node',
    globalSetup: ['@kie/embedded-postgres/vitest'],
    // Room for a busy machine; nothing here waits that long by itself.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
