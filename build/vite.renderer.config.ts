import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { defineConfig } from 'vite'

const root = join(import.meta.dirname, '..')
const renderer = join(root, 'renderer')
const entries = ['index.html', 'portal.html', 'kiosk.html']

/** The pages: no inline script and nothing from elsewhere, so that the content security policy holds (reliability.md §2.1 point 7). */
export default defineConfig({
  root: renderer,
  base: './',
  plugins: [react()],
  resolve: {
    alias: [
      // The date-fns adapter of the picker imports every locale of the world (0.9 MB): ours are two.
      { find: /^date-fns\/locale$/, replacement: join(import.meta.dirname, 'dateLocales.ts') },
    ],
  },
  build: {
    outDir: join(root, 'dist/renderer'),
    emptyOutDir: true,
    target: 'chrome130',
    sourcemap: 'hidden',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 3000,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: entries.map((entry) => join(renderer, entry)).filter((file) => existsSync(file)) },
  },
  server: { host: '127.0.0.1' },
})
