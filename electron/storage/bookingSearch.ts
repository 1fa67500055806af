import { longMs, selectBooking, toBooking, type BookingRow } from './bookingRows.ts'
import type { Connection } from './connect.ts'
import type { BookingSearch, BookingStore } from './stores.ts'

/** From this length on, in ms, going through everything is no slower than finding the rows first. */
const wide = 400 * 86_400_000
const near = `b.rowid IN (
  SELECT rowid FROM booking
  WHERE start_at > :start - ${longMs} AND start_at < :end AND end_at > :start AND end_at - start_at <= ${longMs}
  UNION ALL
  SELECT rowid FROM booking WHERE end_at - start_at > ${longMs} AND end_at > :start AND start_at < :end
)`

type Parameters = Record<string, string | number | null>

/** Search by words and filters. Only the conditions asked for are in the statement, so that each shape finds its index. */
export function openBookingSearch(db: Connection): BookingStore['search'] {
  const known = new Map<string, ReturnType<typeof prepare>>()
  function prepare(where: string) {
    return {
      page: db
        .prepare<[Parameters], BookingRow>(
          `${selectBooking} ${where} ORDER BY b.start_at DESC, b.no DESC LIMIT :limit OFFSET :offset`,
        )
        .raw(),
      count: db.prepare<[Parameters], number>(`SELECT count(*) FROM booking AS b ${where}`).pluck(),
    }
  }
  return (search) => {
    const { conditions, parameters } = conditionsOf(search)
    const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`
    const statements = known.get(where) ?? prepare(where)
    known.set(where, statements)
    const total = statements.count.get(parameters)!
    if (total <= search.offset) return { bookings: [], total }
    const rows = statements.page.all({ ...parameters, limit: search.limit, offset: search.offset })
    return { bookings: rows.map(toBooking), total }
  }
}

function conditionsOf({ interval, statuses, teamId, resourceId, text }: BookingSearch) {
  const conditions: string[] = []
  const parameters: Parameters = {}
  if (interval !== null) {
    const { start, end } = interval
    conditions.push(end - start > wide ? 'b.start_at < :end AND b.end_at > :start' : near)
    Object.assign(parameters, { start: interval.start, end: interval.end })
  }
  if (statuses !== null) {
    conditions.push('b.status IN (SELECT value FROM json_each(:statuses))')
    parameters['statuses'] = JSON.stringify(statuses)
  }
  if (teamId !== null) {
    conditions.push('b.team_id = :teamId')
    parameters['teamId'] = teamId
  }
  if (resourceId !== null) {
    conditions.push('b.id IN (SELECT booking_id FROM booking_resource WHERE resource_id = :resourceId)')
    parameters['resourceId'] = resourceId
  }
  if (text !== null) {
    const any = ["b.no LIKE :words ESCAPE '\\'", "b.title LIKE :words ESCAPE '\\'", "b.title_key LIKE :key ESCAPE '\\'"]
    parameters['words'] = containing(text.words)
    parameters['key'] = containing(text.words.normalize('NFKC').toLowerCase().replace(/\s+/g, ''))
    if (text.teamIds.length > 0) {
      any.push('b.team_id IN (SELECT value FROM json_each(:teamIds))')
      parameters['teamIds'] = JSON.stringify(text.teamIds)
    }
    if (text.personIds.length > 0) {
      any.push('b.booker_id IN (SELECT value FROM json_each(:personIds))')
      any.push('b.occupant_id IN (SELECT value FROM json_each(:personIds))')
      parameters['personIds'] = JSON.stringify(text.personIds)
    }
    if (text.resourceIds.length > 0) {
      any.push(
        `EXISTS (SELECT 1 FROM booking_resource AS r
          WHERE r.booking_id = b.id AND r.resource_id IN (SELECT value FROM json_each(:resourceIds)))`,
      )
      parameters['resourceIds'] = JSON.stringify(text.resourceIds)
    }
    conditions.push(`(${any.join(' OR ')})`)
  }
  return { conditions, parameters }
}

/** A LIKE pattern for text that contains the words as they are. */
function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`
}
