import { useState } from 'react'
import { placeTime } from '../../shared/scheduling/leaves.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { range } from '../../shared/text/format.ts'
import { useZone } from '../api/session.ts'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { OneOf, type OptionGroup } from './controls.tsx'
import { interval, type BookingForm, type FormAction, type Place } from './form.ts'
import type { Catalogue } from './useCatalogue.ts'
import './placeTimes.css'

const MOST = 1440

/** Each place of a booking with its own time: changed for another one, begun earlier, ended later. Folded away while all have the booking's time. */
export function PlaceTimes({
  form,
  options,
  catalogue,
  change,
}: {
  form: BookingForm
  options: OptionGroup<string>[]
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const own = form.places.some(({ offset }) => offset !== undefined)
  const [opened, setOpened] = useState(false)
  if (form.places.length < 2 && !own) return null
  const shown = opened || own
  const whole = interval(form.when, zone)
  return (
    <section className="place-times" aria-label={t('bookings.parts.title')}>
      {own ? null : (
        <button type="button" className="booking-more" aria-expanded={shown} onClick={() => setOpened(!shown)}>
          <Icon name={shown ? 'chevronUp' : 'chevronDown'} size={14} />
          {t('bookings.parts.title')}
        </button>
      )}
      {shown ? (
        <ul>
          {form.places.map((place) => {
            const name = catalogue.placeName(place.resourceId)
            const { start, end } = placeTime(whole, place)
            const free = options.map(({ label, options: each }) => ({
              label,
              options: each.filter(
                ({ value }) => value === place.resourceId || form.places.every((one) => one.resourceId !== value),
              ),
            }))
            const put = (next: Place) => change({ type: 'part', resourceId: place.resourceId, place: next })
            return (
              <li key={place.resourceId}>
                <OneOf
                  label={t('bookings.parts.place', { place: name })}
                  value={place.resourceId}
                  options={free}
                  allowClear={false}
                  onChange={(resourceId) =>
                    resourceId === null ? undefined : put({ ...place, resourceId, quantity: 1 })
                  }
                />
                <Minutes
                  words={t('bookings.parts.before')}
                  label={t('bookings.parts.beforeOf', { place: name })}
                  value={-(place.offset?.start ?? 0)}
                  onChange={(minutes) => put(withOffset(place, -minutes, place.offset?.end ?? 0))}
                />
                <Minutes
                  words={t('bookings.parts.after')}
                  label={t('bookings.parts.afterOf', { place: name })}
                  value={place.offset?.end ?? 0}
                  onChange={(minutes) => put(withOffset(place, place.offset?.start ?? 0, minutes))}
                />
                <span className={end <= start ? 'place-times-when is-wrong' : 'place-times-when'}>
                  {end <= start
                    ? t('bookings.parts.backwards')
                    : range(start, end, zone, language, dateOf(whole.start, zone))}
                </span>
              </li>
            )
          })}
        </ul>
      ) : null}
    </section>
  )
}

/** A place with other offsets; none at all when both are nothing. */
function withOffset({ offset: _offset, ...place }: Place, start: number, end: number): Place {
  return start === 0 && end === 0 ? place : { ...place, offset: { start, end } }
}

function Minutes({
  words,
  label,
  value,
  onChange,
}: {
  words: string
  label: string
  value: number
  onChange: (minutes: number) => void
}) {
  return (
    <label>
      <span aria-hidden>{words}</span>
      <input
        className="input"
        type="number"
        aria-label={label}
        min={-MOST}
        max={MOST}
        step={5}
        value={value === 0 ? 0 : value}
        onChange={(event) => {
          const typed = Math.round(event.target.valueAsNumber)
          onChange(Number.isNaN(typed) ? 0 : Math.max(-MOST, Math.min(MOST, typed)))
        }}
      />
    </label>
  )
}
