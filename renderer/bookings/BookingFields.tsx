import { useState } from 'react'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { Field } from '../ui/Field.tsx'
import { BundleField } from './BundleField.tsx'
import { TextInput } from './controls.tsx'
import { capacityOf, readHeadCount, type BookingForm, type FormAction, type FormField } from './form.ts'
import { MoreFields } from './MoreFields.tsx'
import { PlacesField } from './PlacesField.tsx'
import type { Catalogue } from './useCatalogue.ts'
import { WhenFields } from './WhenFields.tsx'
import { WhoFields } from './WhoFields.tsx'

export type TimeSlot = 'date' | 'from' | 'until' | 'endDate'

/** The fields of a booking in the order of ui.md §5: title, team, who, place, when, the rest. */
export function BookingFields({
  form,
  errors,
  catalogue,
  bookerId,
  startFixed = false,
  mayHold,
  onBad,
  change,
}: {
  form: BookingForm
  /** The words under each field. */
  errors: Partial<Record<FormField, string>>
  catalogue: Catalogue
  bookerId: string | null
  startFixed?: boolean
  mayHold: boolean
  onBad: (slot: TimeSlot, bad: boolean) => void
  change: (action: FormAction) => void
}) {
  const { t } = useText()
  const filled =
    form.projectId !== null ||
    form.serviceKind !== null ||
    form.confidential ||
    form.note !== '' ||
    form.holdUntil !== null
  // What is rarely needed is folded away, so that the reasons stand in sight; anything filled in or wrong in it keeps it open.
  const [opened, setOpened] = useState<boolean | null>(null)
  const showMore = (opened ?? filled) || errors.note !== undefined || errors.holdUntil !== undefined
  return (
    <div className="booking-form">
      <div className="booking-title" data-field="title">
        <Field label={t('bookings.form.title')} error={errors.title}>
          {(ids) => (
            <TextInput
              ids={ids}
              placeholder={t('bookings.form.titleHint')}
              value={form.title}
              onChange={(title) => change({ type: 'set', change: { title } })}
            />
          )}
        </Field>
      </div>
      <div className="booking-heads" data-field="headCount">
        <Field label={t('bookings.form.headCount')} error={errors.headCount} note={capacityNote(form, catalogue, t)}>
          {(ids) => (
            <TextInput
              ids={ids}
              inputMode="numeric"
              value={form.headCount}
              onChange={(headCount) => change({ type: 'set', change: { headCount } })}
            />
          )}
        </Field>
      </div>
      <WhoFields form={form} error={errors.occupantName} bookerId={bookerId} catalogue={catalogue} change={change} />
      {mayHold ? <BundleField form={form} catalogue={catalogue} change={change} /> : null}
      <PlacesField form={form} error={errors.places} catalogue={catalogue} change={change} />
      <WhenFields
        form={form}
        error={errors.when}
        catalogue={catalogue}
        startFixed={startFixed}
        onBad={onBad}
        change={change}
      />
      <div className="booking-wide">
        <button type="button" className="booking-more" aria-expanded={showMore} onClick={() => setOpened(!showMore)}>
          <Icon name={showMore ? 'chevronUp' : 'chevronDown'} size={14} />
          {t('bookings.form.more')}
        </button>
      </div>
      {showMore ? (
        <MoreFields
          form={form}
          errors={{ note: errors.note, holdUntil: errors.holdUntil }}
          mayHold={mayHold}
          catalogue={catalogue}
          change={change}
        />
      ) : null}
    </div>
  )
}

function capacityNote(form: BookingForm, catalogue: Catalogue, t: ReturnType<typeof useText>['t']): string | undefined {
  const count = capacityOf(form.places, catalogue.resource)
  if (count === null) return undefined
  const heads = readHeadCount(form.headCount)
  return heads !== null && heads > count
    ? t('bookings.form.capacityOver', { count, over: heads - count })
    : t('bookings.form.capacityHint', { count })
}
