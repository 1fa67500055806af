import type { Alternative } from '../../shared/operations/bookings.ts'
import { dateOf } from '../../shared/scheduling/zone.ts'
import { range } from '../../shared/text/format.ts'
import { useZone } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useText, type Translate } from '../ui/text.ts'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { interval, type BookingForm } from './form.ts'
import type { Catalogue } from './useCatalogue.ts'
import { lengthText, minutesOf } from './words.ts'

const icons: Record<Alternative['kind'], IconName> = { shorter: 'shorten', otherPlace: 'swap', otherTime: 'clock' }

/** Up to three legal ways on, each one press (Alt+1…3); the first is what the primary button does. */
export function Alternatives({
  alternatives,
  form,
  catalogue,
  off,
  onUse,
}: {
  alternatives: readonly Alternative[]
  form: BookingForm
  catalogue: Catalogue
  /** True while the form is ahead of the answer: what is offered is about what stood there before. */
  off: boolean
  onUse: (alternative: Alternative, index: number) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  const use = (index: number) => {
    const chosen = alternatives[index]
    if (chosen === undefined || off) return false
    onUse(chosen, index + 1)
    return undefined
  }
  useShortcuts({ 'Alt+1': () => use(0), 'Alt+2': () => use(1), 'Alt+3': () => use(2) })
  if (alternatives.length === 0) return <p className="booking-no-way">{t('bookings.alternative.none')}</p>
  const { start } = interval(form.when, zone)
  return (
    <section className="booking-ways">
      <header>
        <h3 className="section-title">{t('bookings.alternative.heading')}</h3>
        <small>{t('bookings.alternative.headingNote', { count: alternatives.length })}</small>
      </header>
      <ol>
        {alternatives.map((each, index) => {
          const what = t('bookings.alternative.line', {
            kind: t(`bookings.alternative.${each.kind}`),
            place: each.resources.map(({ resourceId }) => catalogue.placeName(resourceId)).join(t('refusals.listJoin')),
            time: range(each.start, each.end, zone, language, dateOf(start, zone)),
          })
          return (
            <li key={`${each.kind} ${JSON.stringify(each.resources)} ${each.start}`} className="booking-way">
              <span className="booking-way-mark">
                <Icon name={icons[each.kind]} />
              </span>
              <div className="booking-way-body">
                <p className="booking-way-title">{what}</p>
                <p className="small secondary">{noteOf(each, form, zone, catalogue, t, language)}</p>
              </div>
              <Button
                size="small"
                keys={`Alt+${index + 1}`}
                pending={off}
                label={t('bookings.alternative.useName', { index: index + 1, what })}
                onClick={() => use(index)}
              >
                {t('bookings.alternative.use')}
              </Button>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

function noteOf(
  each: Alternative,
  form: BookingForm,
  zone: string,
  catalogue: Catalogue,
  t: Translate,
  language: 'zh' | 'en',
): string {
  const asked = interval(form.when, zone)
  const minutes = minutesOf(each.start, each.end)
  const length = lengthText(minutes, t, language)
  if (each.kind === 'shorter') {
    const less = lengthText(minutesOf(asked.start, asked.end) - minutes, t, language)
    return t('bookings.alternative.shorterNote', { length, less })
  }
  if (each.kind === 'otherTime') return t('bookings.alternative.timeNote', { length })
  const facts = [t('bookings.alternative.placeNote')]
  for (const { resourceId } of each.resources) {
    if (form.places.some((place) => place.resourceId === resourceId)) continue
    const resource = catalogue.resource(resourceId)
    if (resource === null) continue
    if (resource.capacity !== null && resource.capacity > 0)
      facts.push(t('bookings.alternative.seats', { count: resource.capacity }))
    facts.push(...resource.features.slice(0, 3))
  }
  return facts.join(t('refusals.listJoin'))
}
