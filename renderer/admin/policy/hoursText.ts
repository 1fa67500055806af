import type { OpenHours, OpenWindow } from '../../../shared/operations/fields.ts'
import { neverCloses } from '../../../shared/scheduling/openHours.ts'
import { timeRange, weekdayNames, type Language } from '../../../shared/text/format.ts'
import type { Translate } from '../../ui/text.ts'

/** `08:30–12:00、13:00–21:00`, or 不开放. */
export function windowsText(windows: readonly OpenWindow[], t: Translate): string {
  if (windows.length === 0) return t('admin.hours.closed')
  return windows.map(({ from, until }) => timeRange(from, until)).join(t('refusals.listJoin'))
}

/** Opening hours in lines: weekdays with the same windows together, then make-up workdays and holidays where they differ from the usual. */
export function hoursLines(hours: OpenHours, t: Translate, language: Language): string[] {
  if (neverCloses(hours)) return [t('admin.hours.always')]
  const names = weekdayNames(language)
  const lines: string[] = []
  let from = 0
  while (from < 7) {
    const text = windowsText(hours.days[from] ?? [], t)
    let until = from
    while (until + 1 < 7 && windowsText(hours.days[until + 1] ?? [], t) === text) until += 1
    const days = from === until ? names[from]! : t('admin.hours.span', { from: names[from]!, until: names[until]! })
    if (hours.days[from]?.length !== 0) lines.push(`${days} ${text}`)
    from = until + 1
  }
  if (hours.makeupWorkday !== null) lines.push(`${t('admin.hours.makeup')} ${windowsText(hours.makeupWorkday, t)}`)
  if (hours.holiday.length > 0) lines.push(`${t('admin.hours.holiday')} ${windowsText(hours.holiday, t)}`)
  return lines.length === 0 ? [t('admin.hours.closed')] : lines
}
