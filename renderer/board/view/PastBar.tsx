import { useEffect, useState } from 'react'
import { dateOf, dayInterval, toInstant, toWall } from '../../../shared/scheduling/zone.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { moment } from '../../../shared/text/moments.ts'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Icon } from '../../ui/icons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { useText } from '../../ui/text.ts'

/** How long the slider rests before the day is asked for as it was then. */
const SETTLE_MS = 200

/** The bar of the past (D 13): a date, a slider over that day, and the way back. What is shown under it is to look at only; Esc returns to now. */
export function PastBar({
  at,
  now,
  onAt,
  onBack,
}: {
  at: number
  now: number
  onAt: (at: number) => void
  onBack: () => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const today = useToday()
  const [wanted, setWanted] = useState(at)
  const date = dateOf(wanted, zone)
  const day = dayInterval(date, zone)
  const last = Math.min(day.end - MINUTE, now)
  const wall = toWall(wanted, zone)
  const latest = Math.max(0, Math.floor((last - day.start) / MINUTE))
  useEffect(() => {
    if (wanted === at) return undefined
    const timer = setTimeout(() => onAt(wanted), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [wanted, at, onAt])
  useShortcuts({ Escape: onBack })
  const go = (next: number) => setWanted(Math.min(Math.max(0, next), now))
  const hours = `${String(Math.floor(wall.minute / 60)).padStart(2, '0')}:${String(wall.minute % 60).padStart(2, '0')}`
  return (
    <section className="past-bar" aria-label={t('life.past.title')}>
      <b role="status">
        <Icon name="clock" size={14} /> {t('life.past.banner', { time: moment(wanted, zone, language, today) })}
      </b>
      <span className="past-date">
        <DateField
          label={t('life.past.date')}
          value={date}
          today={today}
          max={today}
          onChange={(next) => go(toInstant({ date: next, minute: wall.minute }, zone))}
        />
      </span>
      <input
        type="range"
        aria-label={t('life.past.slider')}
        aria-valuetext={hours}
        min={0}
        max={latest}
        step={1}
        value={Math.min(wall.minute, latest)}
        onChange={(event) => go(day.start + Number(event.target.value) * MINUTE)}
      />
      <span className="past-time">{hours}</span>
      <Button kind="primary" size="small" keys="Esc" onClick={onBack}>
        {t('life.past.back')}
      </Button>
    </section>
  )
}
