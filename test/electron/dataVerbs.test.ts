import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupVerb, restoreVerb, verifyVerb } from '../../electron/cli/dataVerbs.ts'
import type { Terminal } from '../../electron/cli/terminal.ts'
import { openCore } from '../../electron/core/core.ts'
import type { Core } from '../../electron/core/coreTypes.ts'

const now = Date.UTC(2026, 2, 2, 1)
let base: string
let data: string
let backup: string
let out: string[]
let err: string[]
const terminal: Terminal = {
  language: 'en',
  json: true,
  out: (text) => out.push(text),
  err: (text) => err.push(text),
  watched: false,
}
const said = () => JSON.parse(out.at(-1) ?? err.at(-1)!) as Record<string, unknown>
const moment = { now, version: '1' }

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'hengtong-verbs-'))
  data = join(base, 'data')
  backup = join(base, 'backup.db')
  out = []
  err = []
})
afterEach(() => rmSync(base, { recursive: true, force: true }))

async function open(): Promise<Core> {
  const opened = await openCore({ folder: data, make: true, version: '1', now: () => now })
  if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
  return opened.core
}

async function addTeam(core: Core, name: string) {
  const reply = await core.perform('teams.save', { team: { name, shortName: name, kind: 'residentCompany' } })
  expect(reply).toMatchObject({ ok: true })
}

async function teamsIn(): Promise<string[]> {
  const core = await open()
  const reply = await core.perform('teams.list', {})
  await core.close()
  return reply.ok ? reply.value.teams.map(({ name }) => name) : []
}

const bytes = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a backup is taken while a core works, and restoring it brings back exactly what was there', async () => {
  const core = await open()
  await addTeam(core, '理微医疗')
  expect(await backupVerb(terminal, { values: { data, out: backup }, words: [] }, () => {})).toBe(0)
  const made = said()
  await addTeam(core, '曦微光电')
  const held = restoreVerb(terminal, { values: { data }, words: [backup] }, moment)
  expect([held, JSON.parse(err.at(-1)!)]).toMatchObject([1, { refusals: [{ code: 'folderInUse' }] }])
  await core.close()

  const before = bytes(join(data, 'hengtong.db'))
  expect(restoreVerb(terminal, { values: { data, preview: true }, words: [backup] }, moment)).toBe(0)
  expect(said()).toMatchObject({ ok: true, seq: made['seq'], head: made['head'], lost: 1, lostBookings: 0 })
  expect(bytes(join(data, 'hengtong.db'))).toBe(before)

  expect(restoreVerb(terminal, { values: { data }, words: [backup] }, moment)).toBe(0)
  const { kept } = said() as { kept: string }
  expect(bytes(join(kept, 'hengtong.db'))).toBe(before)
  expect(await teamsIn()).toEqual(['理微医疗'])
})

test('a sound folder is verified without being written to; a changed byte is found', async () => {
  const core = await open()
  await addTeam(core, '理微医疗')
  await core.close()
  const file = join(data, 'hengtong.db')
  const before = bytes(file)
  expect(verifyVerb(terminal, { values: { data }, words: [] }, moment)).toBe(0)
  expect(said()).toMatchObject({ sound: true, problems: [] })
  expect(bytes(file)).toBe(before)

  const content = readFileSync(file)
  const at = content.indexOf(Buffer.from('理微医疗'))
  content.write('李', at)
  writeFileSync(file, content)
  expect(verifyVerb(terminal, { values: { data }, words: [] }, moment)).toBe(1)
  expect(said()).toMatchObject({ sound: false })
})

test('what cannot be a backup is refused and changes nothing; an existing file is never overwritten', async () => {
  await (await open()).close()
  const before = bytes(join(data, 'hengtong.db'))
  writeFileSync(join(base, 'text.db'), 'not a database')
  expect(restoreVerb(terminal, { values: { data }, words: [join(base, 'text.db')] }, moment)).toBe(1)
  expect(restoreVerb(terminal, { values: { data }, words: [join(base, 'none.db')] }, moment)).toBe(1)
  writeFileSync(backup, 'mine')
  expect(await backupVerb(terminal, { values: { data, out: backup }, words: [] }, () => {})).toBe(1)
  expect(err.map((text) => (JSON.parse(text) as { refusals: { code: string }[] }).refusals[0]!.code)).toEqual([
    'notOurDatabase',
    'fileUnreadable',
    'fileExists',
  ])
  expect([bytes(join(data, 'hengtong.db')), readFileSync(backup, 'utf8')]).toEqual([before, 'mine'])
  expect(verifyVerb(terminal, { values: { data: join(base, 'nowhere') }, words: [] }, moment)).toBe(1)
  expect(existsSync(join(base, 'nowhere'))).toBe(false)
})
