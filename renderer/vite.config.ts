import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** How the page is built, for the desktop and for the browser alike. */
export default defineConfig({
  root: import.meta.dirname,
  // The page stands at the root of either host, and finds its parts beside itself.
  base: './',
  plugins: [react()],
  build: {
    outDir: `${import.meta.dirname}/../out/renderer`,
    emptyOutDir: true,
    minify: true,
    // Whatever browser is there shows it, not only Electron's.
    target: 'baseline-widely-available',
    rolldownOptions: { input: `${import.meta.dirname}/index.html` },
  },
});
