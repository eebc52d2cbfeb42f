import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: import.meta.dirname,
  ssr: { resolve: { conditions: ['@kie/source'] } },
  test: {
    name: 'bot',
    environment: 'node',
    globalSetup: ['@kie/embedded-postgres/vitest'],
    testTimeout: 60_000,
    hookTimeout: 30_000,
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/vitest.json' }]],
  },
});
