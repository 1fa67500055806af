import { useEffect, useRef } from 'react'
import type { Refusal, RuleRefusal } from '../../shared/refusals.ts'
import { isRuleRefusal, ruleTitle } from '../../shared/text/explain.ts'
import { dateOf, toWall } from '../../shared/scheduling/zone.ts'
import { range } from '../../shared/text/format.ts'
import { useNames } from '../api/names.ts'
import { usePerson, useZone } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { openDrawer } from '../ui/drawers.ts'
import { Field } from '../ui/Field.tsx'
import { Icon } from '../ui/icons.tsx'
import { RefusalList } from '../ui/RefusalList.tsx'
import { navigate } from '../ui/router.ts'
import { useText } from '../ui/text.ts'
import { TextInput } from './controls.tsx'
import { interval, type BookingForm, type FormAction } from './form.ts'
import { whenOf } from './presets.ts'
import type { Catalogue } from './useCatalogue.ts'
import type { SmallestChange } from './useCheck.ts'

/** Whether the form already sets this rule aside. */
export function isWaived(refusal: Refusal, form: BookingForm): boolean {
  return (
    isRuleRefusal(refusal) &&
    form.waived.some((each) => each.rule === refusal.code && each.resourceId === refusal.resourceId)
  )
}

/**
 * Every reason at once with its figures, where it comes from and who may waive it; one link each, and 豁免 only for those who may.
 * What is being waived is listed below with the reason that is asked for and logged (PQ-13).
 */
export function Reasons({
  refusals,
  form,
  waiverError,
  catalogue,
  change,
  smallest = () => null,
}: {
  refusals: readonly Refusal[]
  form: BookingForm
  waiverError: string | undefined
  catalogue: Catalogue
  change: (action: FormAction) => void
  /** The smallest change after which the rule of a reason no longer refuses. */
  smallest?: (refusal: Refusal) => SmallestChange | null
}) {
  const { t, language } = useText()
  const names = useNames()
  const person = usePerson()
  const reason = useRef<HTMLInputElement>(null)
  const asked = useRef(false)
  const standing = refusals.filter((each) => !isWaived(each, form))
  const waived = refusals.filter((each): each is RuleRefusal => isWaived(each, form))
  useEffect(() => {
    // Waiving asks for its reason: the field is where the person goes on.
    if (waived.length > 0 && !asked.current) reason.current?.focus()
    asked.current = waived.length > 0
  }, [waived.length])
  const resource = (id: string) => {
    const found = catalogue.resource(id)
    return found === null ? null : { name: catalogue.placeName(id), kind: found.kind }
  }
  const waive = (refusal: RuleRefusal, on: boolean) =>
    change({ type: 'waive', rule: { rule: refusal.code, resourceId: refusal.resourceId }, on })
  const mayWaive = (refusal: Refusal): refusal is RuleRefusal =>
    isRuleRefusal(refusal) && person !== null && refusal.waivers.includes(person.role)
  const links = (refusal: Refusal) => (
    <span className="booking-reason-links">
      <ReasonLink refusal={refusal} />
      <ChangeLink refusal={refusal} to={smallest(refusal)} form={form} catalogue={catalogue} change={change} />
      {mayWaive(refusal) ? (
        <Button
          size="small"
          label={t('bookings.refusal.waiveName', { rule: ruleTitle(refusal.code, language) })}
          onClick={() => waive(refusal, true)}
        >
          {t('bookings.refusal.waive')}
        </Button>
      ) : null}
    </span>
  )
  return (
    <>
      <RefusalList
        refusals={standing}
        names={names(form.when.date)}
        resource={resource}
        link={(refusal) => links(refusal)}
      />
      {waived.length === 0 ? null : (
        <section className="booking-waivers" data-field="waiverReason">
          <h3 className="section-title">{t('bookings.refusal.waivedTitle', { count: waived.length })}</h3>
          <ul>
            {waived.map((refusal) => (
              <li key={`${refusal.code} ${refusal.resourceId}`}>
                <Icon name="key" size={14} />
                <span>
                  {t('bookings.view.waiver', {
                    rule: ruleTitle(refusal.code, language),
                    place: catalogue.placeName(refusal.resourceId),
                  })}
                </span>
                <button
                  type="button"
                  className="link-button"
                  aria-label={t('bookings.refusal.unwaiveName', { rule: ruleTitle(refusal.code, language) })}
                  onClick={() => waive(refusal, false)}
                >
                  {t('bookings.refusal.unwaive')}
                </button>
              </li>
            ))}
          </ul>
          <Field
            label={t('bookings.refusal.waiverReason')}
            error={waiverError}
            note={t('bookings.refusal.waiverLogged')}
          >
            {(ids) => (
              <TextInput
                ids={ids}
                inputRef={reason}
                maxLength={400}
                placeholder={t('bookings.refusal.waiverReasonHint')}
                value={form.waiverReason}
                onChange={(waiverReason) => change({ type: 'set', change: { waiverReason } })}
              />
            )}
          </Field>
        </section>
      )}
    </>
  )
}

/** The one link of a reason: to the booking or outage in the way, to the project, else to where the rule is set. */
function ReasonLink({ refusal }: { refusal: Refusal }) {
  const { t } = useText()
  const link = linkOf(refusal)
  if (link === null) return null
  return (
    <button type="button" className="link-button small" onClick={link.go}>
      {t(`bookings.refusal.${link.words}`)}
    </button>
  )
}

function linkOf(refusal: Refusal) {
  if (!isRuleRefusal(refusal)) return null
  switch (refusal.code) {
    case 'overlaps': {
      const { bookingId } = refusal
      if (bookingId === null) return null
      return { words: 'seeBooking', go: () => openDrawer({ drawer: 'booking', id: bookingId }) } as const
    }
    case 'outage':
      return { words: 'seeOutage', go: () => openDrawer({ drawer: 'outage', id: refusal.outageId }) } as const
    case 'projectOutsideTerm':
      return {
        words: 'seeProject',
        go: () => navigate('teams', { tab: 'projects', project: refusal.projectId }),
      } as const
    default:
      return { words: 'seeRule', go: () => navigate('resources', { resource: refusal.resourceId }) } as const
  }
}

/** What to ask for instead so that this one rule is content; the others may still have their reasons. */
function ChangeLink({
  refusal,
  to,
  form,
  catalogue,
  change,
}: {
  refusal: Refusal
  to: SmallestChange | null
  form: BookingForm
  catalogue: Catalogue
  change: (action: FormAction) => void
}) {
  const { t, language } = useText()
  const zone = useZone()
  if (to === null || !isRuleRefusal(refusal)) return null
  const asked = interval(form.when, zone)
  const parts = to.resources.flatMap(({ resourceId, quantity }) => {
    const now = form.places.find((each) => each.resourceId === resourceId)
    const place = catalogue.placeName(resourceId)
    if (now === undefined) return to.resources.length > form.places.length ? t('rules.changeAdd', { place }) : place
    return now.quantity === quantity ? [] : t('rules.changeUnits', { place, count: quantity })
  })
  if (to.start !== asked.start || to.end !== asked.end)
    parts.push(range(to.start, to.end, zone, language, dateOf(asked.start, zone)))
  if (parts.length === 0) return null
  const what = parts.join(t('refusals.listJoin'))
  return (
    <button
      type="button"
      className="link-button small"
      aria-label={t('rules.changeName', { rule: ruleTitle(refusal.code, language), what })}
      onClick={() =>
        change({
          type: 'take',
          places: to.resources,
          when: whenOf(toWall(to.start, zone), toWall(to.end, zone)),
        })
      }
    >
      {t('rules.change', { what })}
    </button>
  )
}
