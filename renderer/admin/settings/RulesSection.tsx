import { useState } from 'react'
import type { Settings } from '../../../shared/operations/centre.ts'
import { resourceKinds, type Policy, type ResourceKind } from '../../../shared/operations/fields.ts'
import { checkPolicy, policiesOf } from '../../../shared/scheduling/policy.ts'
import { Button } from '../../ui/Button.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { inheritedAt } from '../policy/inherited.ts'
import { knobText } from '../policy/knobs.ts'
import { PolicyEditor } from '../policy/PolicyEditor.tsx'
import { WhatIf } from '../rules/WhatIf.tsx'
import { ChangeList } from './ChangeList.tsx'
import { changedKnobs } from './changes.ts'

type Scope = 'centre' | ResourceKind

/** The booking rules of the centre and of each kind (R-50). A resource's own are edited at the resource. */
export function RulesSection({ settings }: { settings: Settings }) {
  const { t } = useText()
  const [scope, setScope] = useState<Scope>('centre')
  const count = (each: Scope) =>
    Object.keys(each === 'centre' ? settings.policy : (settings.kindPolicies[each] ?? {})).length
  const name = (each: Scope) => (each === 'centre' ? t('admin.origin.centre') : t(`refusals.kinds.${each}`))
  return (
    <section className="admin-rules">
      <nav className="panel admin-scopes" aria-label={t('admin.settings.scopes')}>
        {(['centre', ...resourceKinds] as const).map((each) => (
          <button
            key={each}
            type="button"
            className="admin-scope"
            aria-current={each === scope ? 'true' : undefined}
            onClick={() => setScope(each)}
          >
            {name(each)}
            {count(each) === 0 ? null : <small>{t('admin.settings.setHere', { count: count(each) })}</small>}
          </button>
        ))}
      </nav>
      <RulesForm key={scope} scope={scope} title={name(scope)} settings={settings} />
    </section>
  )
}

function RulesForm({ scope, title, settings }: { scope: Scope; title: string; settings: Settings }) {
  const { t, language } = useText()
  const forbidden = useReason('settings.set')
  const write = useSave('settings.set')
  const stored = scope === 'centre' ? settings.policy : (settings.kindPolicies[scope] ?? {})
  const [own, setOwn] = useState<Policy>(stored)
  const [saved, setSaved] = useState<string[] | null>(null)
  const errors = fieldErrors(write.refusals, ['policy', 'kindPolicies'], t)
  const level = scope === 'centre' ? 'centre' : 'kind'
  const kind = scope === 'centre' ? 'other' : scope
  const policies = policiesOf(settings)
  const inherited = inheritedAt(level, kind, policies)
  const changed = changedKnobs(stored, own)
  const lines = changed.map((knob) => ({
    name: t(`admin.knobs.${knob}`),
    before: knobText(knob, stored[knob] ?? inherited[knob].value, t, language),
    after: knobText(knob, own[knob] ?? inherited[knob].value, t, language),
  }))
  const above = scope === 'centre' ? [] : [settings.policy]
  const save = async () => {
    if (forbidden !== null || changed.length === 0) return
    const kindPolicies = scope === 'centre' ? undefined : { ...settings.kindPolicies, [scope]: own }
    const value = await write.save(
      { change: kindPolicies === undefined ? { policy: own } : { kindPolicies } },
      { found: checkPolicy(own, `change.${scope === 'centre' ? 'policy' : `kindPolicies.${scope}`}`, above) },
    )
    if (value !== null) setSaved(lines.map((line) => line.name))
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  // A kind's refusal carries its own path: kindPolicies.office.minMinutes.
  const errorAt = (field: string) => errors.at(field) ?? errors.at(field.replace('policy.', `kindPolicies.${scope}.`))
  return (
    <div className="panel admin-settings-panel">
      <header className="admin-part-head">
        <h2 className="section-title">{title}</h2>
        <span>{t('admin.policyOrder')}</span>
      </header>
      <FormBody refusals={write.refusals} rest={errors.rest}>
        <div className="admin-wide">
          <PolicyEditor
            level={level}
            kind={kind}
            policies={policies}
            own={own}
            errorAt={errorAt}
            disabled={forbidden !== null}
            onChange={(next) => {
              setSaved(null)
              setOwn(next)
            }}
          />
        </div>
      </FormBody>
      {changed.length === 0 || forbidden !== null ? null : (
        <WhatIf change={scope === 'centre' ? { policy: own } : { kindPolicies: { [scope]: own } }} />
      )}
      <ChangeList lines={saved === null ? lines : []} saved={saved} />
      <div className="admin-buttons">
        {changed.length === 0 ? null : (
          <Button kind="quiet" onClick={() => setOwn(stored)}>
            {t('admin.settings.discard')}
          </Button>
        )}
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={write.pending}
          disabledReason={forbidden ?? (changed.length === 0 ? t('admin.nothingChanged') : null)}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      </div>
    </div>
  )
}
