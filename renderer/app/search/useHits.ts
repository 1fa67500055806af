import { useEffect, useMemo, useState } from 'react'
import { useRead } from '../../api/useRead.ts'
import { DAY } from '../../../shared/scheduling/time.ts'
import { dayInterval } from '../../../shared/scheduling/zone.ts'
import { useNow, useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { bookingHits, localHits, type Hit } from './hits.ts'

type Filter = typeof import('../../ui/pinyin.ts').pinyinFilter

const PAUSE_MS = 140
const FEW = 6
/** Enough to hold the nearest of what a common word finds in three weeks. */
const MANY = 200
const WEEK = 7 * DAY

/** Everything the words find: places, teams and people at once from memory, bookings from the core after a pause in typing. */
export function useHits(typed: string, open: boolean): { hits: readonly Hit[]; settled: boolean } {
  const text = typed.trim()
  const zone = useZone()
  const today = useToday()
  const [filter, setFilter] = useState<Filter | null>(null)
  const [asked, setAsked] = useState('')
  // The dictionary of pinyin is large: fetched with the first search, not with the page.
  useEffect(() => {
    if (open && filter === null) void import('../../ui/pinyin.ts').then((found) => setFilter(() => found.pinyinFilter))
  }, [open, filter])
  useEffect(() => {
    const timer = setTimeout(() => setAsked(text), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [text])

  const resources = useRead('resources.list', {}, { enabled: open }).value?.resources
  const teams = useRead('teams.list', {}, { enabled: open }).value?.teams
  const people = useRead('people.list', {}, { enabled: open }).value?.people
  const wanted = open && asked !== ''
  const now = useNow()
  const around = useMemo(() => dayInterval(today, zone), [today, zone])
  const weeks = { start: around.start - WEEK, end: around.end + 2 * WEEK }
  const near = useRead(
    'bookings.search',
    { text: asked, ...weeks, limit: MANY },
    { enabled: wanted, keepPrevious: true },
  )
  const others = useRead('bookings.search', { text: asked, limit: FEW }, { enabled: wanted, keepPrevious: true })

  const local = useMemo(
    () =>
      filter === null || text === ''
        ? []
        : localHits({ resources: resources ?? [], teams: teams ?? [], people: people ?? [] }, text, filter),
    [filter, text, resources, teams, people],
  )
  const bookings = useMemo(
    () => (wanted ? bookingHits(near.value, others.value, now, FEW) : []),
    [wanted, near.value, others.value, now],
  )
  const hits = useMemo(
    (): readonly Hit[] => (text === '' ? [] : [...local, ...bookings, { kind: 'all', id: 'all' }]),
    [local, bookings, text],
  )
  return {
    hits,
    settled:
      filter !== null &&
      asked === text &&
      !near.previous &&
      !others.previous &&
      !(wanted && (near.loading || others.loading)),
  }
}
