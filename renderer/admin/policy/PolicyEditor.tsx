import { Fragment, type ReactNode } from 'react'
import { samePersonModes, type Policy, type ResourceKind } from '../../../shared/operations/fields.ts'
import type { Knob } from '../../../shared/scheduling/policy.ts'
import type { Policies } from '../../../shared/scheduling/situation.ts'
import { duration } from '../../../shared/text/format.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText, type Translate } from '../../ui/text.ts'
import { Choice, NumberInput } from '../parts/controls.tsx'
import { isListKnob, ListKnobEditor } from '../rules/ListKnobs.tsx'
import { inheritedAt, withKnob, type PolicyLevel } from './inherited.ts'
import { knobGroups, knobText, stepChoices, type NumberKnob } from './knobs.ts'
import { OpenHoursEditor } from './OpenHoursEditor.tsx'

/**
 * The settings of R-50 at one level: what is set here can be changed or given back (沿用); what is inherited shows its value and the
 * level it comes from, and can be overridden (改). `own` holds only what is set here.
 */
export function PolicyEditor({
  level,
  kind,
  policies,
  own,
  onChange,
  errorAt,
  disabled = false,
}: {
  level: PolicyLevel
  kind: ResourceKind
  policies: Policies
  own: Policy
  onChange: (own: Policy) => void
  errorAt: (field: string) => string | undefined
  disabled?: boolean
}) {
  const { t, language } = useText()
  const inherited = inheritedAt(level, kind, policies)
  const originOf = (from: 'builtIn' | 'centre' | 'kind') =>
    from === 'kind' ? t('admin.origin.kind', { kind: t(`refusals.kinds.${kind}`) }) : t(`admin.origin.${from}`)
  const effective = (knob: Knob) => own[knob] ?? inherited[knob].value

  const row = (knob: Knob, editor: ReactNode) => {
    const set = own[knob] !== undefined
    const name = t(`admin.knobs.${knob}`)
    const error = errorAt(`policy.${knob}`)
    const wide = knob === 'openHours' || isListKnob(knob)
    return (
      <div key={knob} className={wide ? 'admin-knob admin-knob-wide' : 'admin-knob'} role="group" aria-label={name}>
        <span className="admin-knob-name">{name}</span>
        <span className="admin-knob-value">{set && !wide ? editor : knobText(knob, effective(knob), t, language)}</span>
        <span className="admin-knob-origin">
          {set ? (
            <Chip tone="primary">{t(`admin.origin.own.${level}`)}</Chip>
          ) : (
            <span className="tertiary">{originOf(inherited[knob].level)}</span>
          )}
        </span>
        {disabled ? null : set ? (
          <Button
            size="small"
            kind="quiet"
            icon="undo"
            label={t('admin.inheritOf', { name })}
            onClick={() => onChange(withKnob(own, knob, undefined))}
          >
            {t('admin.inherit')}
          </Button>
        ) : (
          <Button
            size="small"
            kind="quiet"
            icon="edit"
            label={t('admin.changeOf', { name })}
            onClick={() => onChange(withKnob(own, knob, inherited[knob].value))}
          >
            {t('admin.change')}
          </Button>
        )}
        {set && wide ? <div className="admin-knob-editor">{editor}</div> : null}
        {error === undefined ? null : (
          <p className="field-error" role="alert">
            <Icon name="triangle" size={12} />
            {error}
          </p>
        )}
      </div>
    )
  }

  const editorOf = (knob: Knob): ReactNode => {
    const name = t(`admin.knobs.${knob}`)
    if (knob === 'openHours')
      return (
        <OpenHoursEditor
          value={own.openHours ?? inherited.openHours.value}
          disabled={disabled}
          onChange={(openHours) => onChange({ ...own, openHours })}
        />
      )
    if (knob === 'releaseNoShow' || knob === 'releaseOwn')
      return (
        <Choice
          label={name}
          disabled={disabled}
          value={own[knob] === true ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('admin.knobs.released') },
            { value: 'no', label: t('admin.knobs.kept') },
          ]}
          onChange={(value) => onChange({ ...own, [knob]: value === 'yes' })}
        />
      )
    if (knob === 'approval')
      return (
        <Choice
          label={name}
          disabled={disabled}
          value={own.approval === true ? 'yes' : 'no'}
          options={[
            { value: 'yes', label: t('admin.knobs.needsApproval') },
            { value: 'no', label: t('admin.knobs.noApproval') },
          ]}
          onChange={(value) => onChange({ ...own, approval: value === 'yes' })}
        />
      )
    if (knob === 'stepMinutes')
      return (
        <Choice
          label={name}
          disabled={disabled}
          value={String(own.stepMinutes)}
          options={stepChoices.map((step) => ({ value: String(step), label: duration(step, language) }))}
          onChange={(value) =>
            onChange({ ...own, stepMinutes: stepChoices.find((step) => String(step) === value) ?? 15 })
          }
        />
      )
    if (knob === 'samePerson')
      return (
        <Choice
          label={name}
          disabled={disabled}
          value={own.samePerson ?? 'warn'}
          options={samePersonModes.map((mode) => ({ value: mode, label: t(`rules.samePerson.${mode}`) }))}
          onChange={(samePerson) => onChange({ ...own, samePerson })}
        />
      )
    if (isListKnob(knob))
      return (
        <ListKnobEditor
          knob={knob}
          value={own[knob] ?? inherited[knob].value}
          disabled={disabled}
          onChange={(value) => onChange({ ...own, [knob]: value })}
        />
      )
    return numberEditor(knob, name)
  }
  const numberEditor = (knob: NumberKnob, name: string) => {
    const value = own[knob] ?? null
    const error = errorAt(`policy.${knob}`)
    return (
      <>
        <NumberInput
          label={name}
          disabled={disabled}
          unit={unitOf(knob, t)}
          {...(error === undefined
            ? {}
            : { ids: { id: `policy-${knob}`, 'aria-invalid': true, 'aria-describedby': undefined } })}
          value={value}
          onChange={(next) => onChange({ ...own, [knob]: next ?? Number.NaN })}
        />
        {inMinutes(knob) && value !== null && value >= 60 ? (
          <small className="tertiary">{duration(value, language)}</small>
        ) : null}
      </>
    )
  }

  return (
    <div className="admin-policy">
      {knobGroups.map(({ name, knobs }) => (
        <Fragment key={name}>
          <h4 className="admin-knob-group">{t(`admin.knobGroups.${name}`)}</h4>
          {knobs.map((knob) => row(knob, editorOf(knob)))}
        </Fragment>
      ))}
    </div>
  )
}

const inMinutes = (knob: NumberKnob) => knob.endsWith('Minutes') || /^(buffer|checkIn)/.test(knob)

function unitOf(knob: NumberKnob, t: Translate): string {
  if (inMinutes(knob)) return t('admin.unitMinutes')
  if (knob === 'horizonDays') return t('admin.unitDays')
  if (knob === 'minHeads') return t('admin.unitHeads')
  return knob === 'seriesMonths' ? t('rules.unitMonths') : t('rules.unitTimes')
}
