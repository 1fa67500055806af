import type { Need } from '../../shared/operations/find.ts'
import type { Value } from '../../shared/operations/index.ts'
import type { RuleRefusal } from '../../shared/refusals.ts'
import { dateOf, toWall } from '../../shared/scheduling/zone.ts'
import { explain, type Names } from '../../shared/text/explain.ts'
import { clock, dayLabel, duration } from '../../shared/text/format.ts'
import { Icon, type IconName } from '../ui/icons.tsx'
import { useText, type Language, type Translate } from '../ui/text.ts'

type Found = Value<'find.times'>
type Relaxation = Found['relaxations'][number]

const icons: Partial<Record<RuleRefusal['code'], IconName>> = {
  overlaps: 'calendar',
  noUnitsLeft: 'calendar',
  outage: 'wrench',
  closedDay: 'clock',
  outsideHours: 'clock',
  overCapacity: 'person',
}

/** The right column: why nothing earlier, and what would give more; each way is one click. */
export function Why({
  found,
  names,
  zone,
  today,
  onTake,
}: {
  found: Found
  names: Names
  zone: string
  today: string
  onTake: (need: Need) => void
}) {
  const { t, language } = useText()
  const when = (first: number, last: number) => {
    const day = dayLabel(dateOf(first, zone), language, today)
    const from = clock(toWall(first, zone).minute)
    if (first === last) return `${day} ${from}`
    const sameDay = dateOf(first, zone) === dateOf(last, zone)
    const until = clock(toWall(last, zone).minute)
    return sameDay ? `${day} ${from}–${until}` : `${day} – ${dayLabel(dateOf(last, zone), language, today)}`
  }
  return (
    <>
      <section className="find-why">
        <h2 className="section-title">{t(found.answers.length === 0 ? 'find.whyNone' : 'find.why')}</h2>
        {found.obstacles.length === 0 ? (
          <p className="find-quiet">{t(found.answers.length === 0 ? 'find.whyNoPlace' : 'find.whyNothing')}</p>
        ) : null}
        <ul>
          {found.obstacles.map(({ refusal, starts, first, last }) => {
            const reason = refusal as RuleRefusal
            return (
              <li key={JSON.stringify(reason)}>
                <Icon name={icons[reason.code] ?? 'ban'} size={14} />
                <div>
                  <strong>{when(first, last)}</strong>
                  <p>{explain(reason, language, names)}</p>
                  {starts > 1 ? <small>{t('find.blocked', { count: starts })}</small> : null}
                </div>
              </li>
            )
          })}
        </ul>
      </section>
      <section className="find-relax">
        <h2 className="section-title">{t('find.help')}</h2>
        {found.relaxations.length === 0 ? (
          <p className="find-quiet">{t(found.total >= found.counted ? 'find.helpEnough' : 'find.helpNothing')}</p>
        ) : null}
        <ul>
          {found.relaxations.map((each) => (
            <li key={`${each.kind} ${each.part} ${each.feature}`}>
              <button type="button" onClick={() => onTake(each.need)}>
                <span>{relaxWords(each, t, language)}</span>
                <b>
                  {t(found.total + each.more >= found.counted ? 'find.moreSetsMany' : 'find.moreSets', {
                    count: each.more,
                  })}
                </b>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

function relaxWords({ kind, part, feature, need }: Relaxation, t: Translate, language: Language): string {
  const changed = part === null ? undefined : need.parts[part]
  switch (kind) {
    case 'shorter':
    case 'longer':
      return t(`find.relax.${kind}`, { length: duration(need.minutes, language) })
    case 'fewerSeats':
      return t('find.relax.fewerSeats', { count: changed?.seats ?? 1 })
    case 'withoutFeature':
      return t('find.relax.withoutFeature', { feature })
    case 'anyOfKind': {
      const kinds = (changed?.kinds ?? []).map((each) => t(`refusals.kinds.${each}`)).join(t('find.kindsJoin'))
      return t('find.relax.anyOfKind', { kinds })
    }
    default:
      return t(`find.relax.${kind}`)
  }
}
