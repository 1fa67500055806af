import type { Project } from '../../../shared/operations/people.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { Chip } from '../../ui/StatusChip.tsx'
import { useText } from '../../ui/text.ts'
import { overdueDays } from './overdue.ts'

/** The stage of a project; 超期 with the days when it has passed its end without being closed. */
export function StageChips({ project, today }: { project: Project; today: LocalDate }) {
  const { t } = useText()
  const late = overdueDays(project, today)
  const ended = project.stage === 'closed' || project.stage === 'terminated'
  return (
    <span className="admin-chips">
      <Chip tone={ended ? 'off' : 'primary'}>{t(`admin.projects.stages.${project.stage}`)}</Chip>
      {late > 0 ? (
        <Chip tone="warn" icon="clock">
          {t('admin.projects.overdue', { days: late })}
        </Chip>
      ) : null}
    </span>
  )
}

/** A project on one line of a team. */
export function ProjectLine({ project, today, onOpen }: { project: Project; today: LocalDate; onOpen: () => void }) {
  return (
    <li>
      <span className="admin-list-name">
        <button type="button" className="link-button admin-cut" onClick={onOpen}>
          {project.name}
        </button>
        <small>
          {project.no}　{project.startOn} – {project.endOn}
        </small>
      </span>
      <StageChips project={project} today={today} />
    </li>
  )
}
