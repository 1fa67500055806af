/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const STALE_MS = 60_000
const WAIT_MS = 200

/**
 * Works while holding a lock (a folder); others wait. One left by a process that has died is taken over at once; one of another machine's process
 * when nobody touched it for a minute.
 */
export async function withLock(folder, work) {
  while (!(await take(folder))) {
    if (await isAbandoned(folder)) await rm(folder, { recursive: true, force: true })
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

async function take(folder) {
  try {
    await mkdir(folder)
    await writeFile(join(folder, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function isAbandoned(folder) {
  const found = await stat(folder).catch(() => null)
  if (found === null) return false
  if (Date.now() - found.mtimeMs > STALE_MS) return true
  const pid = Number(await readFile(join(folder, 'pid'), 'utf8').catch(() => '0'))
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
