import { useMemo } from 'react'
import type { Instant } from '../../../shared/scheduling/time.ts'
import { usePreferences } from '../../ui/preferences.ts'
import { useText } from '../../ui/text.ts'
import { makeAxis } from '../geometry/axis.ts'
import type { Fold } from '../geometry/layout.ts'
import type { Filter, Finds } from '../model/filter.ts'
import type { Colouring } from '../model/look.ts'
import { speechFor } from '../model/words.ts'
import { makeGround, type BoardData } from '../model/world.ts'
import { heights, useBoardLayout, useWorld, type Density } from './layoutOf.ts'
import { makeScene, type Scene } from './scene.ts'
import type { Size } from './useBox.ts'

/** px an hour takes at least: on one day wide enough for words, on several so that they fit a usual window. */
const MIN_HOUR = 72
const MIN_HOUR_WEEK = 11.6

/** From data and size to what is drawn, each part found again only when what it depends on has changed. */
export function useScene(given: {
  data: BoardData
  now: Instant
  size: Size | null
  folds: ReadonlyMap<string, Fold>
  filter: Filter
  finds: Finds
  colouring: Colouring
  density: Density
}): { scene: Scene; axisHeight: number } {
  const { data, now, size, folds, filter, finds, colouring, density } = given
  const { t, language } = useText()
  const { scale } = usePreferences()
  const { zone, catalogue, settings, calendar, teams, people } = data
  const ground = useMemo(
    () => makeGround({ zone, catalogue, settings, calendar, teams, people }),
    [zone, catalogue, settings, calendar, teams, people],
  )
  const world = useWorld(ground, data)
  const sizes = heights(density, scale)
  const headWidth = Math.round((size?.narrow === true ? 176 : 216) * Math.max(1, scale))
  const several = data.days.length > 1
  const width = (size?.width ?? 0) - headWidth
  const axis = useMemo(
    () =>
      makeAxis({
        days: data.days,
        from: settings.boardFrom,
        until: settings.boardUntil,
        zone,
        width: Math.max(0, width - 1),
        minHour: several ? MIN_HOUR_WEEK : MIN_HOUR,
      }),
    [data.days, settings.boardFrom, settings.boardUntil, zone, width, several],
  )
  const layout = useBoardLayout({ catalogue, folds, filter, finds, world, now, row: sizes.row, group: sizes.group })
  const speech = useMemo(
    () => speechFor({ t, language, zone, today: several ? '' : (data.days[0] ?? '') }),
    [t, language, zone, several, data.days],
  )
  const scene = useMemo(
    () => makeScene({ world, layout, axis, now, speech, colouring, headWidth, scale }),
    [world, layout, axis, now, speech, colouring, headWidth, scale],
  )
  return { scene, axisHeight: several ? sizes.axisDays : sizes.axis }
}
