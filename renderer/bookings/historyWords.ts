import type { z } from 'zod'
import type { historyEntry } from '../../shared/operations/bookings.ts'
import { bookingStatuses, serviceKinds } from '../../shared/operations/fields.ts'
import type { RuleCode } from '../../shared/refusals.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { ruleTitle } from '../../shared/text/explain.ts'
import { range } from '../../shared/text/format.ts'
import type { Language, Translate } from '../ui/text.ts'
import type { Catalogue } from './useCatalogue.ts'
import { momentText } from './words.ts'

export type HistoryEntry = z.infer<typeof historyEntry>
/** One field that a step changed, in words. */
export type HistoryDifference = { field: string; before: string; after: string }

type Facts = Record<string, unknown>
type Teller = { t: Translate; language: Language; zone: string; today: LocalDate; catalogue: Catalogue }

// In the order of the form. Start and end are told as one time.
const told = [
  'status',
  'when',
  'places',
  'teamId',
  'occupantId',
  'bookerId',
  'headCount',
  'projectId',
  'serviceKind',
  'confidential',
  'holdUntil',
  'waivers',
] as const
type Told = (typeof told)[number]

function pick(facts: Facts, field: Told): unknown {
  if (field === 'when') return [facts['start'], facts['end']]
  return field === 'places' ? facts['resources'] : facts[field]
}

function say(field: Told, value: unknown, { t, language, zone, today, catalogue }: Teller): string {
  const nothing = t('bookings.history.nothing')
  if (value === null || value === undefined || value === '') return nothing
  const id = typeof value === 'string' ? value : ''
  switch (field) {
    case 'status': {
      const status = bookingStatuses.find((each) => each === value)
      return status === undefined ? id : t(`refusals.statuses.${status}`)
    }
    case 'when': {
      const [start, end] = value as [number, number]
      return range(start, end, zone, language, today)
    }
    case 'places':
      return (value as { resourceId: string; quantity: number }[])
        .map(({ resourceId, quantity }) =>
          quantity === 1
            ? catalogue.placeName(resourceId)
            : t('bookings.view.quantity', { place: catalogue.placeName(resourceId), count: quantity }),
        )
        .join(t('refusals.listJoin'))
    case 'teamId':
      return catalogue.team(id)?.shortName ?? id
    case 'projectId':
      return catalogue.project(id)?.name ?? id
    case 'occupantId':
    case 'bookerId':
      return catalogue.person(id)?.name ?? t('bookings.view.gone')
    case 'headCount':
      return t('common.people', { count: Number(value) })
    case 'confidential':
      return t(value === true ? 'bookings.history.on' : 'bookings.history.off')
    case 'serviceKind': {
      const kind = serviceKinds.find((each) => each === value)
      return kind === undefined ? id : t(`bookings.services.${kind}`)
    }
    case 'holdUntil':
      return momentText(Number(value), zone, language, today)
    case 'waivers': {
      const rules = (value as { rule: string }[]).map(({ rule }) => ruleTitle(rule as RuleCode, language))
      return rules.length === 0 ? nothing : rules.join(t('refusals.listJoin'))
    }
  }
}

/** What a step changed, before → after. The journal keeps ids, times and figures; a step that changed words alone answers []. */
export function differences(entry: HistoryEntry, teller: Teller): HistoryDifference[] {
  const { before, after } = entry
  if (before === null || after === null) return []
  return told.flatMap((field) => {
    const one = pick(before, field)
    const other = pick(after, field)
    if (JSON.stringify(one ?? null) === JSON.stringify(other ?? null)) return []
    const words = { before: say(field, one, teller), after: say(field, other, teller) }
    // Two values that read the same (a buffer that changed with the place) tell the reader nothing.
    return words.before === words.after ? [] : [{ field: teller.t(`bookings.history.fields.${field}`), ...words }]
  })
}

const steps = {
  'bookings.create': 'create',
  'bookings.change': 'change',
  'bookings.move': 'move',
  'bookings.resize': 'resize',
  'bookings.cancel': 'cancel',
  'bookings.checkIn': 'checkIn',
  'bookings.checkOut': 'checkOut',
  'bookings.noShow': 'noShow',
  'bookings.approve': 'approve',
  'bookings.reject': 'reject',
  'bookings.confirm': 'confirm',
  'bookings.hold': 'hold',
  'bookings.extend': 'extend',
  'bookings.swap': 'swap',
  'bookings.transfer': 'transfer',
  'waitlist.add': 'offered',
  'waitlist.accept': 'offerTaken',
  'waitlist.decline': 'offerDeclined',
  'waitlist.withdraw': 'waitEnded',
  'life.suspend': 'suspended',
  'undo.apply': 'undo',
  'outages.add': 'outageAdded',
  'outages.change': 'outageChanged',
  'imports.start': 'imported',
  'centre.demo': 'demo',
} as const

/** What a step is called. */
export function stepName(
  { operation, before, after, byId }: Pick<HistoryEntry, 'operation' | 'before' | 'after' | 'byId'>,
  t: Translate,
): string {
  // A hold that some other step made is the offer of a place that became free in it.
  if (before === null && after?.['status'] === 'tentative' && operation !== 'bookings.create')
    return t('bookings.history.steps.offered')
  if (byId === null && operation === 'bookings.cancel') return t('bookings.history.steps.ranOut')
  if (byId === null && operation === 'bookings.noShow') return t('bookings.history.steps.released')
  if (Object.hasOwn(steps, operation)) return t(`bookings.history.steps.${steps[operation as keyof typeof steps]}`)
  return t(before === null ? 'bookings.history.made' : 'bookings.history.changed')
}
