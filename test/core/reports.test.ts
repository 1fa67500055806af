import { describe, expect, it } from 'vitest'
import { makePlaces, makeTestCore, type Caller } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

const day = { from: '2026-03-02', to: '2026-03-03' }

async function centre() {
  const test = await makeTestCore()
  const places = await makePlaces(test)
  // Whose session never ends, however the clock is set.
  const manager = test.admin
  const book = (code: string, from: string, until: string, more: object = {}) =>
    manager.done('bookings.create', {
      resources: [{ resourceId: places[code]! }],
      start: at('2026-03-02', from),
      end: at('2026-03-02', until),
      title: code,
      ...more,
    })
  const rowOf = async (code: string, order: object = {}) => {
    const report = await manager.done('reports.occupancy', { ...day, ...order })
    return report.rows.find((row) => row.code === code)!
  }
  return { ...test, places, manager, book, rowOf }
}

const zoneOf = async (caller: Caller) => (await caller.done('resources.list', {})).zones[0]!.id

describe('the occupancy report', () => {
  it('credits a whole hall to both parts, takes outages off and puts set-up beside', async () => {
    const { manager, places, book, rowOf } = await centre()
    await book('HALL', '10:00', '12:00', { headCount: 48 })
    await manager.done('outages.add', {
      resourceId: places['A106']!,
      kind: 'cleaning',
      reason: '地毯',
      start: at('2026-03-02', '09:00'),
      end: at('2026-03-02', '11:30'),
    })
    // 08:30–21:00 is 750 minutes.
    expect(await rowOf('A102')).toMatchObject({
      bookings: 1,
      openMinutes: 750,
      bookedMinutes: 120,
      turnoverMinutes: 60,
      bookingRate: 0.16,
    })
    expect(await rowOf('A103')).toMatchObject({ bookings: 1, bookedMinutes: 120 })
    expect(await rowOf('A106')).toMatchObject({ downMinutes: 150, availableMinutes: 600, bookingRate: 0 })
    const { total, rows, heat, snapshot, workdays } = await manager.done('reports.occupancy', day)
    expect(rows.map((row) => row.code)).not.toContain('HALL')
    expect(total).toMatchObject({ bookings: 1, bookedMinutes: 240, downMinutes: 150 })
    expect(heat.reduce((sum, cell) => sum + cell.bookedMinutes, 0)).toBe(240)
    expect(workdays).toBe(1)
    const { seq } = await manager.done('centre.status', {})
    expect(snapshot).toMatchObject({ seq, at: at('2026-03-02', '08:00') })
  })

  it('counts what was used as time passes, and no-shows of what was due', async () => {
    const { clock, manager, book, rowOf } = await centre()
    const [used, missed] = [
      await book('A107', '09:00', '10:00', { headCount: 3 }),
      await book('A107', '11:00', '12:00'),
    ]
    expect(await rowOf('A107')).toMatchObject({
      bookedMinutes: 120,
      dueCount: 0,
      usedMinutes: 0,
      useRate: 0,
      noShowRate: null,
    })
    clock.now = at('2026-03-02', '09:00')
    await manager.done('bookings.checkIn', { id: used.id })
    clock.now = at('2026-03-02', '09:20')
    expect(await rowOf('A107')).toMatchObject({ dueCount: 1, usedMinutes: 20, keptMinutes: 20, seatOccupancy: 0.5 })
    clock.now = at('2026-03-02', '09:45')
    await manager.done('bookings.checkOut', { id: used.id })
    clock.now = at('2026-03-02', '11:20')
    await manager.done('bookings.noShow', { id: missed.id })
    expect(await rowOf('A107')).toMatchObject({
      bookings: 1,
      bookedMinutes: 45,
      usedMinutes: 45,
      dueCount: 2,
      noShowCount: 1,
      noShowMinutes: 60,
      noShowRate: 0.5,
    })
  })

  it('is narrowed by team, place and kind', async () => {
    const { admin, manager, places, book, rowOf } = await centre()
    const team = await admin.done('teams.save', {
      team: { name: '理微医疗(示例)', shortName: '理微', kind: 'startup' },
    })
    await book('A106', '09:00', '10:00', { teamId: team.id })
    await book('A106', '10:00', '12:00')
    expect(await rowOf('A106')).toMatchObject({ bookings: 2, bookedMinutes: 180 })
    expect(await rowOf('A106', { teamId: team.id })).toMatchObject({ bookings: 1, bookedMinutes: 60, openMinutes: 750 })
    const codes = async (order: object) =>
      (await manager.done('reports.occupancy', { ...day, ...order })).rows.map((row) => row.code)
    expect(await codes({ resourceIds: [places['HALL']] })).toEqual(['A102', 'A103'])
    expect(await codes({ kinds: ['instrument'] })).toEqual(['YQ-016', 'YQ-003'])
    expect(await codes({ resourceIds: [] })).toEqual([])
  })

  it('lets the set-up of neighbours overlap: the longer counts, not the sum', async () => {
    const { book, rowOf } = await centre()
    await book('HALL', '10:00', '11:00')
    await book('HALL', '11:30', '12:30')
    // 09:30–10:00, 11:00–11:30 once, 12:30–13:00.
    expect(await rowOf('A102')).toMatchObject({ bookedMinutes: 120, turnoverMinutes: 90 })
  })

  it('of days that are over is what it is when added up anew, whatever happened since', async () => {
    const { clock, manager, places, book } = await centre()
    const made = await book('A106', '09:00', '10:00')
    const later = { from: '2026-03-01', to: '2026-03-04' }
    clock.now = at('2026-04-01', '09:00')
    const ask = async () => {
      // Another order of the same kinds is another question, which nobody asked before.
      const [one, anew] = [await manager.done('reports.occupancy', later), await fresh()]
      expect({ ...one, snapshot: null }).toEqual({ ...anew, snapshot: null })
      expect(one.snapshot.seq).toBe((await manager.done('centre.status', {})).seq)
      return one.total
    }
    let asked = 0
    const fresh = () => {
      asked += 1
      const resourceIds = Object.values(places)
      return manager.done('reports.occupancy', {
        ...later,
        resourceIds: [...resourceIds, ...resourceIds.slice(0, asked)],
      })
    }
    expect(await ask()).toMatchObject({ bookings: 1, bookedMinutes: 60 })
    const waivers = [{ rule: 'inPast', resourceId: places['A107']!, reason: '补录' }]
    const past = await book('A107', '13:00', '14:00', { waivers })
    expect(await ask()).toMatchObject({ bookings: 2, bookedMinutes: 120 })
    await book('A106', '13:00', '14:00', { start: at('2026-04-02', '13:00'), end: at('2026-04-02', '14:00') })
    expect(await ask()).toMatchObject({ bookings: 2 })
    await manager.done('bookings.cancel', { id: past.id })
    expect(await ask()).toMatchObject({ bookings: 1, cancelledCount: 1 })
    await manager.done('bookings.noShow', { id: made.id })
    expect(await ask()).toMatchObject({ bookings: 0, noShowCount: 1 })
    await manager.done('undo.apply', {})
    expect(await ask()).toMatchObject({ bookings: 1, noShowCount: 0 })
    await manager.done('calendar.setDay', {
      day: { date: '2026-03-03', kind: 'rest', name: '停电', nameEn: '', note: '' },
    })
    const open = (await ask()).openMinutes
    // Open on Sundays alone; never open at all would contradict the shortest booking.
    await manager.done('resources.save', {
      resource: {
        id: places['A106']!,
        code: 'A106',
        name: '会议室2',
        kind: 'meetingRoom',
        zoneId: await zoneOf(manager),
        units: 1,
        policy: {
          openHours: { days: [[], [], [], [], [], [], [{ from: 540, until: 600 }]], makeupWorkday: null, holiday: [] },
        },
      },
    })
    expect((await ask()).openMinutes).toBe(open - 750 + 60)
  })

  it('names the years whose working days nobody has published yet', async () => {
    const { manager } = await centre()
    const { unknownYears } = await manager.done('reports.occupancy', { from: '2026-12-01', to: '2029-02-01' })
    expect(unknownYears).toEqual([2027, 2028, 2029])
  })

  it('refuses days that run backwards, are too many or do not exist, and places and teams nobody knows', async () => {
    const { manager } = await centre()
    const refused = (order: object) => manager.refused('reports.occupancy', { ...day, ...order })
    expect(await refused({ to: day.from })).toMatchObject([{ path: 'to', why: 'endBeforeStart' }])
    expect(await refused({ to: '2036-12-31' })).toMatchObject([{ path: 'to', why: 'tooLarge', limit: 3700 }])
    expect(await refused({ to: '2026-06-31' })).toMatchObject([{ path: 'to', why: 'badFormat' }])
    expect(await refused({ resourceIds: ['no'], teamId: 'nobody' })).toEqual([
      { code: 'notFound', what: 'resource', id: 'no' },
      { code: 'notFound', what: 'team', id: 'nobody' },
    ])
  })

  it('is for those who read reports', async () => {
    const { as } = await centre()
    const member = await as('member')
    expect(await member.refused('reports.occupancy', day)).toMatchObject([{ code: 'notAllowed' }])
  })
})
