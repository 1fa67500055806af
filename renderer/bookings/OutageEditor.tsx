import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Refusal } from '../../shared/refusals.ts'
import { useNames } from '../api/names.ts'
import { useZone } from '../api/session.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { RefusalList } from '../ui/RefusalList.tsx'
import { useText } from '../ui/text.ts'
import { Affected, useAffected } from './Affected.tsx'
import { outageErrors, outageFieldOrder, type OutageField, type OutageForm } from './outageForm.ts'
import { OutageFields } from './OutageFields.tsx'
import { useCatalogue } from './useCatalogue.ts'
import { useFormKeys } from './useFormKeys.ts'
import './bookings.css'
import './drawer.css'
import './list.css'

/** The form of an outage: what, why, when, the bookings it meets, and what becomes of them. */
export function OutageEditor({
  title,
  chip,
  form,
  existing,
  outageId,
  hindered,
  quiet,
  above,
  save,
  pending,
  onChange,
  close,
}: {
  title: string
  chip?: ReactNode
  form: OutageForm
  existing: boolean
  outageId?: string
  hindered: string | null
  quiet?: ReactNode
  above?: ReactNode
  /** Sends it; answers the reasons, or null when there are none to show. */
  save: (form: OutageForm) => Promise<readonly Refusal[] | null>
  pending: boolean
  onChange: (form: OutageForm) => void
  close: () => void
}) {
  const { t } = useText()
  const zone = useZone()
  const names = useNames()
  const catalogue = useCatalogue()
  const frame = useRef<HTMLDivElement>(null)
  const latest = useRef(form)
  const [tried, setTried] = useState(false)
  const [refused, setRefused] = useState<readonly Refusal[]>([])
  const ids = useAffected(form)
  const met = ids?.length ?? 0
  const found = tried ? outageErrors(form, zone) : {}
  const errors: Partial<Record<OutageField, string>> = {}
  for (const field of outageFieldOrder) {
    const problem = found[field]
    if (problem !== undefined)
      errors[field] = problem === 'required' ? t('common.required') : t(`bookings.problem.${problem}`)
  }
  const chooseFirst =
    met > 0 && form.onConflict === 'refuse' && form.decisions === undefined
      ? t('bookings.outage.chooseFirst', { count: met })
      : null
  const change = (next: Partial<OutageForm>) => {
    // Another time or place meets other bookings: what was decided line by line is asked again.
    const anew = latest.current.decisions !== undefined && ('from' in next || 'until' in next || 'resourceId' in next)
    latest.current = { ...latest.current, ...(anew ? { decisions: [] } : {}), ...next }
    setRefused([])
    onChange(latest.current)
  }
  const submit = async () => {
    if (pending || hindered !== null) return
    flushSync(() => setTried(true))
    const wrong = outageErrors(latest.current, zone)
    const field = outageFieldOrder.find((each) => wrong[each] !== undefined)
    if (field !== undefined) {
      frame.current?.querySelector<HTMLElement>(`[data-field="${field}"] :is(input, textarea)`)?.focus()
      return
    }
    if (chooseFirst !== null) {
      frame.current?.querySelector<HTMLElement>('[data-field="onConflict"] input:checked')?.focus()
      return
    }
    setRefused((await save(latest.current)) ?? [])
  }
  const keys = useFormKeys(frame, () => void submit())
  const label =
    met > 0 && form.decisions !== undefined
      ? t('life.plan.add', { count: met })
      : met > 0 && form.onConflict === 'cancel'
        ? t('bookings.outage.addCancel', { count: met })
        : met > 0 && form.onConflict === 'around' && !existing
          ? t('bookings.outage.addAround')
          : t(existing ? 'bookings.outage.save' : 'bookings.outage.add')
  return (
    <Drawer
      title={title}
      state={chip}
      quiet={quiet}
      primary={
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={pending}
          disabledReason={hindered ?? chooseFirst}
          onClick={() => void submit()}
        >
          {label}
        </Button>
      }
      onClose={close}
    >
      <div ref={frame} className="booking-editor" role="presentation" {...keys}>
        {above}
        <OutageFields form={form} errors={errors} catalogue={catalogue} existing={existing} change={change} />
        <RefusalList
          refusals={refused}
          names={names()}
          title={t('common.refusedPlain')}
          resource={(id) => {
            const place = catalogue.resource(id)
            return place === null ? null : { name: catalogue.placeName(id), kind: place.kind }
          }}
        />
        <Affected
          form={form}
          ids={ids}
          catalogue={catalogue}
          onChoose={(onConflict) => change({ onConflict, decisions: undefined })}
          onDecide={(decisions) => change({ decisions })}
          outageId={outageId ?? null}
        />
        {chooseFirst === null ? null : <p className="booking-check booking-check-warn">{chooseFirst}</p>}
      </div>
    </Drawer>
  )
}
