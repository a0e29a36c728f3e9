import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: { name: 'unit', include: ['electron/**/*.test.ts', 'bench/**/*.test.ts'], testTimeout: 60_000 },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
