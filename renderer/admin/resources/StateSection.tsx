import { useState } from 'react'
import type { Resource } from '../../../shared/operations/resources.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { Segmented } from '../../ui/Segmented.tsx'
import { useText } from '../../ui/text.ts'
import { TextInput } from '../parts/controls.tsx'
import { FormPart } from '../parts/FormBody.tsx'
import { fieldErrors } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'

const states = ['up', 'degraded', 'down'] as const

/** The state of a place with its reason (RS-11). It is a write of its own: keepers may set it though they may not change the place. */
export function StateSection({ resource }: { resource: Resource }) {
  const { t } = useText()
  const write = useWrite('resources.setState')
  const forbidden = useReason('resources.setState')
  const [state, setState] = useState(resource.state)
  const [reason, setReason] = useState(resource.stateReason)
  const [missing, setMissing] = useState(false)
  const same = state === resource.state && reason.trim() === resource.stateReason
  const errors = fieldErrors(write.failure?.kind === 'refused' ? write.failure.refusals : [], ['reason'], t)
  const set = async () => {
    const needs = state !== 'up' && reason.trim() === ''
    setMissing(needs)
    if (needs) return
    const done = await write.run(
      { id: resource.id, state, reason: state === 'up' ? '' : reason.trim() },
      {
        undoable: false,
        said: t('admin.resources.stateSet', { name: resource.name, state: t(`admin.resources.states.${state}`) }),
      },
    )
    if (done.ok && state === 'up') setReason('')
  }
  return (
    <FormPart title={t('common.state')}>
      <div className="admin-state">
        <Segmented
          label={t('common.state')}
          value={state}
          options={states.map((value) => ({ value, label: t(`admin.resources.states.${value}`) }))}
          onChange={setState}
        />
        {state === 'up' ? null : (
          <Field
            label={t('common.reason')}
            error={missing ? t('refusals.whys.required') : errors.at('reason')}
            className="admin-grow"
          >
            {(ids) => <TextInput ids={ids} value={reason} onChange={setReason} maxLength={200} />}
          </Field>
        )}
        <Button
          size="small"
          pending={write.pending}
          disabledReason={forbidden ?? (same ? t('admin.nothingChanged') : null)}
          onClick={() => void set()}
        >
          {t('admin.resources.setState')}
        </Button>
      </div>
      {errors.rest.length === 0 ? null : <p className="field-error">{t('common.saveFailed')}</p>}
    </FormPart>
  )
}
