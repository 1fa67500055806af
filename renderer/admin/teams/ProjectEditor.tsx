import {
  fundingSources,
  projectStages,
  type Person,
  type Project,
  type Team,
} from '../../../shared/operations/people.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { addDays, yearOf } from '../../../shared/scheduling/civil.ts'
import { useToday } from '../../api/now.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { Field } from '../../ui/Field.tsx'
import { SelectPerson, SelectTeam } from '../../ui/SelectWho.tsx'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { Choice, NumberInput, TextBlock, TextInput } from '../parts/controls.tsx'
import { FormBody } from '../parts/FormBody.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { longerThanYear } from './overdue.ts'
import { StageChips } from './ProjectLine.tsx'

type ProjectDraft = Omit<Project, 'id' | 'version' | 'retired'>
const fields = ['no', 'name', 'teamId', 'leadId', 'fundingSource', 'grantedWan', 'startOn', 'endOn', 'stage', 'note']

/** One project: number, name, team, lead, source of funds, granted amount, term and stage (R-24). */
export function ProjectEditor({
  existing,
  teamId,
  teams,
  people,
  onClose,
  onSaved,
}: {
  existing: Project | null
  teamId: string | null
  teams: readonly Team[]
  people: readonly Person[]
  onClose: () => void
  onSaved: (id: string) => void
}) {
  const { t } = useText()
  const today = useToday()
  const forbidden = useReason('projects.save')
  const write = useSave('projects.save')
  const retire = useWrite('projects.retire')
  const draft = useDraft<ProjectDraft>(
    `project-${existing === null ? `new-${teamId}` : `${existing.id}-${existing.version}`}`,
    () => {
      const start = {
        no: '',
        name: '',
        teamId,
        leadId: null,
        fundingSource: 'pocFund' as const,
        grantedWan: null,
        startOn: today,
        endOn: addDays(`${yearOf(today) + 1}${today.slice(4) === '-02-29' ? '-03-01' : today.slice(4)}`, -1),
        stage: 'initiated' as const,
        note: '',
      }
      return existing === null ? start : { ...start, ...existing }
    },
  )
  const errors = fieldErrors(write.refusals, fields, t)
  const { value } = draft
  const disabled = forbidden !== null
  const set = (change: Partial<ProjectDraft>) => draft.set({ ...value, ...change })
  const save = async () => {
    if (disabled) return
    const found: Refusal[] =
      value.endOn < value.startOn ? [{ code: 'badInput', path: 'project.endOn', why: 'endBeforeStart' }] : []
    const project = Object.fromEntries(
      fields.map((field) => [field, value[field as keyof ProjectDraft]]),
    ) as ProjectDraft
    const saved = await write.save(
      existing === null ? { project } : { project: { ...project, id: existing.id }, expectedVersion: existing.version },
      { found },
    )
    if (saved === null) return
    draft.drop()
    onSaved(saved.id)
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  const words = 'admin.projects.fields'
  return (
    <Drawer
      title={existing?.no ?? t('admin.projects.create')}
      state={
        existing === null ? null : existing.retired ? (
          <Chip tone="off">{t('common.retired')}</Chip>
        ) : (
          <StageChips project={existing} today={today} />
        )
      }
      onClose={onClose}
      quiet={
        existing === null ? null : (
          <Button
            kind="quiet"
            pending={retire.pending}
            disabledReason={forbidden}
            onClick={() => void retire.run({ id: existing.id, retired: !existing.retired }, { undoable: false })}
          >
            {existing.retired ? t('common.restore') : t('admin.projects.retire')}
          </Button>
        )
      }
      primary={
        <Button
          kind="primary"
          keys="Ctrl+Enter"
          pending={write.pending}
          disabledReason={forbidden}
          onClick={() => void save()}
        >
          {t('common.save')}
        </Button>
      }
    >
      <FormBody
        refusals={write.refusals}
        rest={[...errors.rest, ...(retire.failure?.kind === 'refused' ? retire.failure.refusals : [])]}
      >
        <Field label={t(`${words}.no`)} error={errors.at('no')} className="admin-third">
          {(ids) => <TextInput ids={ids} disabled={disabled} value={value.no} onChange={(no) => set({ no })} />}
        </Field>
        <Field label={t(`${words}.name`)} error={errors.at('name')} className="admin-two-thirds">
          {(ids) => <TextInput ids={ids} disabled={disabled} value={value.name} onChange={(name) => set({ name })} />}
        </Field>
        <Field label={t('common.team')} error={errors.at('teamId')} className="admin-half">
          {(ids) => (
            <SelectTeam
              {...ids}
              disabled={disabled}
              teams={teams}
              value={value.teamId}
              onChange={(teamId) => set({ teamId })}
            />
          )}
        </Field>
        <Field label={t(`${words}.lead`)} error={errors.at('leadId')} className="admin-half">
          {(ids) => (
            <SelectPerson
              {...ids}
              disabled={disabled}
              people={people}
              teams={teams}
              value={value.leadId}
              onChange={(leadId) => set({ leadId })}
            />
          )}
        </Field>
        <Field label={t(`${words}.fundingSource`)} error={errors.at('fundingSource')} className="admin-third">
          {(ids) => (
            <Choice
              ids={ids}
              disabled={disabled}
              value={value.fundingSource}
              options={fundingSources.map((each) => ({ value: each, label: t(`admin.projects.sources.${each}`) }))}
              onChange={(fundingSource) => set({ fundingSource })}
            />
          )}
        </Field>
        <Field label={t(`${words}.granted`)} error={errors.at('grantedWan')} className="admin-third">
          {(ids) => (
            <NumberInput
              ids={ids}
              disabled={disabled}
              unit={t('admin.unitWan')}
              value={value.grantedWan}
              onChange={(grantedWan) => set({ grantedWan })}
            />
          )}
        </Field>
        <Field label={t(`${words}.stage`)} error={errors.at('stage')} className="admin-third">
          {(ids) => (
            <Choice
              ids={ids}
              disabled={disabled}
              value={value.stage}
              options={projectStages.map((each) => ({ value: each, label: t(`admin.projects.stages.${each}`) }))}
              onChange={(stage) => set({ stage })}
            />
          )}
        </Field>
        <Field label={t(`${words}.startOn`)} error={errors.at('startOn')} className="admin-half">
          {(ids) => (
            <DateField
              {...ids}
              disabled={disabled}
              today={today}
              value={value.startOn}
              onChange={(startOn) => set({ startOn })}
            />
          )}
        </Field>
        <Field
          label={t(`${words}.endOn`)}
          error={errors.at('endOn')}
          note={longerThanYear(value.startOn, value.endOn) ? t(`${words}.longTerm`) : undefined}
          className="admin-half"
        >
          {(ids) => (
            <DateField
              {...ids}
              disabled={disabled}
              today={today}
              value={value.endOn}
              onChange={(endOn) => set({ endOn })}
            />
          )}
        </Field>
        <Field label={t('common.note')} error={errors.at('note')} className="admin-wide">
          {(ids) => <TextBlock ids={ids} disabled={disabled} value={value.note} onChange={(note) => set({ note })} />}
        </Field>
      </FormBody>
    </Drawer>
  )
}
