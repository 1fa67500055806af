import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

// antd has no `exports`: Node takes its CommonJS `lib/`, so a deep import of `es/` would bring a second antd with contexts of its own.
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  resolve: { alias: [{ find: /^antd\/es\//, replacement: 'antd/lib/' }] },
  test: {
    include: ['test/**/*.test.{ts,tsx}'],
    exclude: ['test/e2e/**', 'test/bench/**'],
    setupFiles: ['test/support/setup.ts'],
    environment: 'node',
    pool: 'forks',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
