import { useMemo } from 'react'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { SomeOf } from './controls.tsx'
import type { BookingForm, FormAction } from './form.ts'
import { PlaceTimes } from './PlaceTimes.tsx'
import { placeOptions } from './placeOptions.ts'
import type { Catalogue } from './useCatalogue.ts'

/** The places of a booking: several, in the groups of the centre, how many units of each pool, and the times of each. */
export function PlacesField({
  form,
  error,
  catalogue,
  change,
}: {
  form: BookingForm
  error: string | undefined
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t, language } = useText()
  const { places } = form
  const options = useMemo(
    () => placeOptions(catalogue, (each) => each.bookable, t, language === 'en'),
    [catalogue, t, language],
  )
  const pools = places.flatMap((place) => {
    const resource = catalogue.resource(place.resourceId)
    return resource === null || resource.units < 2 ? [] : [{ place, units: resource.units }]
  })
  return (
    <div className="booking-wide" data-field="places">
      <Field label={t('bookings.form.places')} error={error}>
        {(ids) => (
          <SomeOf
            ids={ids}
            placeholder={t('bookings.form.placesHint')}
            value={places.map(({ resourceId }) => resourceId)}
            options={options}
            onChange={(resourceIds) => change({ type: 'places', resourceIds })}
          />
        )}
      </Field>
      {pools.map(({ place, units }) => (
        <label key={place.resourceId} className="booking-units">
          <span>{t('bookings.form.units', { place: catalogue.placeName(place.resourceId) })}</span>
          <input
            className="input"
            type="number"
            min={1}
            max={units}
            value={place.quantity}
            onChange={(event) => {
              const quantity = Math.max(1, Math.min(1000, Math.round(event.target.valueAsNumber) || 1))
              change({ type: 'quantity', resourceId: place.resourceId, quantity })
            }}
          />
          <small>{t('bookings.form.unitsOf', { count: units })}</small>
        </label>
      ))}
      <PlaceTimes form={form} options={options} catalogue={catalogue} change={change} />
    </div>
  )
}
