import type { OpenWindow } from '../../operations/fields.ts'
import { dateOfDayNumber, dayNumber } from '../civil.ts'
import { neverCloses, openWindows } from '../openHours.ts'
import { knob } from '../policy.ts'
import { DAY, MINUTE, type LocalDate } from '../time.ts'
import { dateOf, wallEdge } from '../zone.ts'
import { origin, type PlaceRule } from './rule.ts'

// Longer than any maximum length that can be set: beyond it `longest` refuses anyway, and a mistyped year must not cost a million days.
const MOST_DAYS = 400

/**
 * Must hold: every minute of the booking lies in the opening hours of its day; across midnight both days must be open there. Names the first
 * closed day, and the first day with hours that do not suffice with the minutes outside of all such days. Buffers may lie outside.
 * Exempt: a booking that stands there already and asks for no more time.
 * Waived by: manager, administrator.
 */
export const placeIsOpen: PlaceRule = (asked, proposal, situation, found) => {
  if (asked.shrinks || proposal.start >= proposal.end) return
  const { value: hours, level } = knob(asked.resource, situation.policies, 'openHours')
  if (neverCloses(hours)) return
  const { zone, calendar } = situation
  const firstDay = dayNumber(dateOf(proposal.start, zone))
  const lastDay = Math.min(firstDay + MOST_DAYS, dayNumber(dateOf(proposal.end - 1, zone)))
  let closed: LocalDate | null = null
  let short: { date: LocalDate; window: OpenWindow } | null = null
  let outside = 0
  for (let day = firstDay; day <= lastDay; day += 1) {
    const date = dateOfDayNumber(day)
    const windows = openWindows(hours, date, calendar)
    if (windows.length === 0) {
      closed ??= date
      continue
    }
    const from = Math.max(proposal.start, wallEdge(day * DAY, zone))
    const until = Math.min(proposal.end, wallEdge((day + 1) * DAY, zone))
    let left = until - from
    let best: OpenWindow = windows[0]!
    let most = -1
    for (const window of windows) {
      const start = Math.max(from, wallEdge(day * DAY + window.from * MINUTE, zone))
      const end = Math.min(until, wallEdge(day * DAY + window.until * MINUTE, zone))
      const inside = end - start
      if (inside > 0) left -= inside
      if (inside > most) {
        most = inside
        best = window
      }
    }
    if (left > 0) {
      outside += left
      short ??= { date, window: best }
    }
  }
  const id = asked.resource.id
  if (closed !== null) {
    const name = calendar.days.get(closed)?.name
    found.push({ code: 'closedDay', date: closed, name: name ? name : null, ...origin('closedDay', id, level) })
  }
  if (short !== null)
    found.push({
      code: 'outsideHours',
      date: short.date,
      from: short.window.from,
      until: short.window.until,
      minutesOutside: Math.ceil(outside / MINUTE),
      ...origin('outsideHours', id, level),
    })
}
