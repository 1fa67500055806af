// oxlint-disable no-await-in-loop -- each operation follows the one before it on purpose
import { expect, it } from 'vitest'
import { makePlaces, makeTestCore } from '../../support/makeTestCore.ts'
import { at } from '../../support/situation.ts'

const day = '2026-03-02'

/** A small generator of our own: the same operations every time. */
function random(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * below)
  }
}

it('shows the calendar at any past moment as it was then, through 300 random operations (D 13)', async () => {
  const test = await makeTestCore()
  const places = await makePlaces(test)
  const codes = ['A106', 'A107', 'A102', 'HALL', 'YQ-016', 'YQ-003']
  const pick = random(7)
  const ids: string[] = []
  const outageIds: string[] = []
  const seen: { at: number; seq: number; bookings: unknown; outages: unknown }[] = []
  const time = () => at(day, '09:00') + pick(40) * 15 * 60_000
  const { admin, clock } = test
  const word = (n: number) => `标题${n}`
  for (let index = 0; index < 300; index += 1) {
    clock.now += 1000
    const resources = [{ resourceId: places[codes[pick(codes.length)]!]! }]
    const start = time()
    const id = ids[pick(ids.length)]
    const kind = pick(10)
    if (kind < 4 || id === undefined) {
      const reply = await admin.send('bookings.create', {
        resources,
        start,
        end: start + (1 + pick(6)) * 15 * 60_000,
        title: word(index),
      })
      if (reply.ok) ids.push(reply.value.id)
    } else if (kind === 4) await admin.send('bookings.move', { id, start, resources })
    else if (kind === 5)
      await admin.send('bookings.change', { id, change: { title: word(index), headCount: 1 + pick(5) } })
    else if (kind === 6) await admin.send('bookings.cancel', { id })
    else if (kind === 7) await admin.send('undo.apply', {})
    else if (kind === 8) {
      const reply = await admin.send('outages.add', {
        ...resources[0]!,
        kind: 'maintenance',
        reason: '保养',
        start,
        end: start + 3_600_000,
        onConflict: 'cancel',
      })
      if (reply.ok) outageIds.push(reply.value.id)
    } else if (outageIds.length > 0) await admin.send('outages.end', { id: outageIds[pick(outageIds.length)]! })
    const { bookings, start: from, end: until } = await admin.done('bookings.day', { date: day })
    const { outages } = await admin.done('outages.range', { start: from, end: until })
    const { seq } = await admin.done('centre.status', {})
    seen.push({ at: clock.now, seq, bookings, outages })
  }
  expect(ids.length).toBeGreaterThan(40)
  // Moments of the last change and of the row are not in the journal's facts.
  const bare = (list: unknown) => (list as Record<string, unknown>[]).map(({ updatedAt: _at, ...each }) => each)
  for (const then of seen) {
    const shown = await admin.done('bookings.asOf', { date: day, at: then.at })
    expect(shown.seq).toBe(then.seq)
    expect(bare(shown.bookings)).toEqual(bare(then.bookings))
    expect(bare(shown.outages)).toEqual(bare(then.outages))
  }
  const { seq, bookings } = seen[120]!
  expect(bare((await admin.done('bookings.asOf', { date: day, seq })).bookings)).toEqual(bare(bookings))
}, 60_000)
