import { makeCentre, MONTHS, type Centre } from './centre.ts'
import { tempFolder } from './folders.ts'

let known: Promise<Centre> | null = null

/** The centre with a million bookings: made once a run, removed at its end. Nobody may write what the others count. */
export function millionCentre(): Promise<Centre> {
  known ??= makeCentre(tempFolder('million'), MONTHS)
  return known
}
