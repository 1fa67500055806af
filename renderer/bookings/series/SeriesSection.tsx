import { useState } from 'react'
import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Series, SeriesDate } from '../../../shared/operations/series.ts'
import { addDays } from '../../../shared/scheduling/civil.ts'
import { editLike } from '../../../shared/scheduling/series/follow.ts'
import { dateLong, dateShort, timeRange, weekdayName } from '../../../shared/text/format.ts'
import { explain } from '../../../shared/text/explain.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { useNames } from '../../api/names.ts'
import { useToday } from '../../api/now.ts'
import { useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { openDrawer } from '../../ui/drawers.ts'
import { Icon } from '../../ui/icons.tsx'
import { RefusalList } from '../../ui/RefusalList.tsx'
import { Chip, type ChipTone } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import type { Catalogue } from '../useCatalogue.ts'
import './series.css'

const tones: Record<SeriesDate['state'], ChipTone> = {
  booked: 'primary',
  missing: 'danger',
  skipped: 'off',
  changed: 'outline',
  cancelled: 'off',
}
/** Dates shown around this one before the rest is asked for. */
const AROUND = 3

/** The series a booking belongs to: its rhythm, its dates with those that are missing, and what can be done for the others (BK-07, BK-09). */
export function SeriesSection({ booking, catalogue }: { booking: Booking; catalogue: Catalogue }) {
  const text = useText()
  const { t } = text
  const id = booking.series?.id ?? ''
  const read = useRead('series.one', { id }, { enabled: id !== '' })
  const offers = useRead('series.offers', { id }, { enabled: id !== '' })
  const [all, setAll] = useState(false)
  const { value } = read
  if (value === undefined || booking.series === undefined) return null
  const { series, dates } = value
  const here = dates.findIndex((each) => each.date === booking.series?.date)
  const near = dates.filter((each, at) => Math.abs(at - here) <= AROUND || each.state === 'missing')
  const shown = all ? dates : near
  const missing = dates.filter((each) => each.state === 'missing').length
  const free = offers.value?.offers ?? []
  return (
    <section className="series-section" aria-label={t('series.title', { no: series.no })}>
      <header>
        <Icon name="loop" />
        <h4 className="section-title">{t('series.title', { no: series.no })}</h4>
        {missing > 0 ? <Chip tone="danger">{t('series.missingChip', { count: missing })}</Chip> : null}
        {free.length > 0 ? (
          <Chip tone="ok" icon="check">
            {t('series.offerChip', { count: free.length })}
          </Chip>
        ) : null}
      </header>
      <p className="small">{ruleText(series, text)}</p>
      <FollowThis booking={booking} series={series} row={dates[here]} catalogue={catalogue} />
      <ul className="series-list">
        {shown.map((each) => (
          <DateLine
            key={each.id}
            row={each}
            series={series}
            here={each.date === booking.series?.date}
            free={free.some((one) => one.date === each.date)}
            catalogue={catalogue}
          />
        ))}
      </ul>
      {near.length < dates.length ? (
        <Button kind="quiet" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('series.showFewer') : t('series.showAll', { count: dates.length })}
        </Button>
      ) : null}
    </section>
  )
}

function ruleText({ rule, from, minutes, extra, start }: Series, { t, language }: ReturnType<typeof useText>): string {
  const until = (from + minutes) % 1440
  const time = timeRange(from, until === 0 ? 1440 : until)
  if (rule === null) return `${t('series.pickedText', { count: extra.length })} ${time}`
  const every =
    rule.interval === 1 ? t(`series.everyText.${rule.freq}`) : t(`series.everyNText.${rule.freq}`, { n: rule.interval })
  const monday = '2026-03-02'
  const days = rule.byWeekday
    .map((each) => weekdayName(addDays(monday, each.weekday), language))
    .join(t('refusals.listJoin'))
  const end =
    rule.count === null
      ? rule.until === null
        ? ''
        : t('series.untilText', { date: dateLong(rule.until, language) })
      : t('series.countText', { count: rule.count })
  const rhythm = t('series.ruleText', { every, days: days === '' ? '' : ` ${days}`, time })
  return [rhythm, t('series.fromText', { date: dateLong(start, language) }), end]
    .filter((each) => each !== '')
    .join(' · ')
}

function DateLine({
  row,
  series,
  here,
  free,
  catalogue,
}: {
  row: SeriesDate
  series: Series
  here: boolean
  free: boolean
  catalogue: Catalogue
}) {
  const { t, language } = useText()
  const names = useNames()
  const retry = useWrite('series.retry')
  const today = useToday()
  const date = dateShort(row.date, language)
  const why = row.why === null ? null : t(`series.why.${row.why}`)
  const open = row.bookingId !== null && (row.state === 'booked' || row.state === 'changed')
  const failed = retry.failure?.kind === 'refused' ? retry.failure.refusals : []
  const reasons = failed.length > 0 ? failed : (row.refusals as Refusal[])
  return (
    <li className={here ? 'series-date series-date-here' : 'series-date'}>
      <span className="series-date-name">
        {date} <span className="secondary">{weekdayName(row.date, language)}</span>
      </span>
      <span className="series-date-state">
        <Chip tone={tones[row.state]}>{t(`series.state.${row.state}`)}</Chip>
        {free ? (
          <Chip tone="ok" icon="check">
            {t('series.canBook')}
          </Chip>
        ) : null}
        {row.day !== null && row.day !== row.date ? (
          <span className="small">
            {t('series.movedDay', {
              name: why ?? '',
              day: `${dateShort(row.day, language)} ${weekdayName(row.day, language)}`,
            })}
          </span>
        ) : why === null ? null : (
          <span className="small secondary">{why}</span>
        )}
        {row.state === 'missing'
          ? reasons.map((each) => {
              const text = explain(each, language, names(row.date))
              return (
                <span key={text} className="small series-reason">
                  {text}
                </span>
              )
            })
          : null}
      </span>
      {here ? (
        <span className="small secondary">{t('series.thisOne')}</span>
      ) : open ? (
        <Button
          kind="quiet"
          size="small"
          icon="arrowRight"
          label={date}
          onClick={() => openDrawer({ drawer: 'booking', id: row.bookingId! })}
        />
      ) : row.date >= today ? (
        <Button
          kind={free ? 'primary' : 'quiet'}
          size="small"
          icon="refresh"
          pending={retry.pending}
          label={t('series.retryDate', { date })}
          onClick={() => void retry.run({ id: series.id, date: row.date }, { said: t('series.retried', { date }) })}
        >
          {t('series.retry')}
        </Button>
      ) : null}
      {failed.length > 0 && row.state !== 'missing' ? (
        <RefusalList
          refusals={[...failed]}
          names={names(row.date)}
          title={t('common.refusedPlain')}
          resource={(id) => {
            const found = catalogue.resource(id)
            return found === null ? null : { name: catalogue.placeName(id), kind: found.kind }
          }}
        />
      ) : null}
    </li>
  )
}

/** After this one was changed by itself: the others can follow (BK-07). */
function FollowThis({
  booking,
  series,
  row,
  catalogue,
}: {
  booking: Booking
  series: Series
  row: SeriesDate | undefined
  catalogue: Catalogue
}) {
  const { t } = useText()
  const zone = useZone()
  const names = useNames()
  const change = useWrite('series.change')
  if (row?.state !== 'changed') return null
  const edit = editLike(booking, series, row.date, zone)
  if (Object.keys(edit).length === 0) return null
  const follow = (scope: { of: 'all' } | { of: 'following'; date: string }) =>
    void change.run({ id: series.id, scope, change: edit }, { said: t('series.applied') })
  return (
    <div className="series-follow">
      <p>{t('series.alsoLater')}</p>
      <div className="series-way-row">
        <Button size="small" pending={change.pending} onClick={() => follow({ of: 'following', date: row.date })}>
          {t('series.applyFollowing')}
        </Button>
        <Button size="small" pending={change.pending} onClick={() => follow({ of: 'all' })}>
          {t('series.applyAll')}
        </Button>
        <span className="small secondary">{t('series.keepOwn')}</span>
      </div>
      {change.failure?.kind === 'refused' ? (
        <RefusalList
          refusals={change.failure.refusals}
          names={names()}
          title={t('common.refusedPlain')}
          resource={(id) => {
            const found = catalogue.resource(id)
            return found === null ? null : { name: catalogue.placeName(id), kind: found.kind }
          }}
        />
      ) : null}
    </div>
  )
}
