import { useCallback } from 'react'
import { addDays } from '../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { useToday } from '../api/now.ts'
import { useRead } from '../api/useRead.ts'
import { useText } from '../ui/text.ts'
import type { DayMark } from '../ui/MonthGrid.tsx'

/** 休 and 班 for the months around today, for the calendars of forms. */
export function useDayMark(): (date: LocalDate) => DayMark | null {
  const { t, language } = useText()
  const today = useToday()
  const year = today.slice(0, 4)
  const { value } = useRead('calendar.range', {
    from: addDays(`${year}-01-01`, -31),
    to: addDays(`${year}-12-31`, 366),
  })
  return useCallback(
    (date) => {
      const day = value?.days.find((each) => each.date === date)
      if (day === undefined) return null
      const kind = day.kind === 'holiday' ? 'rest' : day.kind === 'makeup' ? 'work' : null
      if (kind === null) return null
      const name = language === 'en' && day.nameEn !== '' ? day.nameEn : day.name
      return { kind, short: t(`bookings.dayMarks.${kind}`), name }
    },
    [value, t, language],
  )
}
