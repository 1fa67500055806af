import { memo } from 'react'
import { dayStatus } from '../../../shared/scheduling/calendar.ts'
import { dateOf, toWall } from '../../../shared/scheduling/zone.ts'
import { dateColumn } from '../../../shared/text/format.ts'
import { clock } from '../../../shared/text/moments.ts'
import { ticksOf, xOf } from '../geometry/axis.ts'
import type { Scene } from './scene.ts'

/** The head of the time: hours, days when there are several, and the time of now in a pill. Stays at the top. */
export const AxisView = memo(function AxisView({ scene }: { scene: Scene }) {
  const { axis, headWidth, speech, layout, now } = scene
  const { t } = speech
  const today = dateOf(now, axis.zone)
  const several = axis.days.length > 1
  const isToday = axis.days.some((day) => day.date === today)
  return (
    <div
      className={several ? 'board-axis board-axis-days' : 'board-axis'}
      role="row"
      aria-rowindex={1}
      style={{ width: headWidth + axis.width }}
    >
      <div className="axis-corner" role="columnheader" style={{ width: headWidth }}>
        <span>
          {t('board.resources')} · {t('board.shownOf', { shown: layout.shown, total: layout.total })}
        </span>
        <span>{t(isToday ? 'board.stateNow' : 'board.stateOfDay')}</span>
      </div>
      <div
        className="axis-hours"
        role="columnheader"
        aria-label={axis.days.map((day) => dateColumn(day.date, speech.language)).join(' ')}
        style={{ left: headWidth, width: axis.width }}
      >
        {several
          ? axis.days.map((day) => (
              <span
                key={day.date}
                className={day.date === today ? 'axis-day axis-day-today' : 'axis-day'}
                style={{ left: day.x, width: day.width }}
              >
                {dateColumn(day.date, speech.language)}
                <DayNote date={day.date} scene={scene} />
              </span>
            ))
          : null}
        {ticksOf(axis).map((tick) =>
          tick.label ? (
            <span key={tick.x} className="axis-hour" style={{ left: tick.x }}>
              {several ? Math.floor(tick.minute / 60) : clock(tick.minute)}
            </span>
          ) : null,
        )}
        {axis.days.some((day) => now > day.start && now < day.end) ? (
          <span
            className="now-pill"
            style={{ left: xOf(axis, now) }}
            aria-label={t('board.now', { time: nowClock(scene) })}
          >
            {nowClock(scene)}
          </span>
        ) : null}
      </div>
    </div>
  )
})

function nowClock({ now, axis }: Scene): string {
  return clock(toWall(now, axis.zone).minute)
}

function DayNote({ date, scene }: { date: string; scene: Scene }) {
  const { t, language } = scene.speech
  const { kind, day, status } = dayStatus(date, scene.world.calendar)
  const name = language === 'en' && day?.nameEn ? day.nameEn : day?.name
  const words = [
    kind === 'workday' ? '' : name || t(`board.dayKinds.${kind}`),
    status === 'unknown' ? t('board.unknownYear') : '',
  ]
  const text = words.filter((word) => word !== '').join(' · ')
  return text === '' ? null : (
    <small title={text} className={kind === 'makeup' ? 'axis-note axis-note-work' : 'axis-note'}>
      {text}
    </small>
  )
}

/** Lines of the hours, the past, and the line of now: all behind the blocks. */
export const LinesView = memo(function LinesView({ scene }: { scene: Scene }) {
  const { axis, headWidth, layout, now } = scene
  const nowX = xOf(axis, now)
  return (
    <div className="board-lines" aria-hidden style={{ left: headWidth, width: axis.width, height: layout.height }}>
      {nowX > 0 ? <i className="past" style={{ width: nowX }} /> : null}
      {ticksOf(axis).map((tick) => (
        <i
          key={tick.x}
          className={
            tick.first && axis.days.length > 1 ? 'line line-day' : tick.minute % 60 === 0 ? 'line line-hour' : 'line'
          }
          style={{ left: tick.x }}
        />
      ))}
      {now > axis.start && now < axis.end && axis.days.some((day) => now >= day.start && now < day.end) ? (
        <i className="now-line" style={{ left: nowX }} />
      ) : null}
    </div>
  )
})
