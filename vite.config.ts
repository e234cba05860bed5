import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const DEV_PORT = 5183;

/** The pages: built into dist/renderer, which the application serves by its own protocol; in development from a loopback server. */
export default defineConfig({
  root: join(import.meta.dirname, 'renderer'),
  base: './',
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  // The pages are seen at the application's own origin, so hot reload has to be told where its server is.
  server: {
    host: '127.0.0.1',
    port: DEV_PORT,
    strictPort: true,
    hmr: { protocol: 'ws', host: '127.0.0.1', clientPort: DEV_PORT },
  },
  // Main puts a fresh one into every page.
  html: { cspNonce: '__CSP_NONCE__' },
  build: {
    outDir: join(import.meta.dirname, 'dist', 'renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    // The content security policy allows no data: addresses.
    assetsInlineLimit: 0,
    // Read from the disk, not from a network.
    chunkSizeWarningLimit: 4_000,
    modulePreload: { polyfill: false },
  },
});
