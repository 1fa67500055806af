import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/operations/index.ts'
import { ended } from '../support/jobs.ts'
import { makePlaces, makeTestCore, type Caller } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'
import { parseForeign } from '../../electron/files/parseForeign.ts'

const march = { from: '2026-03-01', to: '2026-04-01' }
const order = (kind: Input<'exports.start'>['kind'], format: Input<'exports.start'>['format'], period = march) => ({
  kind,
  format,
  period,
})

async function centre(options: { memory?: boolean } = {}) {
  const test = await makeTestCore(options)
  const places = await makePlaces(test)
  const team = await test.admin.done('teams.save', {
    team: { name: '理微医疗(示例)', shortName: '理微', kind: 'startup' },
  })
  const desk = await test.as('frontDesk')
  const room = [{ resourceId: places['A106']! }]
  const when = { start: at('2026-03-03', '10:00'), end: at('2026-03-03', '11:00') }
  await desk.done('bookings.create', { resources: room, ...when, title: '导管样机评审', teamId: team.id })
  const hall = { start: at('2026-03-12', '14:00'), end: at('2026-03-12', '16:00') }
  await test.admin.done('bookings.create', {
    resources: [{ resourceId: places['HALL']! }],
    ...hall,
    title: '融资谈判',
    confidential: true,
    teamId: team.id,
    headCount: 40,
  })
  return { ...test, places, team, desk }
}

/** Waits until the job does not wait any more. */
async function running(caller: Caller, id: string): Promise<void> {
  if ((await caller.done('jobs.get', { id })).status !== 'waiting') return
  await new Promise((resolve) => setImmediate(resolve))
  return running(caller, id)
}

describe('exports', () => {
  it('are written into the folder of exports and fetched by the person who asked, by nobody else', async () => {
    const { core, desk, as } = await centre()
    for (const [kind, format] of [
      ['occupancy', 'xlsx'],
      ['occupancy', 'csv'],
      ['bookings', 'csv'],
      ['ics', 'ics'],
    ] as const) {
      // oxlint-disable-next-line no-await-in-loop -- one job after the other
      const job = await ended(desk, await desk.done('exports.start', order(kind, format)))
      expect(job).toMatchObject({ status: 'done', kind: 'export', refusals: [], byId: desk.id })
      expect(job.fileName).toMatch(new RegExp(`\\.${format}$`))
      // oxlint-disable-next-line no-await-in-loop
      const file = await core.jobFile(job.id, desk.token)
      expect(file!.name).toBe(job.fileName)
      expect(file!.body).toEqual(new Uint8Array(readFileSync(join(core.exportsFolder, job.fileName!))))
      // oxlint-disable-next-line no-await-in-loop
      expect(await core.jobFile(job.id, (await as('manager')).token)).toBeNull()
    }
    expect(readdirSync(core.exportsFolder).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('never write over a file that is there', async () => {
    const { desk } = await centre()
    const names = [1, 2, 3].map(
      async () => (await ended(desk, await desk.done('exports.start', order('occupancy', 'csv')))).fileName,
    )
    expect(new Set(await Promise.all(names)).size).toBe(3)
  })

  it('say of a confidential booking only that the place is taken, to those who may not see it', async () => {
    const { core, as, desk } = await centre()
    const keeper = await as('keeper')
    const text = async (caller: typeof keeper) => {
      const job = await ended(caller, await caller.done('exports.start', order('bookings', 'json')))
      return readFileSync(join(core.exportsFolder, job.fileName!), 'utf8')
    }
    const [seen, whole] = [await text(keeper), await text(desk)]
    expect(whole).toContain('融资谈判')
    expect(seen).toContain('导管样机评审')
    expect(seen).not.toContain('融资谈判')
    expect((JSON.parse(seen) as { bookings: { hidden: boolean }[] }).bookings.map((each) => each.hidden)).toEqual([
      false,
      true,
    ])
  })

  it('hold the bookings of the places and the team asked for; a part belongs to whole bookings too', async () => {
    const { core, desk, places, team } = await centre()
    const titles = async (more: object) => {
      const job = await ended(desk, await desk.done('exports.start', order('bookings', 'json', { ...march, ...more })))
      const { bookings } = JSON.parse(readFileSync(join(core.exportsFolder, job.fileName!), 'utf8')) as {
        bookings: { title: string }[]
      }
      return bookings.map((each) => each.title)
    }
    expect(await titles({ resourceIds: [places['A102']] })).toEqual(['融资谈判'])
    expect(await titles({ resourceIds: [places['HALL'], places['A106']] })).toEqual(['导管样机评审', '融资谈判'])
    expect(await titles({ kinds: ['meetingRoom'] })).toEqual(['导管样机评审'])
    expect(await titles({ teamId: team.id })).toHaveLength(2)
  })

  it('come back through an import and change nothing', async () => {
    const { core, desk } = await centre()
    const job = await ended(desk, await desk.done('exports.start', order('ics', 'ics')))
    const bytes = readFileSync(join(core.exportsFolder, job.fileName!))
    expect((await parseForeign(bytes, job.fileName!, { zone: 'Asia/Shanghai', year: 2026 })).rows).toHaveLength(2)
    const started = await desk.done('imports.start', { fileName: job.fileName!, content: bytes.toString('base64') })
    expect(await ended(desk, started)).toMatchObject({
      status: 'done',
      result: { created: 0, changed: 0, unchanged: 2 },
    })
  })

  it('of everything are for managers, and leave telephone numbers and secrets out', async () => {
    const { core, admin, desk } = await centre()
    await admin.done('people.save', { person: { name: '单晓', role: 'member', phone: '13900000099', email: 'a@b.cn' } })
    expect(await desk.refused('exports.start', order('everything', 'json'))).toMatchObject([{ code: 'notAllowed' }])
    // The command line asks for all there is without dates.
    const whole = { from: '1970-01-02', to: '2200-01-01' }
    const job = await ended(admin, await admin.done('exports.start', order('everything', 'json', whole)))
    expect(await ended(admin, await admin.done('exports.start', order('ics', 'ics', whole)))).toMatchObject({
      status: 'done',
    })
    const text = readFileSync(join(core.exportsFolder, job.fileName!), 'utf8')
    expect(text).toContain('单晓')
    for (const word of ['13900000099', 'a@b.cn', 'secret_hash', 'scrypt']) expect(text).not.toContain(word)
  })

  it('are refused at once when what they ask for cannot be', async () => {
    const { desk } = await centre()
    expect(await desk.refused('exports.start', order('ics', 'xlsx'))).toMatchObject([
      { path: 'format', why: 'notAllowedValue' },
    ])
    const period = { from: '2026-04-01', to: '2026-03-01' }
    expect(await desk.refused('exports.start', order('occupancy', 'csv', period))).toMatchObject([
      { code: 'badInput', path: 'period.to', why: 'endBeforeStart' },
    ])
  })
})

describe('jobs', () => {
  it('are seen and stopped by the person who started them and by managers', async () => {
    const { desk, as, admin } = await centre()
    const job = await ended(desk, await desk.done('exports.start', order('occupancy', 'csv')))
    const [other, manager] = [await as('frontDesk'), await as('manager')]
    expect(await other.refused('jobs.get', { id: job.id })).toEqual([{ code: 'notYours', what: 'job', id: job.id }])
    expect(await other.refused('jobs.cancel', { id: job.id })).toEqual([{ code: 'notYours', what: 'job', id: job.id }])
    expect((await other.done('jobs.list', {})).jobs).toEqual([])
    expect((await manager.done('jobs.list', {})).jobs.map((each) => each.id)).toEqual([job.id])
    expect((await admin.done('jobs.get', { id: job.id })).status).toBe('done')
    expect(await desk.refused('jobs.get', { id: 'nothing' })).toEqual([
      { code: 'notFound', what: 'job', id: 'nothing' },
    ])
    // What has ended stays as it ended.
    expect((await manager.done('jobs.cancel', { id: job.id })).status).toBe('done')
  })

  it('that are stopped while they wait never run, and leave no file', async () => {
    const { core, admin } = await centre()
    const [first, second] = await Promise.all([
      admin.done('backups.start', {}),
      admin.done('exports.start', order('occupancy', 'csv')),
    ])
    expect((await admin.done('jobs.cancel', { id: second.id })).status).toBe('cancelled')
    expect((await ended(admin, first)).status).toBe('done')
    await ended(admin, await admin.done('exports.start', order('occupancy', 'xlsx')))
    expect(await admin.done('jobs.get', { id: second.id })).toMatchObject({ status: 'cancelled', fileName: null })
    expect(readdirSync(core.exportsFolder).every((name) => name.endsWith('.xlsx'))).toBe(true)
  })

  it('that are stopped while they run leave no file', async () => {
    const { core, folder, admin } = await centre({ memory: false })
    for (const start of [
      () => admin.done('backups.start', {}),
      () => admin.done('exports.start', order('bookings', 'csv')),
    ]) {
      // oxlint-disable-next-line no-await-in-loop -- one job after the other
      const job = await start()
      // oxlint-disable-next-line no-await-in-loop
      await running(admin, job.id)
      // oxlint-disable-next-line no-await-in-loop
      const { status } = await admin.done('jobs.cancel', { id: job.id })
      // Quick as it is, it may have ended in that very moment.
      expect(['cancelled', 'done']).toContain(status)
      // oxlint-disable-next-line no-await-in-loop
      const after = await ended(admin, await admin.done('exports.start', order('occupancy', 'xlsx')))
      expect(after.status).toBe('done')
      // oxlint-disable-next-line no-await-in-loop
      expect((await admin.done('jobs.get', { id: job.id })).status).toBe(status)
      const files = [...readdirSync(core.exportsFolder), ...readdirSync(join(folder, 'backups'))]
      if (status === 'cancelled') expect(files.filter((name) => !name.endsWith('.xlsx'))).toEqual([])
    }
  })

  it('that fail through a fault of ours say its id, and the next one runs', async () => {
    const { core, admin } = await centre()
    rmSync(core.exportsFolder, { recursive: true })
    const job = await ended(admin, await admin.done('exports.start', order('occupancy', 'csv')))
    expect(job).toMatchObject({ status: 'failed', refusals: [], fileName: null })
    expect(job.result).toEqual({ faultId: expect.stringMatching(/^[0-9a-f]{10}$/) as string })
    mkdirSync(core.exportsFolder)
    expect((await ended(admin, await admin.done('exports.start', order('occupancy', 'csv')))).status).toBe('done')
  })

  it('write a verified backup that says where the journal stood', async () => {
    const { folder, admin } = await centre({ memory: false })
    const { seq } = await admin.done('centre.status', {})
    const job = await ended(admin, await admin.done('backups.start', {}))
    expect(job).toMatchObject({ status: 'done', result: { seq: expect.any(Number), bytes: expect.any(Number) } })
    const result = job.result as { seq: number; head: string; bytes: number }
    expect(result.seq).toBeGreaterThan(seq)
    expect(job.fileName).toContain(`-s${String(result.seq).padStart(6, '0')}-${result.head.slice(0, 8)}`)
    expect(readFileSync(join(folder, 'backups', job.fileName!)).byteLength).toBe(result.bytes)
  })

  it('cut off by the end of the core are marked, never begun again by themselves', async () => {
    const test = await centre({ memory: false })
    const started = await test.admin.done('exports.start', order('occupancy', 'xlsx'))
    const again = await test.reopen()
    const job = await again.admin.done('jobs.get', { id: started.id })
    expect(['interrupted', 'done']).toContain(job.status)
    if (job.status === 'interrupted') expect(job.fileName).toBeNull()
    else expect(existsSync(join(test.core.exportsFolder, job.fileName!))).toBe(true)
  })

  it('are heard of by every screen when they begin and when they end', async () => {
    const { core, desk } = await centre()
    const heard: number[] = []
    core.changes.subscribe(({ topics, seq }) => void (topics.includes('jobs') && heard.push(seq)))
    await ended(desk, await desk.done('exports.start', order('occupancy', 'csv')))
    expect(heard).toHaveLength(3)
  })

  it('do not stand in the way of what a person takes back', async () => {
    const { desk } = await centre()
    const when = { start: at('2026-03-04', '10:00'), end: at('2026-03-04', '11:00') }
    const { resources } = await desk.done('resources.list', {})
    const room = [{ resourceId: resources.find((each) => each.code === 'A107')!.id }]
    const started = await desk.done('exports.start', order('occupancy', 'csv'))
    const made = await desk.done('bookings.create', { resources: room, ...when, title: '讨论' })
    await ended(desk, started)
    expect((await desk.done('undo.apply', {})).bookingIds).toEqual([made.id])
  })
})
