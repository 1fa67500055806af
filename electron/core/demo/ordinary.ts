import { isWorkday } from '../../../shared/scheduling/calendar.ts'
import { MINUTE, type LocalDate } from '../../../shared/scheduling/time.ts'
import { addDays, daysFrom, weekdayOf } from '../../../shared/scheduling/zone.ts'
import type { Casting } from './casting.ts'
import {
  pressureByHour,
  pressureByWeekday,
  roomHabits,
  sessionHabits,
  weeklyHabits,
  type RoomHabit,
  type SessionHabit,
} from './habits.ts'
import type { Ledger } from './ledger.ts'
import { plan, type Fate, type Frame, type PlannedBooking } from './plan.ts'
import { randomFrom, type Random } from './random.ts'
import type { TeamKey } from './teams.ts'
import { benchTitles, chamberTitles, deskTitles, printTitles, type Titles } from './titles.ts'

/** What the filling of a day needs at hand. */
export type Workshop = { frame: Frame; ledger: Ledger; casting: Casting; seed: number }

type Asked = Pick<PlannedBooking, 'places' | 'start' | 'end' | 'title' | 'team'> &
  Partial<PlannedBooking> & { longestLead?: number }

/** A team and one of its titles. */
function subject(titles: Titles, random: Random): { team: TeamKey; title: string } {
  const all = Object.entries(titles).flatMap(([team, list]) => list.map((title) => ({ team: team as TeamKey, title })))
  return random.pick(all)
}

/** Completes a booking with people, project, lateness and fate, and writes it down if every rule allows it. */
export function arrange(asked: Asked, { ledger, casting }: Workshop, random: Random): boolean {
  const interval = { start: asked.start, end: asked.end }
  const occupant = asked.occupant === undefined ? casting.someone(asked.team, interval, random) : asked.occupant
  const length = (asked.end - asked.start) / MINUTE
  const fate =
    asked.fate ??
    random.weighted<Fate>([
      ['kept', 88],
      ['noShow', 6],
      ['cancelled', 6],
    ])
  const { longestLead, ...fields } = asked
  const booking = plan({
    booker: casting.booker(occupant, random),
    occupant,
    projectNo: length >= 60 ? casting.project(asked.team, interval, random) : null,
    bookedAt: casting.askedFor(asked.start, longestLead ?? 10, random),
    cameAfter: random.whole(-7, 8),
    leftAfter: random.chance(0.3) ? -random.whole(10, Math.max(10, Math.floor(length / 3))) : random.whole(-8, 1),
    ...fields,
    fate,
  })
  if (!ledger.book(booking)) return false
  casting.engage(occupant, interval)
  return true
}

/** People in a room: rarely full, never more than it holds. */
function heads(capacity: number | null, random: Random): number | null {
  if (capacity === null) return null
  return Math.max(Math.min(2, capacity), Math.min(capacity, Math.round(capacity * (0.3 + 0.65 * random.next()))))
}

function fillRoom(habit: RoomHabit, date: LocalDate, workshop: Workshop, random: Random): void {
  const { frame, ledger } = workshop
  const capacity = ledger.places.resources.get(habit.code)!.capacity
  const weekday = pressureByWeekday[weekdayOf(date)]!
  let minute = habit.from
  while (minute <= habit.until) {
    const pressure = (pressureByHour[Math.floor(minute / 60)] ?? 0) * habit.demand * weekday
    if (!random.chance(Math.min(0.9, pressure))) {
      minute += 30
      continue
    }
    const length = random.weighted(habit.lengths)
    const booked = [length, 60, 30]
      .filter((each) => each <= length)
      .find((each) =>
        arrange(
          {
            places: [{ code: habit.code, quantity: 1 }],
            start: frame.at(date, minute),
            end: frame.at(date, minute + each),
            ...subject(habit.titles, random),
            headCount: heads(capacity, random),
            confidential: habit.confidential ?? false,
            serviceKind: habit.serviceKind ?? null,
            longestLead: habit.longestLead,
          },
          workshop,
          random,
        ),
      )
    minute += booked ?? 30
  }
}

function fillSessions(habit: SessionHabit, date: LocalDate, workshop: Workshop, random: Random): void {
  const { frame } = workshop
  const weekday = pressureByWeekday[weekdayOf(date)]!
  for (const half of ['morning', 'afternoon'] as const) {
    if (!random.chance(habit[half] * weekday)) continue
    const from = half === 'morning' ? random.pick([540, 540, 570, 600]) : random.pick([810, 840, 840, 870])
    const latest = half === 'morning' ? 720 : 1260
    const length = Math.min(latest - from, 30 * random.whole(habit.shortest / 30, habit.longest / 30))
    arrange(
      {
        places: habit.codes.map((code) => ({ code, quantity: 1 })),
        start: frame.at(date, from),
        end: frame.at(date, from + Math.max(habit.shortest, length)),
        ...subject(habit.titles, random),
        headCount: habit.codes[0]!.startsWith('B') ? random.whole(1, 4) : null,
        serviceKind: habit.serviceKind,
        note: habit.note ?? '',
      },
      workshop,
      random,
    )
  }
}

const halves = [
  [510, 750],
  [780, 1050],
] as const

function fillPools(date: LocalDate, workshop: Workshop, random: Random): void {
  const { frame } = workshop
  for (const [from, until] of halves) {
    const whole = { start: frame.at(date, from), end: frame.at(date, until) }
    for (let bench = random.whole(1, 2); bench > 0; bench -= 1)
      arrange(
        {
          places: [{ code: 'B105', quantity: 1 }],
          ...whole,
          ...subject(benchTitles, random),
          serviceKind: 'svcPilotBatch',
        },
        workshop,
        random,
      )
    for (let group = random.whole(1, 2); group > 0; group -= 1) {
      const quantity = random.whole(2, 5)
      arrange(
        {
          places: [{ code: 'C101', quantity }],
          ...whole,
          ...subject(deskTitles, random),
          headCount: quantity,
          fate: 'kept',
        },
        workshop,
        random,
      )
    }
  }
}

/** Machines that run while nobody is there: prints overnight, the chamber over days. */
function fillUnattended(date: LocalDate, workshop: Workshop, random: Random): void {
  const { frame } = workshop
  const tomorrow = addDays(date, 1)
  const print = (code: string, from: number): Asked => ({
    places: [{ code, quantity: 1 }],
    start: frame.at(date, from),
    end: frame.at(tomorrow, 480),
    ...subject(printTitles, random),
    serviceKind: 'svcPrototype',
    note: '过夜无人值守',
    fate: 'kept',
    tag: 'overnight',
  })
  if (random.chance(0.55)) arrange(print('YQ-015', random.pick([1020, 1050, 1080])), workshop, random)
  if (random.chance(0.25)) arrange(print('YQ-016', random.pick([1050, 1080])), workshop, random)
  if (random.chance(0.3)) {
    const start = frame.at(date, random.pick([600, 840, 960]))
    arrange(
      {
        places: [{ code: 'YQ-020', quantity: 1 }],
        start,
        end: start + random.pick([16, 24, 48]) * 60 * MINUTE,
        ...subject(chamberTitles, random),
        serviceKind: 'svcFeasibility',
        note: '无人值守',
        fate: 'kept',
      },
      workshop,
      random,
    )
  }
}

/** Fills every working day of the frame around what stands in the ledger already. `skip` names places a scripted day keeps to itself. */
export function fillOrdinaryDays(workshop: Workshop, skip: (date: LocalDate, code: string) => boolean): void {
  const { frame, seed } = workshop
  const days = daysFrom(frame.from, frame.to).filter((date) => isWorkday(date, frame.calendar))
  for (const date of days) {
    for (const habit of weeklyHabits) {
      if (habit.weekday !== weekdayOf(date) || skip(date, habit.code)) continue
      const { code, from, until, title, team } = habit
      const random = randomFrom(seed, `${date} ${code} ${from}`)
      arrange(
        {
          places: [{ code, quantity: 1 }],
          start: frame.at(date, from),
          end: frame.at(date, until),
          title,
          team,
          headCount: heads(workshop.ledger.places.resources.get(code)!.capacity, random),
          serviceKind: title === '导师辅导日' ? 'mentoring' : null,
          longestLead: 14,
        },
        workshop,
        random,
      )
    }
    for (const habit of roomHabits)
      if (!skip(date, habit.code)) fillRoom(habit, date, workshop, randomFrom(seed, `${date} ${habit.code}`))
    for (const habit of sessionHabits)
      if (!habit.codes.some((code) => skip(date, code)))
        fillSessions(habit, date, workshop, randomFrom(seed, `${date} ${habit.codes.join()}`))
    if (!skip(date, 'B105')) fillPools(date, workshop, randomFrom(seed, `${date} pools`))
    if (!skip(date, 'YQ-015')) fillUnattended(date, workshop, randomFrom(seed, `${date} unattended`))
  }
}
