import { useMemo } from 'react'
import { DAY_MINUTES } from '../../../shared/scheduling/time.ts'
import { clock, moment, NO_FIGURE, type Language } from '../../../shared/text/format.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useText, type Translate } from '../../ui/text.ts'

/** What the journal keeps (field names, ids, instants) in the reader's words. */
export type JournalWords = { field: (name: string) => string; value: (name: string, value: unknown) => string }

type Words = Record<string, string>
type Named = { id: string; name: string; nameEn?: string }
type Told = { t: Translate; language: Language; zone: string; nameOf: (id: string) => string | undefined }

// Only these hold one word of a closed list; a note that happens to read like one stays as it was written.
const lists = /^(status|state|kind|role|stage|fundingSource|serviceKind|language|samePerson|approval)$/
const wallMinutes = /^(boardFrom|boardUntil|minute|from|until)$/
// No set-up and no strike is nothing to tell.
const margins = /^(before|after)$/
// Instants of this century and the next, in ms: no count or length comes near.
const isInstant = (value: number) => value > 9e11 && value < 8e12

/** Words for fields and values; a field or id that nobody knows any more stays as it is kept. */
export function journalWords({ t, language, zone, nameOf }: Told): JournalWords {
  const all = { returnObjects: true } as const
  const fields: Words = { ...t('refusals.fields', all), ...t('admin.journal.fields', all) }
  const known: Words = {
    ...t('admin.journal.values', all),
    ...t('admin.teams.kinds', all),
    ...t('admin.projects.sources', all),
    ...t('admin.projects.stages', all),
    ...t('admin.resources.states', all),
    ...t('bookings.services', all),
    ...t('refusals.outageKinds', all),
    ...t('refusals.kinds', all),
    ...t('refusals.roles', all),
    ...t('refusals.statuses', all),
  }
  const field = (name: string) => fields[name] ?? nameOf(name) ?? known[name] ?? name
  const pair = language === 'zh' ? '：' : ': '
  const value = (name: string, kept: unknown): string => {
    if (kept === undefined || kept === null || kept === '') return NO_FIGURE
    if (typeof kept === 'boolean') return t(kept ? 'admin.journal.values.yes' : 'admin.journal.values.no')
    if (typeof kept === 'string') return nameOf(kept) ?? (lists.test(name) ? (known[kept] ?? kept) : kept)
    if (typeof kept === 'number') {
      if (isInstant(kept)) return moment(kept, zone, language)
      if (wallMinutes.test(name) && kept <= DAY_MINUTES) return clock(kept)
      return name.endsWith('Minutes') ? t('admin.journal.values.minutes', { count: kept }) : String(kept)
    }
    if (Array.isArray(kept)) {
      if (kept.length === 0) return t('admin.journal.values.none')
      return kept.map((each) => value(name, each)).join(t('refusals.listJoin'))
    }
    const inside = Object.entries(kept).filter(
      ([each, of]) => of !== null && of !== undefined && (of !== 0 || !margins.test(each)),
    )
    if (inside.length === 0) return t('admin.journal.values.none')
    return inside.map(([each, of]) => `${field(each)}${pair}${value(each, of)}`).join(t('refusals.sentenceJoin'))
  }
  return { field, value }
}

/** journalWords() with the names of this centre. */
export function useJournalWords(): JournalWords {
  const { t, language } = useText()
  const zone = useZone()
  const places = useRead('resources.list', { withRetired: true }).value
  const teams = useRead('teams.list', { withRetired: true }).value
  const people = useRead('people.list', { withRetired: true }).value
  const projects = useRead('projects.list', { withRetired: true }).value
  return useMemo(() => {
    const named: Named[] = [
      ...(places?.resources ?? []),
      ...(places?.zones ?? []),
      ...(teams?.teams ?? []),
      ...(people?.people ?? []),
      ...(projects?.projects ?? []),
    ]
    const english = language === 'en'
    const names = new Map(named.map(({ id, name, nameEn }) => [id, english && nameEn ? nameEn : name]))
    return journalWords({ t, language, zone, nameOf: (id) => names.get(id) })
  }, [t, language, zone, places, teams, people, projects])
}
