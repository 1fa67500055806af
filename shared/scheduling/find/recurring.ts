import type { Need, RecurringNeed, RecurringOption } from '../../operations/find.ts'
import { isWorkday } from '../calendar.ts'
import { weekdayOf } from '../civil.ts'
import { judge } from '../judge.ts'
import { knob } from '../policy.ts'
import { expandDates } from '../recurrence/expand.ts'
import { ruleOf } from '../recurrence/rule.ts'
import type { Situation } from '../situation.ts'
import { MINUTE, type Instant, type LocalDate } from '../time.ts'
import { toInstant } from '../zone.ts'
import { suitable, wasteOf } from './candidates.ts'
import { proposalOf } from './findTimes.ts'
import { openSearch } from './search.ts'

type Room = { resourceId: string; quantity: number; step: number; waste: number }
type Cell = { start: Instant; free: boolean[]; approval: boolean[] }

/** The dates a recurring need asks for; with `workdaysOnly` those that are no workdays are left out and others take their place. */
export function datesOf(need: RecurringNeed, situation: Situation): LocalDate[] {
  const weekdays = need.weekdays.length > 0 ? need.weekdays : [weekdayOf(need.from)]
  const rule = ruleOf({
    freq: need.freq,
    interval: need.interval,
    byWeekday: need.freq === 'weekly' ? weekdays.map((weekday) => ({ weekday })) : [],
    count: need.workdaysOnly ? null : need.count,
  })
  const dates = expandDates(rule, need.from)
  return (need.workdaysOnly ? dates.filter((date) => isWorkday(date, situation.calendar)) : dates).slice(0, need.count)
}

/**
 * The times of day for a series (FT-03): those at which one place is free on all dates first, then those with the fewest missing dates, then with the
 * fewest changes of place, then the fewest seats to spare, then the earliest. Every date given was judged by every rule; a date on which
 * no place is free is missing. For each time the places are the best there are, by going over the dates once.
 */
export function findRecurring(need: RecurringNeed, situation: Situation, limit: number): RecurringOption[] {
  const dates = datesOf(need, situation)
  if (dates.length === 0) return []
  const single: Need = {
    ...need,
    parts: [need.part],
    from: dates[0]!,
    to: dates.at(-1)!,
    projectId: null,
    teamId: null,
    occupantId: null,
  }
  const world = openSearch(single, situation).situation
  const rooms: Room[] = suitable(need.part, single, world).map((resource) => ({
    resourceId: resource.id,
    quantity: need.part.quantity,
    step: knob(resource, world.policies, 'stepMinutes').value,
    waste: wasteOf(resource, need.part),
  }))
  const step = rooms.reduce((least, each) => Math.min(least, each.step), 60)
  const options: (RecurringOption & { waste: number })[] = []
  for (
    let minute = Math.ceil(need.hours.from / step) * step;
    minute + need.minutes <= need.hours.until;
    minute += step
  ) {
    const cells = dates.map((date) => cellOf(date, minute, rooms, single, world))
    if (cells.every((cell) => !cell.free.includes(true))) continue
    options.push(optionOf(minute, dates, cells, rooms, need.minutes))
  }
  return options
    .sort(
      (a, b) =>
        a.missing.length - b.missing.length || a.changes - b.changes || a.waste - b.waste || a.minute - b.minute,
    )
    .slice(0, limit)
    .map(({ waste: _waste, ...option }) => option)
}

function cellOf(date: LocalDate, minute: number, rooms: readonly Room[], need: Need, situation: Situation): Cell {
  const start = toInstant({ date, minute }, situation.zone)
  const verdicts = rooms.map(({ resourceId, quantity }) =>
    judge(proposalOf([{ resourceId, quantity }], start, need), situation),
  )
  return {
    start,
    free: verdicts.map((each) => each.refusals.length === 0),
    approval: verdicts.map((each) => each.needsApproval),
  }
}

/** Fewest changes, then fewest seats to spare: for each date and place the cheapest way there; a date without any place changes nothing. */
function optionOf(
  minute: number,
  dates: readonly LocalDate[],
  cells: readonly Cell[],
  rooms: readonly Room[],
  minutes: number,
): RecurringOption & { waste: number } {
  const change = 1 + dates.length * (1 + Math.max(0, ...rooms.map((each) => each.waste)))
  const used = cells.filter((cell) => cell.free.includes(true))
  let costs: number[] = []
  const cameFrom: number[][] = []
  used.forEach((cell, at) => {
    const cheapest = at === 0 ? -1 : costs.indexOf(Math.min(...costs))
    const from: number[] = []
    costs = rooms.map((room, index) => {
      if (!cell.free[index]) return Infinity
      if (at === 0) return room.waste
      const stay = costs[index]!
      const move = costs[cheapest]! + change
      from[index] = stay <= move ? index : cheapest
      return Math.min(stay, move) + room.waste
    })
    cameFrom.push(from)
  })
  const best = Math.min(...costs)
  const path: number[] = []
  for (let at = used.length - 1, room = costs.indexOf(best); at >= 0; at -= 1) {
    path.unshift(room)
    room = cameFrom[at]![room] ?? 0
  }
  const roomAt = new Map(used.map((cell, at) => [cell, path[at]!]))
  return {
    minute,
    dates: cells.map((cell, at) => {
      const index = roomAt.get(cell)
      return {
        date: dates[at]!,
        resourceId: index === undefined ? null : rooms[index]!.resourceId,
        start: cell.start,
        end: cell.start + minutes * MINUTE,
        needsApproval: index !== undefined && cell.approval[index]!,
      }
    }),
    changes: Math.floor(best / change),
    missing: dates.filter((_, at) => !roomAt.has(cells[at]!)),
    waste: best % change,
  }
}
