import { describe, expect, it } from 'vitest'
import { bookingHits, localHits } from '../../../renderer/app/search/hits.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import { HOUR } from '../../../shared/scheduling/time.ts'
import { pinyinFilter } from '../../../shared/text/pinyin.ts'

const now = 1_000 * HOUR
const booking = (id: string, from: number, hidden = false) =>
  ({ id, start: now + from * HOUR, end: now + (from + 1) * HOUR, hidden }) as Booking
const found = (...bookings: Booking[]) => ({ bookings, total: bookings.length })
const ids = (hits: readonly { id: string }[]) => hits.map(({ id }) => id)

describe('what search puts first', () => {
  it('the running booking, then the nearest before or after, then others as the core gave them', () => {
    const near = found(booking('far', 90), booking('running', 0), booking('past', -3), booking('soon', 1))
    const others = found(booking('newYear', 900), booking('soon', 1))
    expect(ids(bookingHits(near, others, now, 9))).toEqual(
      ['running', 'soon', 'past', 'far', 'newYear'].map((id) => `booking-${id}`),
    )
  })

  it('what may not be seen is left out, and no more are shown than asked for', () => {
    const near = found(booking('a', 1, true), booking('b', 2), booking('c', 3))
    expect(ids(bookingHits(near, undefined, now, 1))).toEqual(['booking-b'])
  })

  it('a place found at the head of its name stands before one found inside; its code finds it too', () => {
    const place = (id: string, name: string) => ({ id, name, nameEn: '', code: `YQ-${id}` })
    const catalogue = { resources: [place('1', '小会议室'), place('2', '会议室2')] as never, teams: [], people: [] }
    expect(ids(localHits(catalogue, 'hys', pinyinFilter))).toEqual(['resource-2', 'resource-1'])
    expect(ids(localHits(catalogue, 'yq-1', pinyinFilter))).toEqual(['resource-1'])
  })
})
