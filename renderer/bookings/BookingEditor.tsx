import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Refusal } from '../../shared/refusals.ts'
import { useNowReader } from '../api/now.ts'
import { useZone } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'
import { Alternatives } from './Alternatives.tsx'
import { JoinWait } from './life/JoinWait.tsx'
import { BookingFields, type TimeSlot } from './BookingFields.tsx'
import { errorWords, shareOut } from './errorWords.ts'
import { fieldOrder, formErrors, reduceForm, type BookingForm, type FormField } from './form.ts'
import { isWaived, Reasons } from './Reasons.tsx'
import { Warnings } from './Warnings.tsx'
import { useCatalogue } from './useCatalogue.ts'
import { useCheck } from './useCheck.ts'
import type { FormState } from './useForm.ts'
import { useFormKeys } from './useFormKeys.ts'
import { whenOf } from './presets.ts'
import { toWall } from '../../shared/scheduling/zone.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

export type EditorProps = {
  title: string
  chip?: ReactNode
  state: FormState
  /** The booking being changed; null for a new one. */
  bookingId: string | null
  bookerId: string | null
  startFixed?: boolean
  /** Why it cannot be saved by this person or as it stands. */
  hindered: string | null
  /** Stands above the form: it was changed meanwhile. */
  notice?: ReactNode
  quiet?: ReactNode
  focusOn?: FormField
  /** Sends it; answers the reasons, or null when there are none to show. */
  save: (form: BookingForm) => Promise<readonly Refusal[] | null>
  pending: boolean
  close: () => void
  /** How it repeats, below the fields. While `active`, its dates are judged there one by one, and the form itself is not. */
  repeats?: { active: boolean; content: ReactNode; label: string; blocked: string | null }
}

const none: readonly Refusal[] = []

/**
 * The form of a booking, new or changed: fields, then every reason why not, then the ways on. Ctrl+Enter sends what stands there; while it
 * cannot be booked, the primary button takes the first way on. Enter alone, and Enter of an input method, send nothing.
 */
export function BookingEditor(props: EditorProps) {
  const { state, bookingId, pending, hindered, repeats } = props
  const many = repeats?.active === true
  const { form, latest, change } = state
  const { t } = useText()
  const zone = useZone()
  const readNow = useNowReader()
  const catalogue = useCatalogue()
  const check = useCheck(form, bookingId, !many && (hindered === null || bookingId !== null))
  const frame = useRef<HTMLDivElement>(null)
  const [tried, setTried] = useState(false)
  const [bad, setBad] = useState<ReadonlySet<TimeSlot>>(new Set())
  const [sent, setSent] = useState<{ form: BookingForm; refusals: readonly Refusal[] } | null>(null)
  const [said, setSaid] = useState('')

  const own = formErrors(form, { now: readNow(), zone })
  const checked = shareOut(check.refusals, t)
  const replied = shareOut(sent?.form === form ? sent.refusals : none, t)
  const errors = {
    ...checked.words,
    ...replied.words,
    ...(tried || bad.size > 0 ? errorWords(tried ? own : {}, bad, t) : {}),
  }
  const seen = new Set(checked.rest.map((each) => JSON.stringify(each)))
  const reasons = [...checked.rest, ...replied.rest.filter((each) => !seen.has(JSON.stringify(each)))]
  const standing = reasons.filter((each) => !isWaived(each, form))
  const fresh = check.state === 'fresh'
  const blocked = !many && standing.length > 0 && (fresh || sent?.form === form)
  const first = blocked && fresh ? (check.alternatives[0] ?? null) : null
  const solveFirst = many ? repeats.blocked : blocked && first === null ? t('bookings.action.solveFirst') : null

  const focusField = (field: FormField) => {
    const box = frame.current?.querySelector(`[data-field="${field}"]`)
    const control =
      box?.querySelector<HTMLElement>('[aria-invalid="true"]') ?? box?.querySelector<HTMLElement>('input, textarea')
    control?.focus()
  }
  const focusOn = useRef(props.focusOn)
  useEffect(() => {
    if (focusOn.current !== undefined) focusField(focusOn.current)
  }, [])

  const take = (alternative: NonNullable<typeof first>) =>
    ({
      type: 'take',
      places: alternative.resources,
      when: whenOf(toWall(alternative.start, zone), toWall(alternative.end, zone)),
    }) as const

  const submit = async () => {
    if (pending || hindered !== null) return
    setTried(true)
    const wrong = errorWords(formErrors(latest.current, { now: readNow(), zone }), current.current.bad, t)
    const field = fieldOrder.find((each) => wrong[each] !== undefined)
    if (field !== undefined) {
      flushSync(() => setTried(true))
      focusField(field)
      return
    }
    const shown = current.current
    // An answer about an older form decides nothing: the core judges what is sent.
    const judged = shown.form === latest.current
    if (judged && shown.solveFirst !== null) return
    const way = judged ? shown.first : null
    if (way !== null) change(take(way))
    const sending = way === null ? latest.current : reduceForm(latest.current, take(way))
    const refusals = await props.save(sending)
    if (refusals === null) return
    setSent({ form: latest.current, refusals })
    const refusedField = fieldOrder.find((each) => shareOut(refusals, t).words[each] !== undefined)
    if (refusedField !== undefined) focusField(refusedField)
  }

  const current = useRef({ form, first, solveFirst, bad })
  useLayoutEffect(() => {
    current.current = { form, first, solveFirst, bad }
  })

  const keys = useFormKeys(frame, () => void submit())

  const label = many
    ? repeats.label
    : bookingId !== null
      ? first === null
        ? t('bookings.action.save')
        : t('bookings.action.saveWith')
      : first !== null
        ? t('bookings.action.bookWith')
        : check.needsApproval && form.holdUntil === null
          ? t('bookings.action.submit')
          : form.holdUntil === null
            ? t('bookings.action.book')
            : t('bookings.action.hold')

  return (
    <Drawer
      title={props.title}
      state={props.chip}
      quiet={props.quiet}
      primary={
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={pending}
          disabledReason={hindered ?? solveFirst}
          onClick={() => void submit()}
        >
          {label}
        </Button>
      }
      onClose={props.close}
    >
      <div ref={frame} className="booking-editor" role="presentation" {...keys}>
        {props.notice}
        <BookingFields
          form={form}
          errors={errors}
          catalogue={catalogue}
          bookerId={props.bookerId}
          startFixed={props.startFixed ?? false}
          mayHold={bookingId === null}
          onBad={(slot, isBad) => {
            if (bad.has(slot) === isBad) return
            const next = new Set(bad)
            if (isBad) next.add(slot)
            else next.delete(slot)
            setBad(next)
          }}
          change={change}
        />
        {repeats?.content}
        <Reasons
          refusals={reasons}
          form={form}
          waiverError={errors.waiverReason}
          catalogue={catalogue}
          change={change}
          smallest={(refusal) => (fresh ? (check.changes.get(JSON.stringify(refusal)) ?? null) : null)}
        />
        {!many && standing.length > 0 && (check.state === 'fresh' || check.state === 'stale') ? (
          <Alternatives
            alternatives={check.alternatives}
            form={form}
            catalogue={catalogue}
            off={!fresh}
            onUse={(way, index) => {
              change(take(way))
              setSaid(t('bookings.alternative.applied', { index }))
            }}
          />
        ) : null}
        {bookingId === null && fresh ? <JoinWait form={form} refusals={standing} onJoined={props.close} /> : null}
        {fresh ? <Warnings warnings={check.warnings} date={form.when.date} /> : null}
        {many ? null : (
          <CheckLine
            state={check.state}
            refused={standing.length > 0}
            approval={check.needsApproval}
            waived={form.waived.length}
            existing={bookingId !== null}
          />
        )}
        <p className="visually-hidden" role="status">
          {said}
        </p>
      </div>
    </Drawer>
  )
}

function CheckLine({
  state,
  refused,
  approval,
  waived,
  existing,
}: {
  state: ReturnType<typeof useCheck>['state']
  refused: boolean
  approval: boolean
  waived: number
  existing: boolean
}) {
  const { t } = useText()
  if (state === 'idle') return <p className="booking-check">{t('bookings.check.pickPlace')}</p>
  if (state === 'failed') return <p className="booking-check booking-check-warn">{t('bookings.check.failed')}</p>
  if (state === 'asking' || (state === 'stale' && !refused))
    return <p className="booking-check">{t('bookings.check.checking')}</p>
  if (refused) return null
  return (
    <>
      <p className="booking-check booking-check-fine" role="status">
        <Icon name="checkCircle" size={14} />
        {waived > 0
          ? t('bookings.check.waivedAll', { count: waived })
          : t(existing ? 'bookings.check.fineChange' : 'bookings.check.fine')}
      </p>
      {approval ? (
        <p className="booking-check booking-check-approval" role="status">
          <Icon name="hourglass" size={14} />
          <b>{t('bookings.check.approval')}</b>
          {t('bookings.check.approvalNote')}
        </p>
      ) : null}
    </>
  )
}
