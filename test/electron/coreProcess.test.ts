import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { startCore } from '../../electron/coreChild.ts'
import { coreProcess, type CoreProcess } from '../../electron/coreProcess.ts'
import type { Refusal } from '../../shared/refusals.ts'

// A core of a few lines in a real process: what is tested is the life of the process and not the application.
const script = `
const [, folder] = process.argv.slice(2)
if (folder === 'dies') process.exit(1)
if (folder === 'refuses') process.send({ kind: 'refused', refusals: [{ code: 'folderInUse', folder, holder: 'x' }] }, () => process.exit(3))
else process.send({ kind: 'ready' })
process.on('message', (m) => {
  if (m.kind === 'close') { if (folder !== 'deaf') process.exit(0) }
  else if (m.kind === 'file') process.send({ kind: 'file', id: m.id, file: { name: 'a.csv', body: new Uint8Array([1, 2, 3]) } })
  else if (m.call.operation === 'die') process.exit(1)
  else if (m.call.operation === 'change') process.send({ kind: 'change', change: { from: 1, seq: 1, topics: [], keys: [] } })
  else if (m.call.operation !== 'never') process.send({ kind: 'answer', id: m.id, reply: { ok: true, value: { pid: process.pid, input: m.call.input } } })
})`
let base: string
let core: CoreProcess | null = null
let seen: { states: string[]; changes: number; refusals: Refusal[][]; failing: number }

beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'hengtong-core-'))
  writeFileSync(join(base, 'core.cjs'), script)
})
afterAll(() => rmSync(base, { recursive: true, force: true }))
afterEach(async () => {
  await core?.close()
  core = null
})

function start(folder = 'lives', patience = 5_000): CoreProcess {
  seen = { states: [], changes: 0, refusals: [], failing: 0 }
  const files = { script: join(base, 'core.cjs'), nodes: [dirname(process.execPath)], folder, version: '1' }
  core = coreProcess(
    () => startCore(files, () => expect.unreachable('this runtime is too old for a utility process'), 9),
    {
      change: () => (seen.changes += 1),
      state: (state) => seen.states.push(state),
      refused: (refusals) => seen.refusals.push(refusals),
      failing: () => (seen.failing += 1),
    },
    { waits: [20, 20, 20], patience, closing: 300 },
  )
  return core
}

const ask = (from: CoreProcess, operation: string, input: unknown = null) =>
  from.call({ operation, input, token: null, door: 'desk' }) as Promise<{
    ok: boolean
    value: { pid: number; input: unknown }
  }>

test('calls made before the core is there wait for it, and each gets its own answer', async () => {
  const started = start()
  const replies = await Promise.all([1, 2, 3, 4, 5].map((input) => ask(started, 'echo', input)))
  expect(replies.map(({ value }) => value.input)).toEqual([1, 2, 3, 4, 5])
  expect(await started.file('job', null)).toEqual({ name: 'a.csv', body: new Uint8Array([1, 2, 3]) })
})

test('a core that dies is started again; calls in flight are unreachable, later ones are answered', async () => {
  const started = start()
  const { value: before } = await ask(started, 'echo')
  const flying = ask(started, 'never')
  expect(await ask(started, 'die')).toEqual({ ok: false, unreachable: true })
  expect(await flying).toEqual({ ok: false, unreachable: true })
  const { value: after } = await ask(started, 'echo')
  expect(after.pid).not.toBe(before.pid)
  expect(seen.states).toEqual(['restarting', 'ready'])
})

test('a core that refuses its folder is not tried again until asked to, and calls do not wait for it', async () => {
  const started = start('refuses')
  expect(await ask(started, 'echo')).toEqual({ ok: false, unreachable: true })
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect(seen.refusals).toEqual([[{ code: 'folderInUse', folder: 'refuses', holder: 'x' }]])
  started.restart()
  await expect.poll(() => seen.refusals.length).toBe(2)
})

test('a core that keeps dying is reported once, and the page is told that nothing answers', async () => {
  const started = start('dies', 100)
  await expect.poll(() => seen.failing, { timeout: 5_000 }).toBe(1)
  expect(started.state()).toBe('unreachable')
  expect(await ask(started, 'echo')).toEqual({ ok: false, unreachable: true })
})

test('changes are handed on', async () => {
  const started = start()
  void ask(started, 'change')
  await expect.poll(() => seen.changes).toBe(1)
})

test('closing waits for the core, and ends one that does not listen', async () => {
  const gentle = start()
  const { value } = await ask(gentle, 'echo')
  await gentle.close()
  await expect.poll(() => isAlive(value.pid)).toBe(false)
  const deaf = start('deaf')
  const { value: other } = await ask(deaf, 'echo')
  await deaf.close()
  await expect.poll(() => isAlive(other.pid)).toBe(false)
  expect(await ask(deaf, 'echo')).toEqual({ ok: false, unreachable: true })
})

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
