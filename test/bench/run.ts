/* oxlint-disable no-await-in-loop -- one benchmark at a time, or they would measure each other */
import type { Line } from './lib/measure.ts'
import { tableOf } from './lib/table.ts'

type Bench = () => Promise<Line[]>

/** Every benchmark by its name, in the order of a whole run. */
const benches: Record<string, () => Promise<Bench>> = {
  booking: async () => (await import('./booking.ts')).booking,
  overlap: async () => (await import('./overlap.ts')).overlap,
  board: async () => (await import('./board.ts')).board,
  scroll: async () => (await import('./scroll.ts')).scroll,
  drag: async () => (await import('./drag.ts')).drag,
  occupancy: async () => (await import('./occupancy.ts')).occupancy,
  start: async () => (await import('./start.ts')).start,
  rivals: async () => (await import('./rivals.ts')).rivals,
  growth: async () => (await import('./growth.ts')).growth,
  recurrence: async () => (await import('./recurrence.ts')).recurrence,
  series: async () => (await import('./series.ts')).series,
  find: async () => (await import('./find.ts')).find,
}

/** Runs the benchmarks of these names, all when none is given. Answers the exit code: 0 when every goal is met, 2 for a name nobody knows. */
export async function run(names: readonly string[]): Promise<number> {
  const unknown = names.filter((name) => !(name in benches))
  if (unknown.length > 0) {
    process.stderr.write(`unknown: ${unknown.join(' ')}; known: ${Object.keys(benches).join(' ')}\n`)
    return 2
  }
  const lines: Line[] = []
  for (const name of names.length > 0 ? names : Object.keys(benches)) {
    process.stderr.write(`${name} …\n`)
    const bench = await benches[name]!()
    for (const line of await bench()) {
      lines.push(line)
      process.stdout.write(`${JSON.stringify({ bench: name, ...line })}\n`)
    }
  }
  process.stdout.write(`\n${tableOf(lines)}\n`)
  return lines.every((line) => line.ok) ? 0 : 1
}
