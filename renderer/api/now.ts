import { useCallback, useEffect, useState } from 'react'
import { dateOf } from '../../shared/scheduling/zone.ts'
import type { Instant, LocalDate } from '../../shared/scheduling/time.ts'
import { useClient } from './ApiProvider.tsx'
import { useCentre } from './session.ts'

// The core's clock minus this page's, in ms. The core's counts: it may be another machine's, or a fixed one in a test.
const offsets = new WeakMap<object, number>()

/** Notes what the core's clock shows, from `centre.status`. */
export function setCoreClock(client: object, coreNow: Instant): void {
  offsets.set(client, coreNow - Date.now())
}

/** Reads the core's clock when called. */
export function useNowReader(): () => Instant {
  const client = useClient()
  return useCallback(() => Date.now() + (offsets.get(client) ?? 0), [client])
}

/** The moment now, drawn again at each full `everyMs` (a minute by default). */
export function useNow(everyMs = 60_000): Instant {
  const read = useNowReader()
  const [now, setNow] = useState(read)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const at = read()
      setNow(at)
      timer = setTimeout(tick, everyMs - (at % everyMs) + 5)
    }
    tick()
    return () => clearTimeout(timer)
  }, [read, everyMs])
  return now
}

/** Today on the centre's wall. */
export function useToday(): LocalDate {
  const { zone } = useCentre()
  return dateOf(useNow(), zone)
}
