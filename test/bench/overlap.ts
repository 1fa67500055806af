import { DAY } from '../../shared/scheduling/time.ts'
import { median, p95, ratioLine, timed, type Line, type Round } from './lib/measure.ts'
import { millionCentre } from './lib/million.ts'
import { probes } from './lib/probes.ts'
import { bareConnection, openStores } from './lib/store.ts'

const ROUNDS = 7
const OPS = 3000
const DATES = 52

/** G9: is the place free, asked of a million bookings, against the barest query that can tell; and a weekly series of a year against one such check. */
export async function overlap(): Promise<Line[]> {
  const centre = await millionCentre()
  const storage = openStores(centre.folder)
  const db = bareConnection(centre.folder)
  const bare = db.prepare<[string, number], { start_at: number; end_at: number }>(
    'SELECT start_at, end_at FROM allocation WHERE leaf_id = ? AND start_at < ? ORDER BY start_at DESC LIMIT 1',
  )
  const { touching } = storage.allocations
  const all = probes(centre, ROUNDS * OPS, '2024-01-01')
  let disagreements = 0
  for (const { leafId, start, end } of all.slice(0, OPS)) {
    const taken = touching(leafId, { start, end }, null).length > 0
    if (taken !== (bare.get(leafId, end)?.end_at ?? 0) > start) disagreements += 1
  }
  const checks: Round[] = []
  const series: Round[] = []
  const slowest: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const ours: number[] = []
    const anchor: number[] = []
    for (const { leafId, start, end } of all.slice(round * OPS, (round + 1) * OPS)) {
      anchor.push(timed(() => bare.get(leafId, end)))
      ours.push(timed(() => touching(leafId, { start, end }, null)))
    }
    checks.push({ ours: median(ours) * 1000, anchor: median(anchor) * 1000 })
    slowest.push(...ours)
    const whole: number[] = []
    for (const { leafId, start, end } of all.slice(round * OPS, round * OPS + 60)) {
      const year = () => {
        for (let week = 0; week < DATES; week += 1) {
          const shift = (week - DATES) * 7 * DAY
          touching(leafId, { start: start + shift, end: end + shift }, null)
        }
      }
      whole.push(timed(() => storage.read(year)))
    }
    series.push({ ours: median(whole) * 1000, anchor: median(ours) * 1000 })
  }
  db.close()
  storage.close()
  if (disagreements > 0) throw new Error(`the check and the bare query disagree on ${disagreements} probes`)
  return [
    ratioLine('overlap check, 1 M', 'µs', 1.5, checks, `p95 ${(p95(slowest) * 1000).toFixed(1)} µs`),
    ratioLine(`overlap of ${DATES} dates`, 'µs', 60, series, 'anchor: one check'),
  ]
}
