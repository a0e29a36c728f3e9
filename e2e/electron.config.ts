import { defineConfig } from 'vitest/config';

/** The desktop app itself, where Electron is installed. */
export default defineConfig({
  test: { include: ['e2e/electron.spec.ts'], testTimeout: 120_000, hookTimeout: 60_000, maxWorkers: 1 },
});
