import { useState } from 'react'
import type { Bundle } from '../../shared/operations/bundles.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import { useZone } from '../api/session.ts'
import { useAsk, useRead } from '../api/useRead.ts'
import { Field } from '../ui/Field.tsx'
import { useText } from '../ui/text.ts'
import { OneOf } from './controls.tsx'
import { interval, readHeadCount, type BookingForm, type FormAction } from './form.ts'
import { whenOf } from './presets.ts'
import type { Catalogue } from './useCatalogue.ts'
import { lengthText } from './words.ts'
import './placeTimes.css'

/** 套餐: fills the places of a new booking with their own times, and its length and title where none is given yet. Nothing while the centre has none. */
export function BundleField({
  form,
  catalogue,
  change,
}: {
  form: BookingForm
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const ask = useAsk()
  const bundles = useRead('bundles.list', {}).value?.bundles ?? []
  const [chosen, setChosen] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  if (bundles.length === 0) return null

  const fill = async (bundle: Bundle) => {
    const { start } = interval(form.when, zone)
    const end = start + bundle.minutes * MINUTE
    const heads = readHeadCount(form.headCount)
    try {
      const headCount = Number.isNaN(heads) ? null : heads
      const { places, missing } = await ask('bundles.fill', { id: bundle.id, start, end, headCount })
      if (places.length > 0) change({ type: 'take', places, when: whenOf(toWall(start, zone), toWall(end, zone)) })
      if (form.title.trim() === '' && bundle.title !== '') change({ type: 'set', change: { title: bundle.title } })
      const names = missing.map((index) => partName(bundle, index))
      setSaid(
        names.length === 0
          ? t('bookings.bundle.filled', { count: places.length })
          : t('bookings.bundle.missing', { parts: names.join(t('refusals.listJoin')) }),
      )
    } catch {
      setSaid(t('bookings.bundle.failed'))
    }
  }
  const partName = (bundle: Bundle, index: number) => {
    const part = bundle.parts[index]!
    if (part.resourceId !== null) return catalogue.placeName(part.resourceId)
    const kinds = part.kinds.map((kind) => t(`refusals.kinds.${kind}`))
    return [...kinds, ...part.features].join(' · ') || t('bookings.bundle.anyPlace')
  }
  return (
    <div className="booking-wide">
      <Field label={t('bookings.bundle.label')}>
        {(ids) => (
          <OneOf
            ids={ids}
            placeholder={t('bookings.bundle.hint')}
            value={bundles.some(({ id }) => id === chosen) ? chosen : null}
            options={bundles.map((each) => ({
              value: each.id,
              label: language === 'en' && each.nameEn !== '' ? each.nameEn : each.name,
              beside: t('bookings.bundle.beside', {
                count: each.parts.length,
                length: lengthText(each.minutes, t, language),
              }),
              find: [each.name, each.nameEn],
            }))}
            onChange={(id) => {
              setChosen(id)
              setSaid('')
              const bundle = bundles.find((each) => each.id === id)
              if (bundle !== undefined) void fill(bundle)
            }}
          />
        )}
      </Field>
      <p className="bundle-note" role="status">
        {said}
      </p>
    </div>
  )
}
