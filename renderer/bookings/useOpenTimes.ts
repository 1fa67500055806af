import { useMemo } from 'react'
import { indexCalendar } from '../../shared/scheduling/calendar.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import { openIntervals } from '../../shared/scheduling/openHours.ts'
import { fallbackPolicy, knob, policiesOf } from '../../shared/scheduling/policy.ts'
import type { Interval } from '../../shared/scheduling/time.ts'
import { useToday } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { useRead } from '../api/useRead.ts'

// A long holiday and the weekends around it.
const DAYS = 16

/** When a place (or, without one, the centre) is open in the next days; null until that is known, [] when it cannot be. */
export function useOpenTimes(resourceId: string | null): readonly Interval[] | null {
  const zone = useZone()
  const today = useToday()
  const to = addDays(today, DAYS)
  const settings = useRead('settings.get', {})
  const places = useRead('resources.list', { withRetired: true })
  const calendar = useRead('calendar.range', { from: today, to }, { keepPrevious: true })
  const [set, listed, days] = [settings.value, places.value, calendar.value]
  const failed = [settings, places, calendar].some(({ failure }) => failure !== null)
  return useMemo(() => {
    if (set === undefined || listed === undefined || days === undefined) return failed ? [] : null
    const policies = policiesOf(set)
    const place = listed.resources.find(({ id }) => id === resourceId)
    const hours =
      place === undefined
        ? (policies.centre.openHours ?? fallbackPolicy.openHours)
        : knob(place, policies, 'openHours').value
    return hours === undefined ? [] : openIntervals(hours, indexCalendar(days), today, to, zone)
  }, [set, listed, days, failed, resourceId, today, to, zone])
}
