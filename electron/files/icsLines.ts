/** One content line after unfolding, with the number of the line it began on. */
export type ContentLine = { line: number; text: string }
/** An event's own lines (its alarms left out), and the calendar's properties around it. */
export type IcsOutline = { properties: ContentLine[]; events: ContentLine[][]; problem: ContentLine | null }

/** Undoes the folding of RFC 5545 §3.1: a line that begins with a blank or a tab continues the one before. */
export function unfold(text: string): ContentLine[] {
  const lines: ContentLine[] = []
  text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .forEach((raw, index) => {
      const last = lines.at(-1)
      if (/^[ \t]/.test(raw) && last) last.text += raw.slice(1)
      else if (raw.trim() !== '') lines.push({ line: index + 1, text: raw })
    })
  return lines
}

/**
 * Cuts a calendar into its events, so that each can be parsed alone and a fault names its line. Components other than
 * events are skipped. `problem` is the first line that breaks the nesting.
 */
export function outline(text: string): IcsOutline {
  const stack: string[] = []
  const found: IcsOutline = { properties: [], events: [], problem: null }
  const lines = unfold(text)
  for (const each of lines) {
    const edge = /^(BEGIN|END):\s*([\w-]+)\s*$/i.exec(each.text)
    const name = edge?.[2]?.toUpperCase() ?? ''
    if (edge && edge[1]!.toUpperCase() === 'BEGIN') {
      stack.push(name)
      if (name === 'VEVENT') {
        if (stack.length !== 2) return { ...found, problem: each }
        found.events.push([])
      } else if (name === 'VCALENDAR' && stack.length !== 1) return { ...found, problem: each }
      if (stack.length > 10) return { ...found, problem: each }
    } else if (edge) {
      if (stack.pop() !== name) return { ...found, problem: each }
    } else if (stack.length === 0) return { ...found, problem: each }
    else if (stack.length === 2 && stack[1] === 'VEVENT') found.events.at(-1)!.push(each)
    else if (stack.length === 1) found.properties.push(each)
  }
  return stack.length > 0 ? { ...found, problem: lines.at(-1) ?? null } : found
}
