import { useState } from 'react'
import type { PlannedDate, SeriesChoice } from '../../../shared/operations/series.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { toInstant, toWall } from '../../../shared/scheduling/zone.ts'
import { explain } from '../../../shared/text/explain.ts'
import { dateShort, weekdayName } from '../../../shared/text/format.ts'
import { useNames } from '../../api/names.ts'
import { useZone } from '../../api/session.ts'
import { Button } from '../../ui/Button.tsx'
import { Chip, type ChipTone } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/TimeField.tsx'
import { OneOf, Tick } from '../controls.tsx'
import { placeOptions } from '../placeOptions.ts'
import type { Catalogue } from '../useCatalogue.ts'
import { whenLong } from '../words.ts'
import type { Preview } from './usePreview.ts'
import { withChoice } from './repeat.ts'
import './series.css'

const tones: Record<PlannedDate['state'], ChipTone> = {
  free: 'ok',
  conflict: 'danger',
  rule: 'warn',
  skipped: 'off',
  own: 'outline',
  still: 'plain',
  gone: 'off',
}
/** More lines than these nobody reads; what needs a decision is always among them. */
const MOST_LINES = 200
export type Open = { date: LocalDate; what: 'time' | 'place' } | null

/** Every date before it is saved: what it would become, why not, and what can be done about it (CF-06). */
export function DatesTable({
  preview,
  choices,
  open,
  catalogue,
  onOpen,
  onChoose,
}: {
  preview: Preview
  choices: readonly SeriesChoice[]
  open: Open
  catalogue: Catalogue
  onOpen: (open: Open) => void
  onChoose: (choices: SeriesChoice[]) => void
}) {
  const { t } = useText()
  const [onlyProblems, setOnlyProblems] = useState(false)
  const { plan } = preview
  if (!preview.active) return <p className="booking-check">{t('series.pickPlace')}</p>
  if (plan === null) return preview.refusals.length > 0 ? null : <p className="booking-check">{t('series.checking')}</p>
  const needy = (each: PlannedDate) => each.state === 'conflict' || each.state === 'rule' || each.own
  const wanted = onlyProblems ? plan.dates.filter(needy) : plan.dates
  const lines = wanted.length <= MOST_LINES ? wanted : wanted.filter((each, at) => at < MOST_LINES / 2 || needy(each))
  return (
    <section className="series-dates" aria-label={t('series.dates')}>
      <header>
        <p role="status" className="small">
          {t('series.counts', plan.counts)}
        </p>
        <Tick checked={onlyProblems} onChange={setOnlyProblems}>
          {t('series.onlyProblems')}
        </Tick>
      </header>
      <div className={preview.fresh ? 'series-scroll' : 'series-scroll series-stale'}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('series.column.date')}</th>
              <th scope="col">{t('series.column.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('series.column.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((each) => (
              <Line
                key={each.date}
                line={each}
                alternatives={open?.date === each.date ? plan.alternatives : []}
                open={open?.date === each.date ? open.what : null}
                chosen={choices.find((choice) => choice.date === each.date) ?? null}
                catalogue={catalogue}
                onOpen={(what) => onOpen(what === null ? null : { date: each.date, what })}
                onChoose={(choice) => onChoose(withChoice(choices, each.date, choice))}
              />
            ))}
          </tbody>
        </table>
        {lines.length < wanted.length ? (
          <p className="small secondary">{t('series.more', { count: wanted.length - lines.length })}</p>
        ) : null}
      </div>
    </section>
  )
}

type LineProps = {
  line: PlannedDate
  alternatives: NonNullable<Preview['plan']>['alternatives']
  open: 'time' | 'place' | null
  chosen: SeriesChoice | null
  catalogue: Catalogue
  onOpen: (open: 'time' | 'place' | null) => void
  onChoose: (choice: Partial<SeriesChoice> | null) => void
}

function Line(props: LineProps) {
  const { line, open, chosen, catalogue, onOpen, onChoose } = props
  const { t, language } = useText()
  const names = useNames()
  const zone = useZone()
  const date = dateShort(line.date, language)
  const reasons = line.refusals.map((each) => explain(each as Refusal, language, names(line.day ?? line.date)))
  const skipped = chosen?.skip === true
  const why =
    line.why === null
      ? null
      : line.day !== null && line.day !== line.date
        ? t('series.movedDay', {
            name: line.name ?? t(`series.why.${line.why}`),
            day: `${dateShort(line.day, language)} ${weekdayName(line.day, language)}`,
          })
        : (line.name ?? t(`series.why.${line.why}`))
  const moved = chosen?.start !== undefined && line.start !== null && line.end !== null
  const place = chosen?.resources?.[0]
  return (
    <>
      <tr className={`series-line series-line-${line.state}`}>
        <th scope="row">
          <span className="nowrap">{date}</span>{' '}
          <span className="secondary nowrap">{weekdayName(line.date, language)}</span>
        </th>
        <td>
          <Chip tone={tones[line.state]}>{t(`series.state.${line.state}`)}</Chip>
          {why === null ? null : <span className="small secondary">{why}</span>}
          {moved ? (
            <span className="small">
              {t('series.willMove', { time: whenLong(line.start!, line.end!, zone, language) })}
            </span>
          ) : null}
          {place === undefined ? null : (
            <span className="small">{t('series.willPlace', { place: catalogue.placeName(place.resourceId) })}</span>
          )}
          {reasons.map((each) => (
            <span key={each} className="small series-reason">
              {each}
            </span>
          ))}
        </td>
        <td className="series-actions">
          {line.state === 'skipped' && !skipped ? null : (
            <Button
              kind="quiet"
              size="small"
              label={t(skipped ? 'series.restoreDate' : 'series.skipDate', { date })}
              onClick={() => onChoose(skipped ? null : { skip: true })}
            >
              {t(skipped ? 'series.restore' : 'series.skip')}
            </Button>
          )}
          {line.state === 'skipped' ? null : (
            <>
              <Button
                kind="quiet"
                size="small"
                label={t('series.otherTimeDate', { date })}
                aria-expanded={open === 'time'}
                onClick={() => onOpen(open === 'time' ? null : 'time')}
              >
                {t('series.otherTime')}
              </Button>
              <Button
                kind="quiet"
                size="small"
                label={t('series.otherPlaceDate', { date })}
                aria-expanded={open === 'place'}
                onClick={() => onOpen(open === 'place' ? null : 'place')}
              >
                {t('series.otherPlace')}
              </Button>
            </>
          )}
        </td>
      </tr>
      {open === null || line.state === 'skipped' ? null : (
        <tr className="series-ways">
          <td colSpan={3}>
            <Ways {...props} open={open} />
          </td>
        </tr>
      )}
    </>
  )
}

/** Legal ways on for one date as buttons, and a field for a wish of one's own. */
function Ways({ line, alternatives, open, chosen, catalogue, onChoose }: LineProps & { open: 'time' | 'place' }) {
  const { t, language } = useText()
  const zone = useZone()
  const kind = open === 'time' ? ['otherTime', 'shorter'] : ['otherPlace']
  const ways = alternatives.filter((each) => kind.includes(each.kind))
  const options = placeOptions(catalogue, (each) => each.bookable, t, language === 'en')
  const day = line.day ?? line.date
  return (
    <div className="series-way-row">
      {ways.length === 0 && line.refusals.length > 0 ? (
        <span className="small secondary">{t('series.noWays')}</span>
      ) : null}
      {ways.map((each) => (
        <Button
          key={`${each.start} ${each.resources[0]?.resourceId}`}
          size="small"
          onClick={() =>
            onChoose(open === 'time' ? { start: each.start, end: each.end } : { resources: each.resources })
          }
        >
          {open === 'time'
            ? whenLong(each.start, each.end, zone, language)
            : catalogue.placeName(
                each.resources.find((one, at) => one.resourceId !== line.resources[at]?.resourceId)?.resourceId ?? '',
              )}
        </Button>
      ))}
      {open === 'time' ? (
        <TimeField
          label={t('series.startAt')}
          value={line.start === null ? null : toWall(line.start, zone).minute}
          onChange={(minute) => {
            const start = toInstant({ date: day, minute }, zone)
            onChoose({ start, end: start + ((line.end ?? 0) - (line.start ?? 0)) })
          }}
        />
      ) : (
        <OneOf
          label={t('series.placeAt')}
          allowClear={false}
          value={line.resources[0]?.resourceId ?? null}
          options={options}
          onChange={(resourceId) => {
            if (resourceId === null) return
            const rest = line.resources.slice(1)
            onChoose({ resources: [{ quantity: 1, ...line.resources[0], resourceId }, ...rest] })
          }}
        />
      )}
      {chosen === null ? null : (
        <Button kind="quiet" size="small" icon="undo" onClick={() => onChoose(null)}>
          {t('series.restore')}
        </Button>
      )}
    </div>
  )
}
