/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdir, rm, stat, utimes } from 'node:fs/promises'

const STALE_MS = 30_000
const WAIT_MS = 200

/** Works while holding a lock (a folder); others wait. The holder touches it every few seconds, so one left by a dead process is taken over. */
export async function withLock(folder, work) {
  for (;;) {
    try {
      await mkdir(folder)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    const found = await stat(folder).catch(() => null)
    if (found !== null && Date.now() - found.mtimeMs > STALE_MS) await rm(folder, { recursive: true, force: true })
    else await new Promise((resolve) => setTimeout(resolve, WAIT_MS))
  }
  const beat = setInterval(() => {
    const now = new Date()
    void utimes(folder, now, now).catch(() => {})
  }, 5_000)
  beat.unref()
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(folder, { recursive: true, force: true })
  }
}
