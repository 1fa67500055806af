import type { BookingStatus } from '../../shared/operations/fields.ts'
import type { BookedResource } from '../../shared/operations/bookings.ts'
import { assertSeal, sealOf, type Value } from './seal.ts'
import type { StoredBooking } from './stores.ts'

/** Longer bookings have an index of their own, so that a day is found as fast among millions. In ms; the indexes repeat the figure. */
export const longMs = 172_800_000

export const bookingColumns = [
  'id',
  'no',
  'title',
  'title_key',
  'status',
  'start_at',
  'end_at',
  'team_id',
  'project_id',
  'booker_id',
  'occupant_id',
  'occupant_name',
  'head_count',
  'confidential',
  'service_kind',
  'note',
  'source_uid',
  'series_id',
  'series_date',
  'checked_in_at',
  'checked_out_at',
  'released_at',
  'hold_until',
  'reason',
  'decided_by_id',
  'created_at',
  'updated_at',
  'version',
]

type Place = [
  position: number,
  resourceId: string,
  quantity: number,
  before: number,
  after: number,
  startOffset: number,
  endOffset: number,
]
type Waived = [position: number, rule: string, resourceId: string, reason: string, byId: string, at: number]

/** A row as `selectBooking` gives it, raw: the columns, the seal, places and waivers as JSON. */
export type BookingRow = [...values: Value[]]

/** Begins every query of bookings; `b` is the booking. */
export const selectBooking = `SELECT ${bookingColumns.map((each) => `b.${each}`).join(', ')}, b.seal,
  (SELECT json_group_array(json_array(p.position, p.resource_id, p.quantity, p.before_minutes, p.after_minutes,
    p.start_offset, p.end_offset))
   FROM booking_resource AS p WHERE p.booking_id = b.id),
  (SELECT json_group_array(json_array(w.position, w.rule, w.resource_id, w.reason, w.by_id, w.at))
   FROM booking_waiver AS w WHERE w.booking_id = b.id)
  FROM booking AS b`

/** The values of a booking's row, in the order of `bookingColumns`. */
export function valuesOf(booking: StoredBooking, titleKey: string): Value[] {
  return [
    booking.id,
    booking.no,
    booking.title,
    titleKey,
    booking.status,
    booking.start,
    booking.end,
    booking.teamId,
    booking.projectId,
    booking.bookerId,
    booking.occupantId,
    booking.occupantName,
    booking.headCount,
    booking.confidential ? 1 : 0,
    booking.serviceKind,
    booking.note,
    booking.sourceUid,
    booking.series?.id ?? null,
    booking.series?.date ?? null,
    booking.checkedInAt,
    booking.checkedOutAt,
    booking.releasedAt,
    booking.holdUntil,
    booking.reason,
    booking.decidedById,
    booking.createdAt,
    booking.updatedAt,
    booking.version,
  ]
}

/** The seal of a booking: its row and its places. */
export function bookingSeal(values: readonly Value[], resources: readonly BookedResource[]): number {
  return sealOf([...values, ...sealedPlaces(resources)])
}

function sealedPlaces(resources: readonly BookedResource[]): Value[] {
  return resources.flatMap(({ resourceId, quantity, before, after, offset }) => [
    resourceId,
    quantity,
    before,
    after,
    ...(offset === undefined ? [] : [offset.start, offset.end]),
  ])
}

/** Turns a row into a booking. Throws StorageError `corrupt` when it is not what was written. */
export function toBooking(row: BookingRow): StoredBooking {
  const count = bookingColumns.length
  const values = row.slice(0, count)
  const resources = inOrder(JSON.parse(row[count + 1] as string) as Place[]).map(
    ([, resourceId, quantity, before, after, start, end]): BookedResource => ({
      resourceId,
      quantity,
      before,
      after,
      ...(start === 0 && end === 0 ? {} : { offset: { start, end } }),
    }),
  )
  const waived = row[count + 2] as string
  assertSeal('booking', String(row[0]), [...values, ...sealedPlaces(resources)], Number(row[count]))
  return {
    id: row[0] as string,
    no: row[1] as string,
    title: row[2] as string,
    status: row[4] as BookingStatus,
    start: row[5] as number,
    end: row[6] as number,
    resources,
    teamId: row[7] as string | null,
    projectId: row[8] as string | null,
    bookerId: row[9] as string,
    occupantId: row[10] as string | null,
    occupantName: row[11] as string,
    headCount: row[12] as number | null,
    confidential: row[13] === 1,
    serviceKind: row[14] as StoredBooking['serviceKind'],
    note: row[15] as string,
    sourceUid: row[16] as string | null,
    ...(row[17] === null ? {} : { series: { id: row[17] as string, date: row[18] as string } }),
    checkedInAt: row[19] as number | null,
    checkedOutAt: row[20] as number | null,
    releasedAt: row[21] as number | null,
    holdUntil: row[22] as number | null,
    reason: row[23] as string,
    decidedById: row[24] as string | null,
    createdAt: row[25] as number,
    updatedAt: row[26] as number,
    version: row[27] as number,
    waivers:
      waived === '[]'
        ? []
        : inOrder(JSON.parse(waived) as Waived[]).map(([, rule, resourceId, reason, byId, at]) => ({
            rule,
            resourceId,
            reason,
            byId,
            at,
          })),
  }
}

function inOrder<Row extends [number, ...unknown[]]>(rows: Row[]): Row[] {
  return rows.length > 1 ? rows.sort((one, other) => one[0] - other[0]) : rows
}
