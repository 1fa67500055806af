import { useMemo, useRef } from 'react'
import type { Catalogue, Resource } from '../../../shared/operations/resources.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import { makeLayout, type Fold, type Layout } from '../geometry/layout.ts'
import { filterCount, passes, type Filter, type Finds } from '../model/filter.ts'
import type { BoardIndex } from '../model/index.ts'
import { isFreeNow, rowState } from '../model/rowState.ts'
import { makeWorld, type BoardData, type Ground, type World } from '../model/world.ts'

/** Heights of a row: 30, 34 or 44 px. */
export const densities = ['compact', 'normal', 'relaxed'] as const
export type Density = (typeof densities)[number]
const rowHeights: Record<Density, number> = { compact: 30, normal: 34, relaxed: 44 }

/** px of rows, group rows and the axis at a reader's scale (0.9–1.3). */
export function heights(
  density: Density,
  scale: number,
): { row: number; group: number; axis: number; axisDays: number } {
  return {
    row: Math.round(rowHeights[density] * scale),
    group: Math.round(22 * scale),
    axis: Math.round(28 * scale),
    axisDays: Math.round(38 * scale),
  }
}

/** The world of this drawing, with the lists of the last one taken over where nothing changed. */
export function useWorld(ground: Ground, data: BoardData): World {
  const before = useRef<{ places: unknown; index: BoardIndex } | null>(null)
  const { bookings, outages, person } = data
  return useMemo(() => {
    const old = before.current?.places === ground.places ? before.current.index : null
    const world = makeWorld(ground, { bookings, outages, person }, old)
    before.current = { places: ground.places, index: world.index }
    return world
    // oxlint-disable-next-line react/memo-dependencies -- the last world is only a source of lists that did not change
  }, [ground, bookings, outages, person])
}

/** The rows on show. Without a filter they depend on the catalogue alone, so that a booking that changes leaves them as they are. */
export function useBoardLayout(given: {
  catalogue: Catalogue
  folds: ReadonlyMap<string, Fold>
  filter: Filter
  finds: Finds
  world: World
  now: Instant
  row: number
  group: number
}): Layout {
  const { catalogue, folds, filter, finds, world, now, row, group } = given
  const filtered = filterCount(filter) > 0
  const looking = filtered ? world : null
  const at = filtered && filter.freeNow ? now : 0
  return useMemo(() => {
    const isFree = (resource: Resource) =>
      looking !== null && isFreeNow(rowState(resource, at, { start: at, end: at + 1 }, looking))
    return makeLayout({
      catalogue,
      folds,
      filtered,
      row,
      group,
      passes: (resource) =>
        looking === null ||
        passes(resource, filter, {
          finds,
          isFree,
          bookings: looking.index.bookings.get(resource.id) ?? [],
          world: looking,
        }),
    })
  }, [catalogue, folds, filter, filtered, finds, looking, at, row, group])
}
