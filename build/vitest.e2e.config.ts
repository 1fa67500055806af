import { join } from 'node:path'
import { defineConfig } from 'vitest/config'

/** Journeys through the built product, one after the other: each starts processes of its own. */
export default defineConfig({
  root: join(import.meta.dirname, '..'),
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    setupFiles: ['test/support/setup.ts'],
    environment: 'node',
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
