import { useState } from 'react'
import type { Need, Sorting, WantedPart } from '../../shared/operations/find.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import type { LocalDate, WallMinute } from '../../shared/scheduling/time.ts'

/** What the page is asked for. The days count from today while nobody has chosen them. */
export type Asked = {
  parts: readonly WantedPart[]
  minutes: number
  from: LocalDate | null
  to: LocalDate | null
  hours: { from: WallMinute; until: WallMinute }
  workdaysOnly: boolean
  teamId: string | null
  occupantId: string | null
  sort: Sorting
}

const DAYS = 10
const afresh: Asked = {
  parts: [],
  minutes: 60,
  from: null,
  to: null,
  hours: { from: 540, until: 1080 },
  workdaysOnly: true,
  teamId: null,
  occupantId: null,
  sort: 'earliest',
}

// What was asked stays while the window is open: going to look at the board must not lose it.
let kept: { personId: string; asked: Asked } | null = null

/** The question of this page, kept for the person while the window is open. */
export function useAsked(personId: string): [Asked, (change: Partial<Asked>) => void, () => void] {
  const [asked, setAsked] = useState<Asked>(() => (kept?.personId === personId ? kept.asked : afresh))
  const become = (next: Asked) => {
    kept = { personId, asked: next }
    setAsked(next)
  }
  return [asked, (change) => become({ ...asked, ...change }), () => become(afresh)]
}

/** A part with nothing said about it but what is given. */
export function partOf(change: Partial<WantedPart>): WantedPart {
  return { ids: [], kinds: [], features: [], zoneId: null, seats: null, quantity: 1, ...change }
}

/** The days asked for: from today for ten days unless chosen; the end never before the start. */
export function daysOf(asked: Asked, today: LocalDate): { from: LocalDate; to: LocalDate } {
  const from = asked.from === null || asked.from < today ? today : asked.from
  const to = asked.to ?? addDays(from, DAYS)
  return { from, to: to < from ? from : to }
}

/** The need as the core takes it; null while no part is asked for or the hours run backwards. */
export function needOf(asked: Asked, today: LocalDate): Need | null {
  if (asked.parts.length === 0 || asked.hours.until <= asked.hours.from) return null
  const seats = asked.parts.flatMap((part) => part.seats ?? [])
  return {
    parts: [...asked.parts],
    minutes: asked.minutes,
    ...daysOf(asked, today),
    hours: asked.hours,
    workdaysOnly: asked.workdaysOnly,
    headCount: seats.length === 0 ? null : Math.max(...seats),
    projectId: null,
    teamId: asked.teamId,
    occupantId: asked.occupantId,
  }
}

/** The question that a relaxed need asks. */
export function askedOf(asked: Asked, need: Need): Asked {
  const { parts, minutes, from, to, hours, workdaysOnly } = need
  return { ...asked, parts, minutes, from, to, hours, workdaysOnly }
}
