import { HOUR, MINUTE } from '../../shared/scheduling/time.ts'
import { isZone, offsetAt } from '../../shared/scheduling/zone.ts'

export type ZoneChoice = { zone: string; label: string }

let choices: ZoneChoice[] | null = null

/** Every zone this machine knows, Shanghai first, each with its present distance from UTC. */
export function zoneChoices(): ZoneChoice[] {
  if (choices !== null) return choices
  const first = ['Asia/Shanghai', Intl.DateTimeFormat().resolvedOptions().timeZone]
  const now = Date.now()
  const names = new Set([...first, ...Intl.supportedValuesOf('timeZone')].filter(isZone))
  choices = [...names].map((zone) => ({
    zone,
    label: `${zone.replaceAll('_', ' ')} (${distance(offsetAt(now, zone))})`,
  }))
  return choices
}

/** `UTC+08:00` */
function distance(ms: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(ms)
  return `UTC${ms < 0 ? '−' : '+'}${two(Math.floor(size / HOUR))}:${two(Math.floor((size % HOUR) / MINUTE))}`
}
