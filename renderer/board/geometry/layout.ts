import type { Catalogue, Resource, Zone } from '../../../shared/operations/resources.ts'

/** What a group shows: nothing but its head, what is used day by day, or everything (offices let for long, places nobody books). */
export type Fold = 'folded' | 'usual' | 'all'

export type GroupRow = {
  kind: 'group'
  id: string
  zone: Zone
  fold: Fold
  /** Rows on show, and rows there are. */
  shown: number
  total: number
  /** Rows that the usual view leaves out; none: there is nothing to unfold. */
  quiet: number
  top: number
  height: number
}
/** `lanes`: 1 for a single place, up to 4 for a small pool, 0 for a larger pool that is counted. */
export type PlaceRow = { kind: 'place'; id: string; resource: Resource; lanes: number; top: number; height: number }
export type Row = GroupRow | PlaceRow

export type Layout = {
  rows: readonly Row[]
  height: number
  /** Row id → its index. */
  at: ReadonlyMap<string, number>
  shown: number
  total: number
}

export const MOST_LANES = 4
/** px of a lane with its gap; a row of several lanes is as high as they need. */
export const LANE = 16

/** The id of a group's row. */
export function groupId(zoneId: string): string {
  return `group:${zoneId}`
}

/** Lanes in which a place is drawn; 0: counted. */
export function lanesOf(resource: Resource): number {
  return resource.units > MOST_LANES ? 0 : resource.units
}

/** Places that the usual view leaves out: let for long, or not bookable at all. */
export function isQuiet(resource: Resource): boolean {
  return resource.kind === 'office' || !resource.bookable
}

/**
 * The rows of the board: zones in their order, places in theirs. Compound places have no row, their bookings stand in the rows of their parts.
 * `passes` is the filter; while one is set (`filtered`) quiet places that pass are shown too and groups without a hit fall away.
 */
export function makeLayout(given: {
  catalogue: Pick<Catalogue, 'zones' | 'resources'>
  folds: ReadonlyMap<string, Fold>
  passes: (resource: Resource) => boolean
  filtered: boolean
  row: number
  group: number
}): Layout {
  const { folds, passes, filtered } = given
  const byZone = new Map<string, Resource[]>()
  for (const resource of given.catalogue.resources) {
    if (resource.retired || resource.partIds.length > 0) continue
    const list = byZone.get(resource.zoneId)
    if (list) list.push(resource)
    else byZone.set(resource.zoneId, [resource])
  }
  const rows: Row[] = []
  let top = 0
  let shown = 0
  let total = 0
  for (const zone of [...given.catalogue.zones].sort((a, b) => a.sort - b.sort)) {
    const all = (byZone.get(zone.id) ?? []).sort((a, b) => a.sort - b.sort)
    if (all.length === 0) continue
    total += all.length
    const fold = folds.get(zone.id) ?? 'usual'
    const hits = all.filter(passes)
    const open = filtered || fold === 'all' ? hits : hits.filter((each) => !isQuiet(each))
    const list = fold === 'folded' ? [] : open
    if (filtered && hits.length === 0) continue
    const quiet = filtered ? 0 : all.filter(isQuiet).length
    rows.push({
      kind: 'group',
      id: groupId(zone.id),
      zone,
      fold,
      shown: list.length,
      total: all.length,
      quiet,
      top,
      height: given.group,
    })
    top += given.group
    for (const resource of list) {
      const lanes = lanesOf(resource)
      const height = lanes > 2 ? Math.max(given.row, lanes * LANE + 4) : given.row
      rows.push({ kind: 'place', id: resource.id, resource, lanes, top, height })
      top += height
    }
    shown += list.length
  }
  return { rows, height: top, at: new Map(rows.map((row, index) => [row.id, index])), shown, total }
}

/** The index of the row at a height in px; the nearest row beyond the ends, -1 on an empty board. */
export function rowAt(layout: Layout, y: number): number {
  let low = 0
  let high = layout.rows.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (layout.rows[middle]!.top <= y) low = middle
    else high = middle - 1
  }
  return high < 0 ? -1 : low
}

/** The place row at a height, or the nearest one to it; null on a board without places. */
export function placeRowAt(layout: Layout, y: number): PlaceRow | null {
  const index = rowAt(layout, y)
  for (let away = 0; away < layout.rows.length; away += 1) {
    for (const at of [index + away, index - away]) {
      const row = layout.rows[at]
      if (row?.kind === 'place') return row
    }
  }
  return null
}

/** Rows to draw, `first` up to, not including, `last`: those in view and `over` more on both sides. */
export function rowWindow(
  layout: Layout,
  scrollTop: number,
  viewHeight: number,
  over: number,
): { first: number; last: number } {
  if (layout.rows.length === 0) return { first: 0, last: 0 }
  const first = Math.max(0, rowAt(layout, scrollTop) - over)
  const last = Math.min(layout.rows.length, rowAt(layout, scrollTop + viewHeight) + 1 + over)
  return { first, last }
}

/** Runs of rows that stand directly under each other, from the indices of a booking's rows. */
export function runsOf(indices: readonly number[]): { first: number; count: number }[] {
  const found: { first: number; count: number }[] = []
  for (const index of [...new Set(indices)].sort((a, b) => a - b)) {
    const last = found.at(-1)
    if (last !== undefined && last.first + last.count === index) last.count += 1
    else found.push({ first: index, count: 1 })
  }
  return found
}
