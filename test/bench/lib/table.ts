import type { Line } from './measure.ts'

const heads = ['name', 'ours', 'anchor', 'ratio (min–max)', 'goal', 'ok']

/** The lines as a table of fixed width. */
export function tableOf(lines: readonly Line[]): string {
  const rows = lines.map((line) => {
    const plain = line.anchor === null
    return [
      line.name,
      `${figure(line.ours)} ${line.unit}`,
      plain ? '–' : `${figure(line.anchor!)} ${line.unit}`,
      `${figure(line.ratio)} (${figure(line.min)}–${figure(line.max)})`,
      `≤ ${line.goal}`,
      line.ok ? 'ok' : 'MISSED',
    ]
  })
  const all = [heads, ...rows]
  const widths = heads.map((_, index) => Math.max(...all.map((row) => row[index]!.length)))
  return all
    .map((row) =>
      row
        .map((cell, index) => cell.padEnd(widths[index]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function figure(value: number): string {
  if (value === 0) return '0'
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3)
}
