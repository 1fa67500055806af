import { useEffect, useRef } from 'react'
import { range } from '../../shared/text/moments.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import type { Drill, DrillRow } from './drill.ts'
import { hours, whole } from './figures.ts'
import { NO_FIGURE } from '../../shared/text/format.ts'
import { fill } from './fill.ts'
import type { Names } from './names.ts'
import { useReportWords } from './words.ts'

type Props = {
  drill: Drill
  /** What was clicked, in words. */
  what: string
  rows: readonly DrillRow[] | null
  zone: string
  names: Names
  onOpen: (bookingId: string) => void
  onBack: () => void
}

const SHOWN = 300

/** The bookings behind one figure, with their minutes by the report's definitions and the sum; each opens in the drawer. */
export function DrillList({ drill, what, rows, zone, names, onOpen, onBack }: Props) {
  const { words, language } = useReportWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus()
    heading.current?.scrollIntoView({ block: 'nearest' })
  }, [drill])
  useShortcuts({ Escape: onBack })
  const { columns } = words.drill
  const sum = (of: (row: DrillRow) => number) => (rows ?? []).reduce((total, row) => total + of(row), 0)
  return (
    <section className="report-drill" aria-labelledby="report-drill">
      <header className="report-panel-head">
        <Button size="small" icon="chevronLeft" onClick={onBack}>
          {words.drill.back}
        </Button>
        <h2 id="report-drill" ref={heading} tabIndex={-1}>
          {fill(words.drill.title, { what })}
        </h2>
        <p className="report-legend" role="status">
          {rows === null
            ? words.loading
            : fill(rows.length > SHOWN ? words.drill.shown : words.drill.count, {
                count: whole(rows.length),
                shown: SHOWN,
              })}
        </p>
      </header>
      {rows !== null && rows.length === 0 ? <p className="report-none">{words.drill.none}</p> : null}
      {rows !== null && rows.length > 0 ? (
        <div className="report-table-scroll">
          <table className="report-table is-list">
            <thead>
              <tr>
                <th scope="col" className="is-text">
                  {columns.no}
                </th>
                <th scope="col" className="is-text">
                  {columns.time}
                </th>
                <th scope="col" className="is-text">
                  {columns.title}
                </th>
                <th scope="col" className="is-text">
                  {columns.place}
                </th>
                <th scope="col" className="is-text">
                  {columns.team}
                </th>
                <th scope="col">{columns.heads}</th>
                <th scope="col">{columns.booked}</th>
                <th scope="col">{columns.used}</th>
                <th scope="col" className="is-text">
                  {columns.status}
                </th>
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, SHOWN).map(({ booking, bookedMinutes, usedMinutes }) => {
                const title = booking.hidden ? words.drill.confidential : booking.title
                return (
                  <tr key={booking.id}>
                    <th scope="row">
                      <button
                        type="button"
                        className="report-link"
                        onClick={() => onOpen(booking.id)}
                        aria-label={fill(words.drill.open, { no: booking.no, title })}
                      >
                        {booking.no}
                      </button>
                    </th>
                    <td className="is-text">{range(booking.start, booking.end, zone, language)}</td>
                    <td className="is-text is-title">
                      {booking.confidential ? <Icon name="lock" size={12} label={words.drill.confidential} /> : null}{' '}
                      {title}
                    </td>
                    <td className="is-text">
                      {booking.resources.map(({ resourceId }) => names.resource(resourceId)).join(words.listMark)}
                    </td>
                    <td className="is-text">{booking.teamId === null ? NO_FIGURE : names.team(booking.teamId)}</td>
                    <td>{booking.headCount === null ? NO_FIGURE : whole(booking.headCount)}</td>
                    <td>{hours(bookedMinutes)}</td>
                    <td>{hours(usedMinutes)}</td>
                    <td className="is-text">{words.statuses[booking.status]}</td>
                  </tr>
                )
              })}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{words.total}</th>
                <td className="is-text" colSpan={5}>
                  {fill(words.drill.count, { count: whole(rows.length) })}
                </td>
                <td>{hours(sum((row) => row.bookedMinutes))}</td>
                <td>{hours(sum((row) => row.usedMinutes))}</td>
                <td />
              </tr>
            </tfoot>
          </table>
        </div>
      ) : null}
    </section>
  )
}
