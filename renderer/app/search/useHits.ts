import { useEffect, useMemo, useState } from 'react'
import { useRead } from '../../api/useRead.ts'
import { bookingHits, localHits, type Hit } from './hits.ts'

type Filter = typeof import('../../ui/pinyin.ts').pinyinFilter

const PAUSE_MS = 140
const FEW = 6

/** Everything the words find: places, teams and people at once from memory, bookings from the core after a pause in typing. */
export function useHits(typed: string, open: boolean): { hits: readonly Hit[]; settled: boolean } {
  const text = typed.trim()
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
  const found = useRead('bookings.search', { text: asked, limit: FEW }, { enabled: wanted, keepPrevious: true })

  const local = useMemo(
    () =>
      filter === null || text === ''
        ? []
        : localHits({ resources: resources ?? [], teams: teams ?? [], people: people ?? [] }, text, filter),
    [filter, text, resources, teams, people],
  )
  const bookings = useMemo(() => (wanted ? bookingHits(found.value) : []), [wanted, found.value])
  const hits = useMemo(
    (): readonly Hit[] => (text === '' ? [] : [...local, ...bookings, { kind: 'all', id: 'all' }]),
    [local, bookings, text],
  )
  return { hits, settled: filter !== null && asked === text && !found.previous && !(wanted && found.loading) }
}
