import type { Input } from '../../../shared/operations/index.ts'
import type { Place } from './centre.ts'
import type { Slot } from './slots.ts'

/** The request that a person at the desk sends for a free half hour. */
export function requestFor({ place, start, end }: Slot, places: readonly Place[]): Input<'bookings.create'> {
  return {
    resources: [{ resourceId: places[place]!.id, quantity: 1 }],
    start,
    end,
    title: '项目周会 样机评审',
    occupantName: '王老师',
    headCount: 3,
  }
}
