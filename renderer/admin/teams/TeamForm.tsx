import { teamColours, teamKinds, type Team } from '../../../shared/operations/people.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { badCreditCode, plainCreditCode } from '../../../shared/text/creditCode.ts'
import { DateField } from '../../ui/DateField.tsx'
import { Field } from '../../ui/Field.tsx'
import { TeamSquare } from '../../ui/SelectWho.tsx'
import { useText } from '../../ui/text.ts'
import { Button } from '../../ui/Button.tsx'
import { Choice, OptionalChoice, TextBlock, TextInput } from '../parts/controls.tsx'
import type { FieldErrors } from '../parts/refusing.ts'

export type TeamDraft = Omit<Team, 'id' | 'version' | 'retired' | 'colour'> & { colour: Team['colour'] | null }
export const teamFields = ['name', 'shortName', 'kind', 'colour', 'creditCode', 'since', 'until', 'note']

/** The fields of a team. Its colour is chosen once, or left to be the least used one, and then kept for life. */
export function TeamForm({
  draft,
  set,
  existing,
  errors,
  today,
  disabled,
}: {
  draft: TeamDraft
  set: (change: Partial<TeamDraft>) => void
  existing: Team | null
  errors: FieldErrors
  today: LocalDate
  disabled: boolean
}) {
  const { t } = useText()
  const words = 'admin.teams.fields'
  const code = plainCreditCode(draft.creditCode)
  const checked = code !== '' && badCreditCode(code) === null
  return (
    <>
      <Field label={t(`${words}.name`)} error={errors.at('name')} className="admin-wide">
        {(ids) => <TextInput ids={ids} disabled={disabled} value={draft.name} onChange={(name) => set({ name })} />}
      </Field>
      <Field label={t(`${words}.shortName`)} error={errors.at('shortName')} className="admin-third">
        {(ids) => (
          <TextInput
            ids={ids}
            disabled={disabled}
            value={draft.shortName}
            onChange={(shortName) => set({ shortName })}
          />
        )}
      </Field>
      <Field label={t('common.kind')} error={errors.at('kind')} className="admin-third">
        {(ids) => (
          <Choice
            ids={ids}
            disabled={disabled}
            value={draft.kind}
            options={teamKinds.map((kind) => ({ value: kind, label: t(`admin.teams.kinds.${kind}`) }))}
            onChange={(kind) => set({ kind })}
          />
        )}
      </Field>
      {existing === null ? (
        <Field label={t(`${words}.colour`)} error={errors.at('colour')} className="admin-third">
          {(ids) => (
            <OptionalChoice
              ids={ids}
              disabled={disabled}
              placeholder={t(`${words}.colourAuto`)}
              value={draft.colour}
              options={teamColours.map((colour) => ({
                value: colour,
                label: t(`admin.teams.colours.${colour}`),
                mark: <TeamSquare colour={colour} />,
              }))}
              onChange={(colour) => set({ colour })}
            />
          )}
        </Field>
      ) : (
        <div className="field admin-third">
          <span className="field-label">{t(`${words}.colour`)}</span>
          <span className="admin-fixed" title={t(`${words}.colourKept`)}>
            <TeamSquare colour={existing.colour} />
            {t(`admin.teams.colours.${existing.colour}`)}
            <small>{t(`${words}.colourKept`)}</small>
          </span>
        </div>
      )}
      <Field
        label={t(`${words}.creditCode`)}
        error={errors.at('creditCode')}
        note={checked ? t(`${words}.creditCodeRight`) : undefined}
        aside={<span className="tertiary">{t('common.optional')}</span>}
        className="admin-wide"
      >
        {(ids) => (
          <TextInput
            ids={ids}
            disabled={disabled}
            value={draft.creditCode}
            onChange={(creditCode) => set({ creditCode })}
          />
        )}
      </Field>
      {(['since', 'until'] as const).map((name) => (
        <Field
          key={name}
          label={t(`${words}.${name}`)}
          error={errors.at(name)}
          className="admin-half"
          aside={
            draft[name] === null || disabled ? null : (
              <Button size="small" kind="quiet" className="admin-clear" onClick={() => set({ [name]: null })}>
                {t('common.clear')}
              </Button>
            )
          }
        >
          {(ids) => (
            <DateField
              {...ids}
              disabled={disabled}
              today={today}
              value={draft[name]}
              onChange={(date) => set({ [name]: date })}
            />
          )}
        </Field>
      ))}
      <Field label={t('common.note')} error={errors.at('note')} className="admin-wide">
        {(ids) => (
          <TextBlock ids={ids} rows={2} disabled={disabled} value={draft.note} onChange={(note) => set({ note })} />
        )}
      </Field>
    </>
  )
}
