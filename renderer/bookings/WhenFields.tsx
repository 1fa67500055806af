import { useId } from 'react'
import { clock } from '../../shared/text/format.ts'
import { buffersOf, knob } from '../../shared/scheduling/policy.ts'
import { useToday } from '../api/now.ts'
import { DateField } from '../ui/DateField.tsx'
import { Icon } from '../ui/icons.tsx'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { TimeField } from '../ui/TimeField.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { Tick } from './controls.tsx'
import type { BookingForm, FormAction } from './form.ts'
import { isOvernight, lastDate, presetNames, presetOf, wallLength } from './presets.ts'
import { useDayMark } from './useDayMark.ts'
import type { Catalogue } from './useCatalogue.ts'
import { lengthText } from './words.ts'

/** One date and two times, the half days as one press, 次日 when it runs over midnight, an end date when it lasts for days. */
export function WhenFields({
  form,
  error,
  catalogue,
  startFixed,
  onBad,
  change,
}: {
  form: BookingForm
  error: string | undefined
  catalogue: Catalogue
  /** True while it is in use: its start has happened. */
  startFixed: boolean
  /** Told which field holds what is no date or no time, so that it is not sent as it was before. */
  onBad: (field: 'date' | 'from' | 'until' | 'endDate', bad: boolean) => void
  change: (action: FormAction) => void
}) {
  const { t, language } = useText()
  const today = useToday()
  const mark = useDayMark()
  const errorId = useId()
  const { when, places } = form
  const step = Math.max(
    5,
    ...places.map(({ resourceId }) => {
      const resource = catalogue.resource(resourceId)
      return resource === null ? 15 : knob(resource, catalogue.policies, 'stepMinutes').value
    }),
  )
  const preset = presetOf(when)
  const length = wallLength(when)
  const many = when.endDate !== null
  return (
    <div className="booking-when" data-field="when">
      <Field label={t('bookings.form.date')} className="booking-when-date">
        {(ids) => (
          <DateField
            {...ids}
            value={when.date}
            today={today}
            mark={mark}
            disabled={startFixed}
            onBad={(bad) => onBad('date', bad)}
            onChange={(date) => change({ type: 'date', date })}
          />
        )}
      </Field>
      <Field label={t('bookings.form.start')} className="booking-when-time">
        {(ids) => (
          <TimeField
            {...ids}
            value={when.from}
            step={Math.max(15, step)}
            until={1425}
            disabled={startFixed}
            onBad={(bad) => onBad('from', bad)}
            onChange={(minute) => change({ type: 'from', minute })}
          />
        )}
      </Field>
      <Field label={t('bookings.form.end')} className="booking-when-time">
        {(ids) => (
          <TimeField
            {...ids}
            aria-invalid={error === undefined ? undefined : true}
            aria-describedby={error === undefined ? undefined : errorId}
            value={when.until}
            step={Math.max(15, step)}
            beside={(minute) => {
              const minutes = wallLength({ ...when, until: minute })
              return minutes > 0 ? lengthText(minutes, t, language) : ''
            }}
            onBad={(bad) => onBad('until', bad)}
            onChange={(minute) => change({ type: 'until', minute })}
          />
        )}
      </Field>
      {many ? (
        <Field label={t('bookings.form.endDate')} className="booking-when-date">
          {(ids) => (
            <DateField
              {...ids}
              value={lastDate(when)}
              today={today}
              min={when.date}
              mark={mark}
              onBad={(bad) => onBad('endDate', bad)}
              onChange={(date) => change({ type: 'endDate', date })}
            />
          )}
        </Field>
      ) : null}
      <div className="booking-when-presets">
        <div className="booking-presets" role="group" aria-label={t('bookings.form.presets')}>
          {startFixed
            ? null
            : presetNames.map((name) => (
                <button
                  key={name}
                  type="button"
                  className="booking-preset"
                  aria-pressed={preset === name}
                  onClick={() => change({ type: 'preset', preset: name })}
                >
                  {t(`bookings.form.preset.${name}`)}
                </button>
              ))}
        </div>
        <Tick checked={many} onChange={(on) => change({ type: 'endDate', date: on ? lastDate(when) : null })}>
          {t('bookings.form.multiDay')}
        </Tick>
        <span className="booking-when-length">
          {isOvernight(when) ? (
            <Chip tone="primary">{`${t('bookings.form.nextDay')} ${clock(when.until)}`}</Chip>
          ) : null}
          {length > 0 ? t('bookings.form.length', { length: lengthText(length, t, language) }) : null}
        </span>
      </div>
      {error === undefined ? null : (
        <p id={errorId} className="field-error booking-wide" role="alert">
          <Icon name="triangle" size={12} />
          {error}
        </p>
      )}
      <BufferNote form={form} catalogue={catalogue} />
    </div>
  )
}

function BufferNote({ form, catalogue }: { form: BookingForm; catalogue: Catalogue }) {
  const { t, language } = useText()
  const buffers = form.places.flatMap(({ resourceId }) => {
    const resource = catalogue.resource(resourceId)
    return resource === null ? [] : [buffersOf(resource, catalogue.policies)]
  })
  const before = Math.max(0, ...buffers.map((each) => each.before))
  const after = Math.max(0, ...buffers.map((each) => each.after))
  if (before === 0 && after === 0) return null
  const key = before > 0 && after > 0 ? 'buffers' : before > 0 ? 'bufferBefore' : 'bufferAfter'
  const facts = { before: lengthText(before, t, language), after: lengthText(after, t, language) }
  return <p className="field-note booking-wide">{t(`bookings.form.${key}`, facts)}</p>
}
