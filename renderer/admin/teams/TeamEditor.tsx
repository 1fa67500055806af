import type { Person, Project, Team } from '../../../shared/operations/people.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { badCreditCode, plainCreditCode } from '../../../shared/text/creditCode.ts'
import { useToday } from '../../api/now.ts'
import { useWrite } from '../../api/useWrite.ts'
import { Button } from '../../ui/Button.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { useDraft } from '../../ui/drafts.ts'
import { navigate } from '../../ui/router.ts'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { FormBody, FormPart } from '../parts/FormBody.tsx'
import { QuotaSection } from '../rules/QuotaSection.tsx'
import { fieldErrors, useSave } from '../parts/refusing.ts'
import { useReason } from '../parts/useReason.ts'
import { ProjectLine } from './ProjectLine.tsx'
import { teamFields, TeamForm, type TeamDraft } from './TeamForm.tsx'

const empty: TeamDraft = {
  name: '',
  shortName: '',
  kind: 'residentCompany',
  colour: null,
  creditCode: '',
  since: null,
  until: null,
  note: '',
}

/** One team: its fields, its projects, its members, and the way to its bookings. */
export function TeamEditor({
  existing,
  projects,
  members,
  onClose,
  onSaved,
  onProject,
}: {
  existing: Team | null
  projects: readonly Project[]
  members: readonly Person[]
  onClose: () => void
  onSaved: (id: string) => void
  onProject: (id: string) => void
}) {
  const { t } = useText()
  const today = useToday()
  const forbidden = useReason('teams.save')
  const write = useSave('teams.save')
  const retire = useWrite('teams.retire')
  const draft = useDraft<TeamDraft>(`team-${existing === null ? 'new' : `${existing.id}-${existing.version}`}`, () =>
    existing === null ? empty : { ...empty, ...existing },
  )
  const errors = fieldErrors(write.refusals, teamFields, t)
  const { value } = draft
  const save = async () => {
    if (forbidden !== null) return
    const creditCode = plainCreditCode(value.creditCode)
    const bad = badCreditCode(creditCode)
    const found: Refusal[] = bad === null ? [] : [{ code: 'badInput', path: 'team.creditCode', why: bad }]
    if (value.since !== null && value.until !== null && value.until < value.since)
      found.push({ code: 'badInput', path: 'team.until', why: 'endBeforeStart' })
    const { name, shortName, kind, colour, since, until, note } = value
    const team = { name, shortName, kind, creditCode, since, until, note, ...(colour === null ? {} : { colour }) }
    const saved = await write.save(
      existing === null ? { team } : { team: { ...team, id: existing.id }, expectedVersion: existing.version },
      { found },
    )
    if (saved === null) return
    draft.drop()
    onSaved(saved.id)
  }
  useShortcuts({ 'Mod+Enter': () => void save(), 'Mod+s': () => void save() })
  return (
    <Drawer
      title={existing?.shortName ?? t('admin.teams.create')}
      state={
        existing?.retired === true ? (
          <Chip tone="off">{t('common.retired')}</Chip>
        ) : draft.kept ? (
          <Chip>{t('common.draftKept')}</Chip>
        ) : null
      }
      onClose={onClose}
      quiet={
        existing === null ? null : (
          <>
            <Button
              kind="quiet"
              disabledReason={forbidden}
              pending={retire.pending}
              onClick={() => void retire.run({ id: existing.id, retired: !existing.retired }, { undoable: false })}
            >
              {existing.retired ? t('common.restore') : t('admin.teams.retire')}
            </Button>
            <Button kind="quiet" icon="list" onClick={() => navigate('bookings', { teamId: existing.id })}>
              {t('admin.teams.bookings')}
            </Button>
          </>
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
        <TeamForm
          draft={value}
          set={(change) => draft.set({ ...value, ...change })}
          existing={existing}
          errors={errors}
          today={today}
          disabled={forbidden !== null}
        />
        {existing === null ? null : (
          <>
            <FormPart
              title={t('admin.projects.title')}
              aside={
                <Button
                  size="small"
                  kind="quiet"
                  icon="plus"
                  disabledReason={forbidden}
                  onClick={() => onProject(`new:${existing.id}`)}
                >
                  {t('admin.projects.create')}
                </Button>
              }
            >
              {projects.length === 0 ? <p className="tertiary">{t('admin.projects.none')}</p> : null}
              <ul className="admin-list">
                {projects.map((project) => (
                  <ProjectLine key={project.id} project={project} today={today} onOpen={() => onProject(project.id)} />
                ))}
              </ul>
            </FormPart>
            <QuotaSection teamId={existing.id} />
            <FormPart title={t('admin.teams.members')} aside={t('common.people', { count: members.length })}>
              {members.length === 0 ? <p className="tertiary">{t('admin.teams.noMembers')}</p> : null}
              <ul className="admin-list">
                {members.map((person) => (
                  <li key={person.id}>
                    <button
                      type="button"
                      className="link-button"
                      onClick={() => navigate('people', { person: person.id })}
                    >
                      {person.name}
                    </button>
                    <span className="admin-list-end tertiary small">{t(`refusals.roles.${person.role}`)}</span>
                  </li>
                ))}
              </ul>
            </FormPart>
          </>
        )}
      </FormBody>
    </Drawer>
  )
}
