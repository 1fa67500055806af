type Span = { x: number; width: number }

/** px a gap needs to be taken before a wider one further right. */
const ENOUGH = 120

/**
 * Where the words of a band can stand without being covered: the first stretch free of `boxes` that is wide enough for a few words, else the widest one.
 * px, relative to the band's own left end.
 */
export function labelGap(band: Span, boxes: readonly Span[]): Span {
  const end = band.x + band.width
  let from = band.x
  let best: Span = { x: 0, width: 0 }
  const take = (until: number): boolean => {
    const gap = { x: from - band.x, width: until - from }
    if (gap.width > best.width) best = gap
    return gap.width >= ENOUGH
  }
  for (const box of boxes.toSorted((a, b) => a.x - b.x)) {
    if (box.x + box.width <= from) continue
    if (box.x >= end) break
    if (box.x > from && take(box.x)) return best
    from = box.x + box.width
  }
  if (from < end) take(end)
  return best
}
