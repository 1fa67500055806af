import type { Answer, Strip } from '../../shared/operations/find.ts'
import { HOUR, MINUTE, type Interval } from '../../shared/scheduling/time.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { clock } from '../../shared/text/format.ts'
import { useText } from '../ui/text.ts'
import { placeName, type Known } from './words.ts'

/** The stretch of the day drawn: what is open, and the answer with its set-up and clean-down, out to whole hours. */
export function axisOf(answer: Answer & { strips: readonly Strip[] }, shift: number): Interval {
  const open = answer.strips.flatMap((strip) => strip.open)
  const before = Math.max(0, ...answer.strips.map((strip) => strip.before)) * MINUTE
  const after = Math.max(0, ...answer.strips.map((strip) => strip.after)) * MINUTE
  const earliest = Math.min(answer.start - before, ...open.map((each) => each.start))
  const latest = Math.max(answer.end + after, ...open.map((each) => each.end))
  // Places that never close would make a whole day of it: the working day round the answer is enough.
  const from = Math.max(earliest, Math.min(answer.start - before, answer.start - 8 * HOUR))
  const until = Math.min(latest, Math.max(answer.end + after, answer.end + 10 * HOUR))
  const whole = (at: number, round: (value: number) => number) => round((at + shift) / HOUR) * HOUR - shift
  return { start: whole(from, Math.floor), end: whole(until, Math.ceil) }
}

/** One strip for each place: what stands there, the offered time, its set-up and clean-down; hours below. */
export function Strips({
  answer,
  known,
  zone,
}: {
  answer: Answer & { strips: readonly Strip[] }
  known: Known
  zone: string
}) {
  const { t } = useText()
  const midnight = toWall(answer.start, zone)
  const shift = midnight.minute * MINUTE - answer.start
  const axis = axisOf(answer, shift)
  const span = axis.end - axis.start
  const at = (instant: number) => ((Math.min(axis.end, Math.max(axis.start, instant)) - axis.start) / span) * 100
  const box = (part: Interval) => ({ left: `${at(part.start)}%`, width: `${at(part.end) - at(part.start)}%` })
  const time = (instant: number) => clock(toWall(instant, zone).minute)
  const range = (part: Interval) => `${time(part.start)}–${time(part.end)}`
  const hours = span / HOUR
  const every = hours <= 14 ? 1 : Math.ceil(hours / 12)
  const ticks = Array.from({ length: Math.floor(hours / every) + 1 }, (_, index) => axis.start + index * every * HOUR)
  return (
    <div className="find-strips">
      {answer.strips.map((strip) => {
        const name = placeName(strip.resourceId, known)
        const busy = strip.busy.filter(
          (each) => each.kind !== 'buffer' && each.end > axis.start && each.start < axis.end,
        )
        const said =
          busy.length === 0
            ? t('find.stripFree')
            : t('find.stripBusy', { times: busy.map(range).join(t('find.kindsJoin')) })
        return (
          <div key={strip.resourceId} className="find-strip">
            <span className="find-strip-name" title={name}>
              {name}
            </span>
            <div className="find-strip-bar" role="img" aria-label={t('find.strip', { place: name, busy: said })}>
              {strip.open.map((each) => (
                <i key={each.start} className="find-open" style={box(each)} />
              ))}
              {ticks.slice(1, -1).map((tick) => (
                <i key={tick} className="find-tick" style={{ left: `${at(tick)}%` }} />
              ))}
              {strip.busy.map((each) => (
                <i
                  key={`${each.start} ${each.kind}`}
                  className={`find-busy find-${each.kind}`}
                  style={box(each)}
                  title={`${range(each)}${each.label === '' ? '' : ` ${each.label}`}`}
                >
                  {each.label}
                </i>
              ))}
              {strip.before > 0 ? (
                <i
                  className="find-buffer"
                  style={box({ start: answer.start - strip.before * MINUTE, end: answer.start })}
                />
              ) : null}
              {strip.after > 0 ? (
                <i className="find-buffer" style={box({ start: answer.end, end: answer.end + strip.after * MINUTE })} />
              ) : null}
              <b className="find-chosen" style={box(answer)}>
                {at(answer.end) - at(answer.start) > 18 ? range(answer) : ''}
              </b>
            </div>
          </div>
        )
      })}
      <div className="find-hours" aria-hidden>
        {ticks.map((tick) => (
          <span key={tick} style={{ left: `${at(tick)}%` }}>
            {String(Math.floor(toWall(tick, zone).minute / 60)).padStart(2, '0')}
          </span>
        ))}
      </div>
    </div>
  )
}
