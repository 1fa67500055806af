import { useState } from 'react'
import { periods, resourceKinds } from '../../../shared/operations/fields.ts'
import type { Quota, QuotaDraft } from '../../../shared/operations/rules.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useText } from '../../ui/text.ts'
import { Choice, NumberInput, OptionalChoice } from '../parts/controls.tsx'
import { FormBody, FormPart } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { limitText } from './listText.ts'
import { QuotaUseList, useScopeText } from './QuotaUse.tsx'
import { WhatIf } from './WhatIf.tsx'

const blank = (teamId: string | null): QuotaDraft => ({
  teamId,
  scope: { of: 'all' },
  per: 'week',
  count: null,
  minutes: 600,
})

/** Use against quota and, for those who may, the quotas themselves: of one team, or of the whole centre (`teamId` left out). */
export function QuotaSection({ teamId = null }: { teamId?: string | null }) {
  const { t, language } = useText()
  const forbidden = useReason('quotas.save')
  const uses = useRead('quotas.use', teamId === null ? {} : { teamId }).value?.uses ?? []
  const teams = useRead('teams.list', {}).value?.teams ?? []
  const quotas = (useRead('quotas.list', {}).value?.quotas ?? []).filter(
    (each) => teamId === null || each.teamId === teamId,
  )
  const [draft, setDraft] = useState<QuotaDraft | null>(null)
  const retire = useWrite('quotas.retire')
  const scopeText = useScopeText()
  const teamName = (id: string | null) => teams.find((each) => each.id === id)?.shortName ?? t('rules.quota.eachTeam')
  const name = (quota: Quota) => `${teamName(quota.teamId)} ${scopeText(quota.scope)} ${limitText(quota, t, language)}`
  return (
    <FormPart title={t('rules.quota.title')} aside={t('rules.quota.note')}>
      {uses.length === 0 ? <p className="tertiary">{t('rules.quota.noUse')}</p> : null}
      <QuotaUseList uses={uses} {...(teamId === null ? { teamName } : {})} />
      {quotas.length === 0 ? null : (
        <ul className="admin-list">
          {quotas.map((quota) => (
            <li key={quota.id}>
              <span>{name(quota)}</span>
              <span className="admin-list-end">
                <Button
                  size="small"
                  kind="quiet"
                  label={t('rules.quota.retireOf', { name: name(quota) })}
                  disabledReason={forbidden}
                  onClick={() => void retire.run({ id: quota.id }, { undoable: false })}
                >
                  {t('rules.quota.retire')}
                </Button>
              </span>
            </li>
          ))}
        </ul>
      )}
      {draft === null ? (
        <div>
          <Button
            size="small"
            kind="quiet"
            icon="plus"
            disabledReason={forbidden}
            onClick={() => setDraft(blank(teamId))}
          >
            {t('rules.quota.add')}
          </Button>
        </div>
      ) : (
        <QuotaForm draft={draft} set={setDraft} fixedTeam={teamId !== null} close={() => setDraft(null)} />
      )}
    </FormPart>
  )
}

function QuotaForm({
  draft,
  set,
  fixedTeam,
  close,
}: {
  draft: QuotaDraft
  set: (draft: QuotaDraft) => void
  fixedTeam: boolean
  close: () => void
}) {
  const { t, language } = useText()
  const write = useSave('quotas.save')
  const teams = (useRead('teams.list', {}).value?.teams ?? []).filter((each) => !each.retired)
  const resources = (useRead('resources.list', {}).value?.resources ?? []).filter((each) => !each.retired)
  const errors = fieldErrors(write.refusals, ['per', 'count', 'minutes', 'scope'], t)
  const scopes = [
    { value: 'all', label: t('rules.quota.all') },
    ...resourceKinds.map((kind) => ({ value: `kind ${kind}`, label: t(`refusals.kinds.${kind}`) })),
    ...resources.map((each) => ({
      value: `resource ${each.id}`,
      label: language === 'en' && each.nameEn !== '' ? each.nameEn : each.name,
      beside: each.code,
    })),
  ]
  const { scope } = draft
  const scopeValue =
    scope.of === 'all' ? 'all' : scope.of === 'kind' ? `kind ${scope.kind}` : `resource ${scope.resourceId}`
  const pick = (value: string) => {
    const [of, what] = value.split(' ')
    const kind = resourceKinds.find((each) => each === what)
    if (of === 'kind' && kind !== undefined) set({ ...draft, scope: { of, kind } })
    else if (of === 'resource' && what !== undefined) set({ ...draft, scope: { of, resourceId: what } })
    else set({ ...draft, scope: { of: 'all' } })
  }
  const save = async () => {
    const saved = await write.save({ quota: draft }, { said: t('rules.quota.saved') })
    if (saved !== null) close()
  }
  const ready = draft.count !== null || draft.minutes !== null
  return (
    <FormBody refusals={write.refusals} rest={errors.rest}>
      {fixedTeam ? null : (
        <Field label={t('rules.quota.team')}>
          {(ids) => (
            <OptionalChoice
              ids={ids}
              placeholder={t('rules.quota.eachTeam')}
              value={draft.teamId}
              options={teams.map((each) => ({ value: each.id, label: each.shortName, beside: each.name }))}
              onChange={(teamId) => set({ ...draft, teamId })}
            />
          )}
        </Field>
      )}
      <Field label={t('rules.quota.scope')} error={errors.at('scope')}>
        {(ids) => <Choice ids={ids} value={scopeValue} options={scopes} onChange={pick} />}
      </Field>
      <Field label={t('rules.period')} error={errors.at('per')}>
        {(ids) => (
          <Choice
            ids={ids}
            value={draft.per}
            options={periods.map((per) => ({ value: per, label: t(`rules.perPeriod.${per}`) }))}
            onChange={(per) => set({ ...draft, per })}
          />
        )}
      </Field>
      <Field label={t('rules.hours')} error={errors.at('minutes')}>
        {(ids) => (
          <NumberInput
            ids={ids}
            placeholder={t('rules.noLimit')}
            value={draft.minutes === null ? null : draft.minutes / 60}
            onChange={(hours) => set({ ...draft, minutes: hours === null ? null : Math.round(hours * 60) })}
          />
        )}
      </Field>
      <Field label={t('rules.count')} error={errors.at('count')}>
        {(ids) => (
          <NumberInput
            ids={ids}
            placeholder={t('rules.noLimit')}
            value={draft.count}
            onChange={(count) => set({ ...draft, count })}
          />
        )}
      </Field>
      {ready ? (
        <div className="admin-wide">
          <WhatIf change={{ quota: { draft } }} />
        </div>
      ) : null}
      <div className="admin-wide admin-buttons">
        <Button kind="quiet" onClick={close}>
          {t('common.cancel')}
        </Button>
        <Button kind="primary" pending={write.pending} onClick={() => void save()}>
          {t('common.save')}
        </Button>
      </div>
    </FormBody>
  )
}
