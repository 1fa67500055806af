import type { OccupancyRow } from '../../shared/operations/reports.ts'

export const columns = [
  'name',
  'code',
  'areaM2',
  'bookings',
  'openMinutes',
  'downMinutes',
  'availableMinutes',
  'bookedMinutes',
  'usedMinutes',
  'noShowCount',
  'bookingRate',
  'useRate',
  'noShowRate',
  'seatOccupancy',
] as const
export type Column = (typeof columns)[number]
export type Sorting = { column: Column; descending: boolean } | null

const collator = new Intl.Collator('zh-CN', { numeric: true })

/** Rows in the order asked for; without a wish in the order of the report. Rows without a value come last either way. */
export function sorted(rows: readonly OccupancyRow[], sorting: Sorting): OccupancyRow[] {
  if (sorting === null) return [...rows]
  const { column, descending } = sorting
  const sign = descending ? -1 : 1
  return rows.toSorted((a, b) => {
    const left = a[column]
    const right = b[column]
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right))
    return sign * order || collator.compare(a.code, b.code)
  })
}

/** What a click on a column head asks for: figures from the highest down first, words from the first up, then the other way, then as reported. */
export function nextSorting(current: Sorting, column: Column): Sorting {
  const downFirst = column !== 'name' && column !== 'code'
  if (current?.column !== column) return { column, descending: downFirst }
  return current.descending === downFirst ? { column, descending: !downFirst } : null
}
