import { useMemo } from 'react'
import { outageKinds } from '../../shared/operations/fields.ts'
import type { WallTime } from '../../shared/scheduling/time.ts'
import { useToday } from '../api/now.ts'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useText } from '../ui/text.ts'
import { TimeField } from '../ui/TimeField.tsx'
import { OneOf, TextBlock } from './controls.tsx'
import type { OutageField, OutageForm } from './outageForm.ts'
import { placeOptions } from './placeOptions.ts'
import type { Catalogue } from './useCatalogue.ts'

/** What is out of use, why, from when and until when it is expected to be. */
export function OutageFields({
  form,
  errors,
  catalogue,
  existing,
  change,
}: {
  form: OutageForm
  errors: Partial<Record<OutageField, string>>
  catalogue: Catalogue
  /** An outage that exists stays with its resource. */
  existing: boolean
  change: (change: Partial<OutageForm>) => void
}) {
  const { t, language } = useText()
  const options = useMemo(() => placeOptions(catalogue, () => true, t, language === 'en'), [catalogue, t, language])
  return (
    <div className="booking-form">
      <div className="booking-wide" data-field="resourceId">
        <Field label={t('bookings.outage.place')} error={errors.resourceId}>
          {(ids) => (
            <OneOf
              ids={ids}
              disabled={existing}
              placeholder={t('bookings.form.placesHint')}
              value={form.resourceId}
              options={options}
              onChange={(resourceId) => change({ resourceId })}
            />
          )}
        </Field>
      </div>
      <div className="booking-wide field">
        <span className="field-label">{t('bookings.outage.kind')}</span>
        <div>
          <Segmented
            label={t('bookings.outage.kind')}
            value={form.kind}
            options={outageKinds.map((value) => ({ value, label: t(`refusals.outageKinds.${value}`) }))}
            onChange={(kind) => change({ kind })}
          />
        </div>
      </div>
      <div className="booking-wide" data-field="reason">
        <Field label={t('bookings.outage.reason')} error={errors.reason}>
          {(ids) => (
            <TextBlock
              ids={ids}
              placeholder={t('bookings.outage.reasonHint')}
              value={form.reason}
              onChange={(reason) => change({ reason: reason.replace(/\n/g, ' ') })}
            />
          )}
        </Field>
      </div>
      <Edge
        field="from"
        date={t('bookings.outage.from')}
        time={t('bookings.outage.time')}
        value={form.from}
        error={errors.from}
        onChange={(from) => change({ from })}
      />
      <Edge
        field="until"
        date={t('bookings.outage.until')}
        time={t('bookings.outage.endTime')}
        value={form.until}
        error={errors.until}
        onChange={(until) => change({ until })}
      />
    </div>
  )
}

function Edge({
  field,
  date,
  time,
  value,
  error,
  onChange,
}: {
  field: 'from' | 'until'
  date: string
  time: string
  value: WallTime
  error: string | undefined
  onChange: (value: WallTime) => void
}) {
  const today = useToday()
  return (
    <div className="booking-half outage-edge" data-field={field}>
      <Field label={date} error={error}>
        {(ids) => (
          <DateField
            {...ids}
            value={value.date}
            today={today}
            onChange={(next) => onChange({ ...value, date: next })}
          />
        )}
      </Field>
      <Field label={time}>
        {(ids) => (
          <TimeField
            {...ids}
            aria-invalid={error === undefined ? undefined : true}
            value={value.minute}
            step={30}
            onChange={(minute) => onChange({ ...value, minute })}
          />
        )}
      </Field>
    </div>
  )
}
