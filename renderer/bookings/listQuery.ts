import { bookingStatuses, type BookingStatus } from '../../shared/operations/fields.ts'
import type { Input } from '../../shared/operations/index.ts'
import { addDays, isDate, mondayOf } from '../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { dayInterval } from '../../shared/scheduling/zone.ts'
import type { RouteParams } from '../ui/router.ts'

export const PAGE_ROWS = 100

export const quickViews = ['today', 'pending', 'week', 'all'] as const
export type QuickView = (typeof quickViews)[number]

/** What the list shows. Dates are whole days, both shown; null is open. */
export type ListQuery = {
  text: string
  from: LocalDate | null
  until: LocalDate | null
  statuses: readonly BookingStatus[]
  teamId: string | null
  resourceId: string | null
  offset: number
}

const empty: ListQuery = { text: '', from: null, until: null, statuses: [], teamId: null, resourceId: null, offset: 0 }

/** What a quick view shows. */
export function queryOfView(view: QuickView, today: LocalDate): ListQuery {
  const monday = mondayOf(today)
  switch (view) {
    case 'today':
      return { ...empty, from: today, until: today }
    case 'week':
      return { ...empty, from: monday, until: addDays(monday, 6) }
    case 'pending':
      return { ...empty, statuses: ['pending'] }
    case 'all':
      return empty
  }
}

/** Reads the address. An address without any filter is today's list: the front desk's first look. `view=all` asks for everything. */
export function queryOfParams(params: Readonly<Record<string, string>>, today: LocalDate): ListQuery {
  const date = (name: string) => {
    const text = params[name] ?? ''
    return isDate(text) ? text : null
  }
  const query: ListQuery = {
    text: params['text'] ?? '',
    from: date('from'),
    until: date('to'),
    statuses: (params['status'] ?? '')
      .split(',')
      .flatMap((name) => bookingStatuses.find((each) => each === name) ?? []),
    teamId: params['teamId'] ?? null,
    resourceId: params['resourceId'] ?? null,
    offset: Math.max(0, Math.floor(Number(params['offset'] ?? 0)) || 0),
  }
  const plain = JSON.stringify({ ...query, offset: 0 }) === JSON.stringify(empty)
  return plain && params['view'] !== 'all' ? { ...queryOfView('today', today), offset: query.offset } : query
}

/** Writes the address of a query; every parameter is named, so that what is no longer wanted goes. */
export function paramsOf(query: ListQuery): RouteParams {
  const plain = JSON.stringify({ ...query, offset: 0 }) === JSON.stringify(empty)
  return {
    view: plain ? 'all' : null,
    text: query.text,
    from: query.from,
    to: query.until,
    status: query.statuses.join(','),
    teamId: query.teamId,
    resourceId: query.resourceId,
    offset: query.offset === 0 ? null : String(query.offset),
  }
}

/** The quick view that a query is, whatever page of it; null for one of one's own. */
export function viewOf(query: ListQuery, today: LocalDate): QuickView | null {
  const first = JSON.stringify({ ...query, offset: 0 })
  return quickViews.find((view) => JSON.stringify(queryOfView(view, today)) === first) ?? null
}

/** The search that answers a query. */
export function searchOf(query: ListQuery, zone: string): Input<'bookings.search'> {
  const { text, from, until, statuses, teamId, resourceId, offset } = query
  return {
    text: text.trim(),
    limit: PAGE_ROWS,
    offset,
    ...(from === null ? {} : { start: dayInterval(from, zone).start }),
    ...(until === null ? {} : { end: dayInterval(until, zone).end }),
    ...(statuses.length === 0 ? {} : { statuses: [...statuses] }),
    ...(teamId === null ? {} : { teamId }),
    ...(resourceId === null ? {} : { resourceId }),
  }
}
