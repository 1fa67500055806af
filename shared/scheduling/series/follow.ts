import type { Booking } from '../../operations/bookings.ts'
import type { Series, SeriesEdit } from '../../operations/series.ts'
import { dayNumber, weekdayOf } from '../civil.ts'
import { DAY_MINUTES, type LocalDate } from '../time.ts'
import { toWall } from '../zone.ts'

/**
 * What a person did to one date of a series, as an edit of the series: its clock time and length, places and words, and another weekday where the series has
 * one weekday. The day that this date already took is left out, so that it does not meet itself. Empty when nothing differs.
 */
export function editLike(
  booking: Pick<Booking, 'start' | 'end' | 'resources' | 'title' | 'headCount' | 'note'>,
  series: Series,
  date: LocalDate,
  zone: string,
): SeriesEdit {
  const start = toWall(booking.start, zone)
  const end = toWall(booking.end, zone)
  const minutes = (dayNumber(end.date) - dayNumber(start.date)) * DAY_MINUTES + end.minute - start.minute
  const resources = booking.resources.map(({ resourceId, quantity, offset }) => ({
    resourceId,
    quantity,
    ...(offset === undefined ? {} : { offset }),
  }))
  const edit: SeriesEdit = {}
  if (start.minute !== series.from) edit.from = start.minute
  if (minutes !== series.minutes) edit.minutes = minutes
  if (JSON.stringify(resources) !== JSON.stringify(series.resources)) edit.resources = resources
  if (booking.title !== series.title) edit.title = booking.title
  if (booking.headCount !== series.headCount) edit.headCount = booking.headCount
  if (booking.note !== series.note) edit.note = booking.note
  const { rule } = series
  const oneWeekday = rule?.freq === 'weekly' && rule.byWeekday.length <= 1 && series.dayMode !== 'next'
  if (
    oneWeekday &&
    Math.abs(dayNumber(start.date) - dayNumber(date)) < 7 &&
    weekdayOf(start.date) !== weekdayOf(date)
  ) {
    edit.rule = { ...rule, byWeekday: [{ weekday: weekdayOf(start.date), nth: null }] }
    edit.left = [...new Set([...series.left, start.date])].sort()
  }
  return edit
}
