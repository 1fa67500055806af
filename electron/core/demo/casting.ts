import { MINUTE, type Instant, type Interval } from '../../../shared/scheduling/time.ts'
import { addDays, dateOf } from '../../../shared/scheduling/zone.ts'
import type { Frame } from './plan.ts'
import type { Random } from './random.ts'
import { personPlans, projectPlans, type TeamKey } from './teams.ts'

/** Who books, who uses, for which project, and when it was asked for. Nobody is in two places at once. */
export type Casting = {
  /** Someone of the team who is free then, or null. */
  someone(team: TeamKey, interval: Interval, random: Random): string | null
  /** Remembers that a person is busy. */
  engage(person: string | null, interval: Interval): void
  /** The desk on behalf, or the person themself. */
  booker(occupant: string | null, random: Random): string
  /** A project of the team that runs on all days of the interval. */
  project(team: TeamKey, interval: Interval, random: Random): string | null
  /** A working moment up to `longest` days before. */
  askedFor(start: Instant, longest: number, random: Random): Instant
}

/** Opens the casting for one demo. */
export function openCasting(frame: Frame): Casting {
  const members = new Map<TeamKey, string[]>()
  for (const person of personPlans) {
    if (person.role === 'administrator' || person.role === 'auditor') continue
    members.set(person.team, [...(members.get(person.team) ?? []), person.key])
  }
  const engaged = new Map<string, Interval[]>()
  const isBusy = (person: string, { start, end }: Interval) =>
    (engaged.get(person) ?? []).some((each) => each.start < end && each.end > start)

  return {
    someone(team, interval, random) {
      const free = (members.get(team) ?? []).filter((person) => !isBusy(person, interval))
      return free.length > 0 ? random.pick(free) : null
    },
    engage(person, { start, end }) {
      if (person !== null) engaged.set(person, [...(engaged.get(person) ?? []), { start, end }])
    },
    booker(occupant, random) {
      return occupant === null || random.chance(0.55) ? 'shan' : occupant
    },
    project(team, { start, end }, random) {
      const [first, last] = [dateOf(start, frame.zone), dateOf(end, frame.zone)]
      const running = projectPlans.filter(
        (each) => each.team === team && frame.day(each.startOn) <= first && last <= frame.day(each.endOn),
      )
      return running.length > 0 && random.chance(0.85) ? random.pick(running).no : null
    },
    askedFor(start, longest, random) {
      const date = addDays(dateOf(start, frame.zone), -random.whole(1, longest))
      return frame.at(date, 9 * 60) + random.whole(0, 8 * 60) * MINUTE
    },
  }
}
