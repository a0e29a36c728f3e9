import { defineConfig } from 'vitest/config';

/** Pictures of the app, for its documentation. */
export default defineConfig({
  test: { include: ['e2e/app/screenshots.spec.ts'], testTimeout: 300_000, maxWorkers: 1 },
});
