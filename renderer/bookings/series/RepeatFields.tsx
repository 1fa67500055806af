import { addDays, weekdayOf } from '../../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { dateShort, weekdayName, weekdayNames } from '../../../shared/text/format.ts'
import { useToday } from '../../api/now.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useText } from '../../ui/text.ts'
import { OneOf, TextInput } from '../controls.tsx'
import { useDayMark } from '../useDayMark.ts'
import { dayModes, nthOf, repeatKinds, repeatUnits, type Repeat, type RepeatKind } from './repeat.ts'
import './series.css'

/** How often, on which days, until when. */
export function RepeatFields({
  repeat,
  date,
  change,
}: {
  repeat: Repeat
  /** The first date, from the form. */
  date: LocalDate
  change: (change: Partial<Repeat>) => void
}) {
  const { t, language } = useText()
  const { kind, unit } = repeat
  const weekday = weekdayName(date, language)
  const label = (each: RepeatKind) => {
    if (each === 'monthDay') return t('series.monthDayOf', { day: Number(date.slice(8)) })
    if (each !== 'monthNth') return t(`series.kinds.${each}`)
    return nthOf(date) < 0
      ? t('series.monthLastOf', { weekday })
      : t('series.monthNthOf', { nth: nthOf(date), weekday })
  }
  const options = repeatKinds.map((value) => ({ value, label: label(value), find: [label(value)] }))
  const weekly = kind === 'weekly' || kind === 'fortnight' || (kind === 'custom' && unit === 'weekly')
  return (
    <section className="series-fields" aria-label={t('series.repeat')}>
      <Field label={t('series.repeat')} className="series-kind">
        {(ids) => (
          <OneOf
            ids={ids}
            label={t('series.repeat')}
            value={kind}
            allowClear={false}
            options={options}
            onChange={(next) => change({ kind: next ?? 'none', choices: [] })}
          />
        )}
      </Field>
      {kind === 'none' ? null : (
        <>
          {kind === 'custom' ? <CustomFields repeat={repeat} change={change} /> : null}
          {weekly ? <Weekdays repeat={repeat} date={date} change={change} /> : null}
          {kind === 'picked' ? <PickedDates repeat={repeat} date={date} change={change} /> : null}
          <div className="field series-mode">
            <span className="field-label">{t('series.dayMode')}</span>
            <Segmented
              label={t('series.dayMode')}
              value={repeat.dayMode}
              options={dayModes.map((value) => ({ value, label: t(`series.dayModes.${value}`) }))}
              onChange={(dayMode) => change({ dayMode })}
            />
          </div>
          {kind === 'picked' ? null : <EndFields repeat={repeat} date={date} change={change} />}
        </>
      )}
    </section>
  )
}

type Part = { repeat: Repeat; change: (change: Partial<Repeat>) => void }

function CustomFields({ repeat, change }: Part) {
  const { t } = useText()
  const options = repeatUnits.map((value) => ({ value, label: t(`series.units.${value}`), find: [] }))
  return (
    <>
      <Field label={t('series.every')} className="series-short">
        {(ids) => (
          <TextInput ids={ids} inputMode="numeric" value={repeat.every} onChange={(every) => change({ every })} />
        )}
      </Field>
      <Field label={t('series.unit')} className="series-short">
        {(ids) => (
          <OneOf
            ids={ids}
            label={t('series.unit')}
            value={repeat.unit}
            allowClear={false}
            options={options}
            onChange={(unit) => change({ unit: unit ?? 'weekly' })}
          />
        )}
      </Field>
    </>
  )
}

function Weekdays({ repeat, date, change }: Part & { date: LocalDate }) {
  const { t, language } = useText()
  const chosen = repeat.weekdays.length > 0 ? repeat.weekdays : [weekdayOf(date)]
  const press = (weekday: number) => {
    const next = chosen.includes(weekday) ? chosen.filter((each) => each !== weekday) : [...chosen, weekday]
    change({ weekdays: next.length > 0 ? next.sort((one, other) => one - other) : [weekdayOf(date)] })
  }
  return (
    <div className="field series-wide">
      <span className="field-label">{t('series.weekdays')}</span>
      <div className="booking-presets" role="group" aria-label={t('series.weekdays')}>
        {weekdayNames(language).map((name, weekday) => (
          <button
            key={name}
            type="button"
            className="booking-preset"
            aria-pressed={chosen.includes(weekday)}
            onClick={() => press(weekday)}
          >
            {name}
          </button>
        ))}
      </div>
    </div>
  )
}

function PickedDates({ repeat, date, change }: Part & { date: LocalDate }) {
  const { t, language } = useText()
  const today = useToday()
  const mark = useDayMark()
  const dates = [...new Set([date, ...repeat.picked])].sort()
  return (
    <div className="series-wide series-picked">
      <Field label={t('series.addDate')} className="series-short" note={t('series.picked', { count: dates.length })}>
        {(ids) => (
          <DateField
            {...ids}
            value={null}
            today={today}
            min={date}
            mark={mark}
            onChange={(each) => change({ picked: [...new Set([...repeat.picked, each])].sort() })}
          />
        )}
      </Field>
      <ul>
        {dates.map((each) => (
          <li key={each}>
            <span>{dateShort(each, language)}</span>
            {each === date ? null : (
              <Button
                kind="quiet"
                size="small"
                icon="close"
                label={t('series.removeDate', { date: dateShort(each, language) })}
                onClick={() => change({ picked: repeat.picked.filter((one) => one !== each) })}
              />
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

function EndFields({ repeat, date, change }: Part & { date: LocalDate }) {
  const { t } = useText()
  const today = useToday()
  const mark = useDayMark()
  return (
    <div className="series-end">
      <div className="field">
        <span className="field-label">{t('series.end')}</span>
        <Segmented
          label={t('series.end')}
          value={repeat.end}
          options={(['count', 'until'] as const).map((value) => ({ value, label: t(`series.ends.${value}`) }))}
          onChange={(end) => change({ end, until: repeat.until ?? addDays(date, 91) })}
        />
      </div>
      {repeat.end === 'count' ? (
        <Field label={t('series.count')} className="series-short">
          {(ids) => (
            <TextInput ids={ids} inputMode="numeric" value={repeat.count} onChange={(count) => change({ count })} />
          )}
        </Field>
      ) : (
        <Field label={t('series.until')} className="series-short">
          {(ids) => (
            <DateField
              {...ids}
              value={repeat.until}
              today={today}
              min={date}
              max={addDays(date, 3 * 365)}
              mark={mark}
              onChange={(until) => change({ until })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
