import { useEffect, useState } from 'react'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import type { BookingForm } from '../form.ts'
import { SETTLE_MS } from '../useCheck.ts'
import { previewable, seriesRequestOf, type Repeat } from './repeat.ts'

const nothing = JSON.stringify({
  request: { start: '2000-01-01', from: 0, minutes: 5, resources: [{ resourceId: 'none' }] },
})

/** Asks the core what would become of every date, as the form changes. Words do not matter for that and are left out. */
export function usePreview(form: BookingForm, repeat: Repeat, alternativesFor: LocalDate | null) {
  const zone = useZone()
  const active = previewable(form, repeat)
  const { title: _title, note: _note, ...request } = seriesRequestOf(form, repeat, zone)
  const wanted = active ? JSON.stringify({ request, choices: repeat.choices, alternativesFor }) : null
  const [settled, setSettled] = useState(wanted)
  useEffect(() => {
    if (wanted === settled) return undefined
    const timer = setTimeout(() => setSettled(wanted), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [wanted, settled])
  const input = JSON.parse(settled ?? nothing) as Parameters<typeof useRead<'series.preview'>>[1]
  const read = useRead('series.preview', input, { enabled: settled !== null, keepPrevious: true })
  const fresh = active && settled === wanted && !read.previous
  return {
    active,
    fresh,
    plan: active ? (read.value ?? null) : null,
    refusals: fresh && read.failure?.kind === 'refused' ? read.failure.refusals : [],
  }
}
export type Preview = ReturnType<typeof usePreview>
