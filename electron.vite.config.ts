import { join } from 'node:path';
import { defineConfig } from 'electron-vite';
import renderer from './renderer/vite.config.ts';

const at = (...path: readonly string[]) => join(import.meta.dirname, ...path);

/** What the desktop app is built of: three programs, and the threads of the second one of them. */
export default defineConfig({
  main: {
    build: {
      externalizeDeps: true,
      outDir: at('out/main'),
      rolldownOptions: {
        input: {
          index: at('electron/main/index.ts'),
          'engine-process': at('electron/engine-process/index.ts'),
          'writer-thread': at('electron/engine/jobs/writer-thread.ts'),
          'reader-thread': at('electron/engine/jobs/reader-thread.ts'),
          'second-thread': at('electron/engine/ingest/second-thread.ts'),
        },
        // All in one folder: the engine finds its threads beside itself and the SQL files two folders up.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      externalizeDeps: false,
      outDir: at('out/preload'),
      rolldownOptions: {
        input: { index: at('electron/preload/index.ts') },
        // A preload in the sandbox is one CommonJS file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // Its own paths are lost here: electron-vite makes one file of this and what it imports.
  renderer: {
    ...renderer,
    root: at('renderer'),
    build: {
      ...renderer.build,
      outDir: at('out/renderer'),
      rolldownOptions: { input: at('renderer/index.html') },
    },
  },
});
