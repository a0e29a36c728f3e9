import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const FAKE_ELECTRON = join(import.meta.dirname, 'electron/main/testing/electron.ts');

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        // The main process runs in tests against a thin stand-in: see electron/main/testing.
        resolve: { alias: [{ find: /^electron(\/(main|renderer))?$/, replacement: FAKE_ELECTRON }] },
        test: { name: 'unit', include: ['{electron,renderer,bench}/**/*.test.ts'], testTimeout: 60_000 },
      },
      { test: { name: 'e2e', include: ['e2e/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
