import { count } from '../../shared/text/moments.ts'
import { figure, hoursFigure, NO_FIGURE } from '../../shared/text/format.ts'

export { percent, percentFigure } from '../../shared/text/format.ts'

function grouped(text: string): string {
  const [whole = '', rest] = text.split('.')
  return rest === undefined ? count(Number(whole)) : `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${rest}`
}

/** Minutes as hours with one decimal, `1,129.5`. Added up before, rounded here. */
export function hours(minutes: number): string {
  return grouped(hoursFigure(minutes))
}

/** A count, `1,234`. */
export function whole(value: number): string {
  return count(Math.round(value))
}

/** A fraction in whole per cent for a heat map cell. */
export function percentWhole(rate: number | null): string {
  return figure(rate === null ? null : rate * 100, 0)
}

/**
 * Change in percentage points, `+3.2` or `−0.6`, of the figures as they are shown (51.7 after 48.5 is +3.2, whatever lies behind the
 * first decimal). Null without a base; `0` when both show the same.
 */
export function points(now: number | null, before: number | null): string | null {
  if (now === null || before === null) return null
  const change = (Math.round(now * 1000) - Math.round(before * 1000)) / 10
  if (change === 0) return '0'
  return (change > 0 ? '+' : '') + figure(change, 1)
}

/** Area in square metres, without decimals it does not have. */
export function area(squareMetres: number | null): string {
  return squareMetres === null ? NO_FIGURE : grouped(String(Math.round(squareMetres * 10) / 10))
}
