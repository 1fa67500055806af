import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeEach } from 'vitest'
import { root } from './desk.ts'

const folder = join(root, 'test-results')

/** A journey that fails leaves a picture of its window in test-results. */
export function pictureOnFailure(page: () => Page | undefined): void {
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      const name = `${task.file.name} ${task.name}`.replace(/[^\w.-]+/g, '_').slice(-120)
      await takePicture(page(), name)
    })
  })
}

/** A picture under a name of its own; a window that is gone has none. */
export async function takePicture(page: Page | undefined, name: string): Promise<void> {
  mkdirSync(folder, { recursive: true })
  await page?.screenshot({ path: join(folder, `${name}.png`), timeout: 5_000 }).catch(() => {})
}
