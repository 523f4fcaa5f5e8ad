import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const path = (relative: string): string =>
  fileURLToPath(new URL(`../${relative}`, import.meta.url));

export default defineConfig({
  main: {
    build: {
      outDir: path('out/main'),
      target: 'node24',
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: path('electron/desktop/main.ts'),
          worker: path('electron/engine/worker.ts'),
          'backup-worker': path('electron/engine/backup-worker.ts'),
          'layout-worker': path('electron/engine/layout-worker.ts'),
          'matching-worker': path('electron/engine/matching-worker.ts'),
          'parsing-worker': path('electron/engine/parsing-worker.ts'),
        },
        // Flat, so that import.meta.url of any chunk finds the workers beside it.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: path('out/preload'),
      target: 'node24',
      // A sandboxed preload is one CommonJS file that can require nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: path('electron/desktop/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: path('renderer'),
    base: './',
    plugins: [react()],
    build: {
      outDir: path('out/renderer'),
      // The browser host opens the same files in whichever Chromium is installed.
      target: 'chrome130',
      minify: true,
      // The Content-Security-Policy refuses data: fonts and scripts.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: path('renderer/index.html') },
    },
  },
});
