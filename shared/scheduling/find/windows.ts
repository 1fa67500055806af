import type { Need } from '../../operations/find.ts'
import { isWorkday } from '../calendar.ts'
import { dateOfDayNumber, dayNumber } from '../civil.ts'
import { merge } from '../interval.ts'
import type { Situation } from '../situation.ts'
import { DAY, MINUTE, type Interval } from '../time.ts'
import { wallEdge } from '../zone.ts'

/** The stretches in which an answer must lie whole: the hours of every day searched; whole days next to each other are one stretch. */
export function searchWindows(need: Need, { calendar, zone, project }: Situation): Interval[] {
  const windows: Interval[] = []
  const last = dayNumber(need.to)
  for (let day = dayNumber(need.from); day <= last; day += 1) {
    const date = dateOfDayNumber(day)
    if (need.workdaysOnly && !isWorkday(date, calendar)) continue
    if (project !== null && (date < project.startOn || date > project.endOn)) continue
    const start = wallEdge(day * DAY + need.hours.from * MINUTE, zone)
    const end = wallEdge(day * DAY + need.hours.until * MINUTE, zone)
    if (start < end) windows.push({ start, end })
  }
  return merge(windows)
}
