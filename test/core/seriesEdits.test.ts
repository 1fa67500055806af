/* oxlint-disable no-await-in-loop -- what is done to a series is done in order */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { occupyingStatuses } from '../../shared/operations/fields.ts'
import type { Input, OperationName, Value } from '../../shared/operations/index.ts'
import { addDays, weekdayOf } from '../../shared/scheduling/civil.ts'
import { makePlaces, makeTestCore, type Caller } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

type Series = Value<'series.one'>
type Row = Series['dates'][number]

/** Which date, of those the series have; which hour and place, of those there are. */
const pick = fc.nat(40)
const step = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('change' as const),
      of: pick,
      hour: pick,
      from: fc.option(pick),
      what: pick,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('move' as const), of: pick, hour: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reword' as const), of: pick, what: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('cancelOne' as const), of: pick, what: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retry' as const), of: pick, hour: fc.option(pick) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('cancelFrom' as const), of: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('block' as const), of: pick, hour: pick }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
)
const hours = [9, 10, 11, 14, 15]
const rules: Input<'series.create'>['request']['rule'][] = [
  { freq: 'weekly', count: 6 },
  { freq: 'weekly', count: 9 },
  { freq: 'weekly', interval: 2, count: 4 },
  { freq: 'weekly', count: 8, byWeekday: [{ weekday: 0 }, { weekday: 2 }] },
  { freq: 'monthly', count: 3, byWeekday: [{ weekday: 0, nth: 2 }] },
]

it('whatever is done to a series, dates of a person’s own stay, none is lost or doubled, and rows and bookings agree (BK-08)', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...rules),
      fc.array(step, { minLength: 4, maxLength: 14 }),
      async (rule, steps) => {
        const test = await makeTestCore()
        const places = await makePlaces(test)
        const desk = test.admin
        const { policy } = await desk.done('settings.get', {})
        await desk.done('settings.set', { change: { policy: { ...policy, horizonDays: 1500 }, kindPolicies: {} } })
        const rooms = [places['A106']!, places['A107']!]
        const first = await desk.done('series.create', {
          request: {
            rule,
            start: '2026-03-09',
            from: 600,
            minutes: 60,
            dayMode: 'next',
            resources: [{ resourceId: rooms[0]! }],
            title: '组会',
          },
        })
        const seqs: number[] = []
        let known = first.dates
        for (const each of steps) {
          const before = await everything(desk)
          const touched = await carryOut(desk, each, before, rooms, seqs)
          const after = await everything(desk)
          const sameRows = after.rows.map((row) => row.id)
          expect(new Set(sameRows).size).toBe(sameRows.length)
          expect(known.every((row) => sameRows.includes(row.id))).toBe(true)
          if (touched !== 'undo') {
            for (const row of before.rows.filter((one) => one.own && one.id !== touched)) {
              const now = after.rows.find((one) => one.id === row.id)!
              if (touched === 'cancelled') continue
              expect({ ...now, seriesId: '' }).toEqual({ ...row, seriesId: '' })
              const [was, is] = [before.bookings.get(row.bookingId ?? ''), after.bookings.get(row.bookingId ?? '')]
              expect([is?.start, is?.end, is?.status]).toEqual([was?.start, was?.end, was?.status])
            }
          }
          agree(after)
          known = after.rows
        }
        expect(await desk.done('journal.verify', {})).toMatchObject({ sound: true })
        await test.core.close()
      },
    ),
    { numRuns: 80, seed: 20260309 },
  )
}, 120_000)

async function everything(desk: Caller) {
  const { series: list } = await desk.done('series.list', {})
  const all = await Promise.all(list.map(({ series }) => desk.done('series.one', { id: series.id })))
  const span = { start: at('2026-03-01', '00:00'), end: at('2027-03-01', '00:00') }
  const { bookings } = await desk.done('bookings.range', span)
  return { all, rows: all.flatMap((each) => each.dates), bookings: new Map(bookings.map((each) => [each.id, each])) }
}
type Everything = Awaited<ReturnType<typeof everything>>

/** Rows and bookings say the same, no two bookings stand in one place, and no series has a date twice. */
function agree({ all, rows, bookings }: Everything): void {
  const standing = rows.filter((row) => row.state === 'booked' || row.state === 'changed')
  for (const row of standing) {
    const booking = bookings.get(row.bookingId!)!
    expect(booking.series).toEqual({ id: row.seriesId, date: row.date })
    expect(occupyingStatuses).toContain(booking.status)
    const { series } = all.find((each) => each.series.id === row.seriesId)!
    if (!row.own) {
      expect(booking.start).toBe(at(row.day!, '00:00') + series.from * 60_000)
      expect(booking.title).toBe(series.title)
    }
  }
  const dates = rows.map((row) => `${row.seriesId} ${row.date}`)
  expect(new Set(dates).size).toBe(dates.length)
  const live = [...bookings.values()].filter((each) => (occupyingStatuses as readonly string[]).includes(each.status))
  for (const booking of live)
    if (booking.series !== undefined) expect(standing.some((row) => row.bookingId === booking.id)).toBe(true)
  const busy = live
    .flatMap((each) => each.resources.map(({ resourceId }) => ({ resourceId, start: each.start, end: each.end })))
    .sort((one, other) => one.start - other.start)
  for (const [index, one] of busy.entries())
    for (const other of busy.slice(index + 1))
      if (other.resourceId === one.resourceId) expect(other.start).toBeGreaterThanOrEqual(one.end)
}

/** Does one thing; answers the row that was meant, or what kind of thing it was. A refusal changes nothing and is fine. */
async function carryOut(
  desk: Caller,
  what: typeof step extends fc.Arbitrary<infer One> ? One : never,
  { all, rows, bookings }: Everything,
  rooms: readonly string[],
  seqs: number[],
): Promise<string> {
  const send = async <N extends OperationName>(name: N, input: Input<N>) => {
    const reply = await desk.send(name, input)
    if (!reply.ok && !('refusals' in reply)) throw new Error(`${name}: ${JSON.stringify(reply)}`)
    if (reply.ok && reply.seq !== undefined) seqs.push(reply.seq)
  }
  const last = seqs.at(-1)
  if (what.do === 'undo') {
    if (last !== undefined) {
      const reply = await desk.send('undo.apply', { seq: last })
      if (reply.ok) seqs.pop()
      else if (!('refusals' in reply)) throw new Error(JSON.stringify(reply))
    }
    return 'undo'
  }
  const row: Row = rows[what.of % rows.length]!
  const { series } = all.find((each) => each.series.id === row.seriesId)!
  const booking = row.state === 'booked' || row.state === 'changed' ? bookings.get(row.bookingId ?? '') : undefined
  const when = (hour: number) =>
    at(
      addDays(row.date, weekdayOf(row.date) === 0 ? 1 : 0),
      `${String(hours[hour % hours.length]!).padStart(2, '0')}:00`,
    )
  if (what.do === 'change') {
    const scope = what.from === null ? ({ of: 'all' } as const) : ({ of: 'following', date: row.date } as const)
    const from = hours[what.hour % hours.length]! * 60
    const changes: Input<'series.change'>['change'][] = [
      { from },
      { from, title: `组会 ${what.what}` },
      { resources: [{ resourceId: rooms[what.what % 2]! }] },
      { rule: rules[what.what % rules.length]! },
      { dayMode: 'skip' },
      { dayMode: 'keep', from },
    ]
    const onConflict = what.hour % 3 === 0 ? 'refuse' : 'missing'
    await send('series.change', { id: series.id, scope, change: changes[what.what % changes.length]!, onConflict })
    return 'edited'
  }
  if (what.do === 'cancelFrom') {
    await send('series.cancel', { id: series.id, scope: { of: 'following', date: row.date } })
    return 'cancelled'
  }
  if (what.do === 'block') {
    await send('bookings.create', {
      resources: [{ resourceId: rooms[0]! }],
      start: when(what.hour),
      end: when(what.hour) + 3_600_000,
      title: '先到',
    })
  } else if (what.do === 'retry') {
    await send('series.retry', {
      id: series.id,
      date: row.date,
      ...(what.hour === null ? {} : { start: when(what.hour) }),
    })
  } else if (booking !== undefined && what.do === 'move') {
    await send('bookings.move', { id: booking.id, start: when(what.hour) })
  } else if (booking !== undefined && what.do === 'reword') {
    await send('bookings.change', { id: booking.id, change: { title: `改 ${what.what}` } })
  } else if (booking !== undefined && what.do === 'cancelOne') {
    if (what.what % 2 === 0) await send('bookings.cancel', { id: booking.id })
    else await send('series.cancel', { id: series.id, scope: { of: 'this', date: row.date } })
  }
  return row.id
}
