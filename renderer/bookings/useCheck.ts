import { useEffect, useState } from 'react'
import type { Alternative } from '../../shared/operations/bookings.ts'
import type { Refusal } from '../../shared/refusals.ts'
import { DAY } from '../../shared/scheduling/time.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'
import { checkable, checkOf, type BookingForm } from './form.ts'

/** Typing settles for this long before the core is asked. */
export const SETTLE_MS = 180

export type Check = {
  /** `idle`: nothing to judge yet. `fresh` answers what stands in the form now; `stale` what stood there a moment ago. */
  state: 'idle' | 'asking' | 'fresh' | 'stale' | 'failed'
  refusals: readonly Refusal[]
  alternatives: readonly Alternative[]
  needsApproval: boolean
  /** Told, but not in the way. */
  warnings: readonly Refusal[]
  /** The smallest change for a reason, by the reason as text. */
  changes: ReadonlyMap<string, SmallestChange>
}

export type SmallestChange = { resources: Alternative['resources']; start: number; end: number }

const nothing: Check = {
  state: 'idle',
  refusals: [],
  alternatives: [],
  needsApproval: false,
  warnings: [],
  changes: new Map(),
}

/** Asks the core, as the form changes, whether it would be accepted: every reason at once and up to three ways on. Writes nothing. */
export function useCheck(form: BookingForm, bookingId: string | null, enabled: boolean): Check {
  const zone = useZone()
  const wanted = enabled && checkable(form) ? JSON.stringify(checkOf(form, zone)) : null
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    if (wanted === settled) return undefined
    const timer = setTimeout(() => setSettled(wanted), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [wanted, settled])
  const request = JSON.parse(settled ?? '{"resources":[{"resourceId":"none"}],"start":0,"end":1}') as ReturnType<
    typeof checkOf
  >
  const read = useRead('bookings.check', { request, bookingId }, { enabled: settled !== null, keepPrevious: true })
  const refusals = (read.value?.refusals ?? []) as Refusal[]
  // The bookings in the way are read too, so that the reasons can name them (CF-04).
  const clash = settled !== null && refusals.some(({ code }) => code === 'overlaps' || code === 'noUnitsLeft')
  useRead('bookings.range', { start: Math.max(0, request.start - DAY), end: request.end + DAY }, { enabled: clash })
  if (wanted === null) return nothing
  const { value } = read
  if (value === undefined) return { ...nothing, state: read.failure === null ? 'asking' : 'failed' }
  const current = settled === wanted && !read.previous
  const state = current ? (read.failure === null ? 'fresh' : 'failed') : 'stale'
  const changes = new Map<string, SmallestChange>()
  refusals.forEach((refusal, index) => {
    const found = value.changes[index]
    if (found !== undefined && found !== null) changes.set(JSON.stringify(refusal), found)
  })
  const { alternatives, needsApproval } = value
  return { state, refusals, alternatives, needsApproval, warnings: value.warnings as Refusal[], changes }
}
