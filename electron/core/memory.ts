import type { Settings, WorkingCalendar } from '../../shared/operations/centre.ts'
import type { Topic } from '../../shared/operations/operation.ts'
import type { Quota } from '../../shared/operations/rules.ts'
import type { Catalogue } from '../../shared/operations/resources.ts'
import { indexCalendar, type CalendarIndex } from '../../shared/scheduling/calendar.ts'
import { indexPlaces } from '../../shared/scheduling/leaves.ts'
import { defaultPolicies, policiesOf } from '../../shared/scheduling/policy.ts'
import type { Places, Policies } from '../../shared/scheduling/situation.ts'
import type { Stores } from '../storage/stores.ts'

/** What every judgement needs and seldom changes: read once, forgotten when an operation changes it. */
export type Memory = {
  settings: () => Settings
  /** False until somebody has set the centre up. */
  isSetUp: () => boolean
  policies: () => Policies
  quotas: () => readonly Quota[]
  catalogue: () => Catalogue
  places: () => Places
  calendar: () => CalendarIndex
  workingCalendar: () => WorkingCalendar
  /** Called for each topic that is written, and for all of them when a transaction rolls back. */
  forget: (topic: Topic | 'everything') => void
}

/** What a data folder is until it is set up: Shanghai time and the suggested rules. */
export const settingsBeforeSetUp: Settings = {
  centreName: '亨通预约',
  centreNameEn: 'Hengtong Booking',
  zone: 'Asia/Shanghai',
  demo: false,
  boardFrom: 480,
  boardUntil: 1260,
  language: 'zh',
  policy: defaultPolicies.centre,
  kindPolicies: defaultPolicies.kinds,
  idleMinutes: 30,
}

/** A memory over the stores. */
export function openMemory(stores: Pick<Stores, 'centre' | 'places' | 'quotas'>): Memory {
  let settings: { value: Settings | null } | null = null
  let quotas: readonly Quota[] | null = null
  let catalogue: Catalogue | null = null
  let places: Places | null = null
  let working: WorkingCalendar | null = null
  let calendar: CalendarIndex | null = null
  const stored = () => (settings ??= { value: stores.centre.settings() }).value
  const memory: Memory = {
    settings: () => stored() ?? settingsBeforeSetUp,
    isSetUp: () => stored() !== null,
    policies: () => policiesOf(memory.settings()),
    quotas: () => (quotas ??= stores.quotas.all()),
    catalogue: () => (catalogue ??= stores.places.all()),
    places: () => (places ??= indexPlaces(memory.catalogue())),
    workingCalendar: () => (working ??= stores.centre.calendar()),
    calendar: () => (calendar ??= indexCalendar(memory.workingCalendar())),
    forget(topic) {
      const all = topic === 'everything'
      if (all || topic === 'settings') {
        settings = null
        quotas = null
      }
      if (all || topic === 'resources') {
        catalogue = null
        places = null
      }
      if (all || topic === 'calendar') {
        working = null
        calendar = null
      }
    },
  }
  return memory
}
