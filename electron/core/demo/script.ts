import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { arrange, type Workshop } from './ordinary.ts'
import type { PlannedBooking } from './plan.ts'
import { randomFrom } from './random.ts'
import type { TeamKey } from './teams.ts'

/** One booking written out by hand. */
export type Line = {
  /** Codes of places, a space between them, `×n` for units of a pool. */
  at: string
  /** Wall minutes; below 0 or beyond 1440 it is another day. */
  from: number
  until: number
  title: string
  team: TeamKey
  heads?: number
  /** Asked for at most so many days before. */
  longestLead?: number
} & Partial<Omit<PlannedBooking, 'start' | 'end' | 'title' | 'team' | 'places' | 'headCount'>>

/** Wall minutes of an hour. */
export function clock(hour: number, minute = 0): number {
  return hour * 60 + minute
}

/** Reads `C101×4` and `YQ-001 YQ-002`. */
export function placesOf(at: string): { code: string; quantity: number }[] {
  return at.split(' ').map((each) => {
    const [code, quantity] = each.split('×')
    return { code: code!, quantity: Number(quantity ?? 1) }
  })
}

/** Books a written line on a day of the frame, if the day belongs to it; false when a rule stands against it. */
export function bookLine(line: Line, date: LocalDate, workshop: Workshop): boolean {
  const { frame, seed } = workshop
  if (!frame.holds(date)) return true
  const { at, from, until, heads, ...fields } = line
  const random = randomFrom(seed, `${date} ${at} ${from} script`)
  return arrange(
    {
      fate: 'kept',
      places: placesOf(at),
      start: frame.at(date, from),
      end: frame.at(date, until),
      headCount: heads ?? null,
      longestLead: 6,
      ...fields,
    },
    workshop,
    random,
  )
}
