import { useState } from 'react'
import type { Project, Team } from '../../shared/operations/people.ts'
import { figure } from '../../shared/text/format.ts'
import { badCreditCode } from '../../shared/text/creditCode.ts'
import { useToday } from '../api/now.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { pinyinFilter } from '../ui/pinyin.ts'
import { replaceParams, useRoute } from '../ui/router.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TeamSquare } from '../ui/SelectWho.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { AdminPage, Reading } from './parts/AdminPage.tsx'
import { Tick } from './parts/controls.tsx'
import { FindBox } from './parts/FindBox.tsx'
import { useReason } from './parts/useReason.ts'
import { useRoom } from './parts/useRoom.ts'
import { useSelected } from './parts/useSelected.ts'
import { overdueDays } from './teams/overdue.ts'
import { ProjectEditor } from './teams/ProjectEditor.tsx'
import { StageChips } from './teams/ProjectLine.tsx'
import { TeamEditor } from './teams/TeamEditor.tsx'

// Columns that give way where the page is narrow, with the width in px that they need it to have.
const roomFor: Record<string, number> = {
  code: 1000,
  since: 760,
  short: 660,
  source: 1100,
  granted: 700,
  lead: 900,
  team: 640,
}

/** Teams and their projects. `?team=ID` and `?project=ID` open one beside the page; `?tab=projects` shows the projects. */
export default function TeamsPage() {
  const { t } = useText()
  const today = useToday()
  const { params } = useRoute()
  const tab = params['tab'] === 'projects' ? 'projects' : 'teams'
  const team = useSelected('team')
  const project = useSelected('project')
  const forbidden = useReason(tab === 'teams' ? 'teams.save' : 'projects.save')
  const [find, setFind] = useState('')
  const [withRetired, setWithRetired] = useState(false)
  const teams = useRead('teams.list', { withRetired: true })
  const projects = useRead('projects.list', { withRetired: true })
  const people = useRead('people.list', {})
  const allTeams = teams.value?.teams ?? []
  const allProjects = projects.value?.projects ?? []
  const allPeople = people.value?.people ?? []
  const teamOf = (id: string | null) => allTeams.find((each) => each.id === id)
  const shown = <T extends { retired: boolean }>(list: readonly T[]) =>
    list.filter((each) => withRetired || !each.retired)
  const late = allProjects.filter((each) => overdueDays(each, today) > 0).length

  const teamColumns: Column<Team>[] = [
    {
      key: 'name',
      title: t('admin.teams.fields.name'),
      sort: (one, other) => one.name.localeCompare(other.name, 'zh-CN'),
      render: (row) => (
        <span className="nowrap">
          <TeamSquare colour={row.colour} />
          {row.name}
          {row.retired ? <Chip tone="off">{t('common.retired')}</Chip> : null}
        </span>
      ),
    },
    { key: 'short', title: t('admin.teams.fields.shortName'), width: 150, render: (row) => row.shortName },
    {
      key: 'kind',
      title: t('common.kind'),
      width: 160,
      render: (row) => <span className="nowrap">{t(`admin.teams.kinds.${row.kind}`)}</span>,
    },
    {
      key: 'members',
      title: t('admin.teams.columns.members'),
      figure: true,
      width: 92,
      render: (row) => allPeople.filter((each) => each.teamId === row.id).length,
    },
    {
      key: 'projects',
      title: t('admin.teams.columns.projects'),
      figure: true,
      width: 104,
      render: (row) =>
        allProjects.filter(
          (each) => each.teamId === row.id && !each.retired && each.stage !== 'closed' && each.stage !== 'terminated',
        ).length,
    },
    {
      key: 'code',
      title: t('admin.teams.columns.creditCode'),
      width: 190,
      render: (row) =>
        row.creditCode === '' ? (
          <span className="tertiary">—</span>
        ) : badCreditCode(row.creditCode) === null ? (
          <span className="nowrap">{row.creditCode}</span>
        ) : (
          <Chip tone="warn">{row.creditCode}</Chip>
        ),
    },
    {
      key: 'since',
      title: t('admin.teams.columns.term'),
      width: 200,
      render: (row) => <span className="nowrap">{`${row.since ?? '—'} – ${row.until ?? t('admin.teams.open')}`}</span>,
    },
  ]
  const projectColumns: Column<Project>[] = [
    {
      key: 'no',
      title: t('admin.projects.fields.no'),
      width: 120,
      sort: (one, other) => (one.no < other.no ? -1 : 1),
      render: (row) => <span className="nowrap">{row.no}</span>,
    },
    { key: 'name', title: t('admin.projects.fields.name'), render: (row) => row.name },
    {
      key: 'team',
      title: t('common.team'),
      width: 150,
      render: (row) => {
        const owner = teamOf(row.teamId)
        return owner === undefined ? (
          '—'
        ) : (
          <span className="nowrap">
            <TeamSquare colour={owner.colour} />
            {owner.shortName}
          </span>
        )
      },
    },
    {
      key: 'lead',
      title: t('admin.projects.fields.lead'),
      width: 90,
      render: (row) => allPeople.find((each) => each.id === row.leadId)?.name ?? '—',
    },
    {
      key: 'source',
      title: t('admin.projects.fields.fundingSource'),
      width: 116,
      render: (row) => t(`admin.projects.sources.${row.fundingSource}`),
    },
    {
      key: 'granted',
      title: t('admin.projects.columns.granted'),
      figure: true,
      width: 104,
      sort: (one, other) => (one.grantedWan ?? 0) - (other.grantedWan ?? 0),
      render: (row) => figure(row.grantedWan, row.grantedWan !== null && Number.isInteger(row.grantedWan) ? 0 : 2),
      total: figure(
        shown(allProjects).reduce((sum, each) => sum + (each.grantedWan ?? 0), 0),
        0,
      ),
    },
    {
      key: 'term',
      title: t('admin.projects.columns.term'),
      width: 186,
      sort: (one, other) => (one.endOn < other.endOn ? -1 : 1),
      render: (row) => <span className="nowrap">{`${row.startOn} – ${row.endOn}`}</span>,
    },
    {
      key: 'stage',
      title: t('admin.projects.fields.stage'),
      width: 190,
      render: (row) => <StageChips project={row} today={today} />,
    },
  ]
  const noMatch = (
    <EmptyState icon="search" title={t('common.noMatch', { text: find })} hint={t('common.noMatchHint')} />
  )
  const none = find === '' ? undefined : noMatch

  const drawer = () => {
    if (project.id !== null && projects.value !== undefined) {
      const existing = allProjects.find((each) => each.id === project.id) ?? null
      if (existing === null && !project.id.startsWith('new')) return null
      return (
        <ProjectEditor
          key={existing === null ? project.id : `${existing.id}-${existing.version}`}
          existing={existing}
          teamId={project.id.split(':')[1] ?? null}
          teams={allTeams.filter((each) => !each.retired)}
          people={allPeople}
          onClose={project.close}
          onSaved={project.open}
        />
      )
    }
    if (team.id === null || teams.value === undefined) return null
    const existing = allTeams.find((each) => each.id === team.id) ?? null
    if (existing === null && team.id !== 'new') return null
    return (
      <TeamEditor
        key={existing === null ? 'new' : `${existing.id}-${existing.version}`}
        existing={existing}
        projects={shown(allProjects).filter((each) => each.teamId === existing?.id)}
        members={allPeople.filter((each) => existing !== null && each.teamId === existing.id)}
        onClose={team.close}
        onSaved={team.open}
        onProject={project.open}
      />
    )
  }

  const room = useRoom(team.id !== null || project.id !== null)
  return (
    <AdminPage drawer={drawer()}>
      <PageHeader
        title={t('shell.pages.teams')}
        note={
          late === 0
            ? t('admin.teams.note', { teams: allTeams.filter((each) => !each.retired).length })
            : t('admin.teams.noteLate', { teams: allTeams.filter((each) => !each.retired).length, late })
        }
      >
        <Segmented
          label={t('admin.teams.show')}
          value={tab}
          options={[
            { value: 'teams', label: t('shell.pages.teams') },
            { value: 'projects', label: t('admin.projects.title') },
          ]}
          onChange={(next) => replaceParams({ tab: next === 'teams' ? null : next, team: null, project: null })}
        />
        <FindBox
          label={t(tab === 'teams' ? 'admin.teams.find' : 'admin.projects.find')}
          value={find}
          onChange={setFind}
        />
        <Tick checked={withRetired} onChange={setWithRetired}>
          {t('admin.withRetired')}
        </Tick>
        <span className="page-bar-spring" />
        <Button
          kind="primary"
          icon="plus"
          disabledReason={forbidden}
          onClick={() => (tab === 'teams' ? team.open('new') : project.open('new'))}
        >
          {t(tab === 'teams' ? 'admin.teams.create' : 'admin.projects.create')}
        </Button>
      </PageHeader>
      {tab === 'teams' ? (
        <Reading state={teams} what={t('shell.pages.teams')}>
          {(value) => (
            <DataTable
              label={t('shell.pages.teams')}
              rows={pinyinFilter(shown(value.teams), find, (each) => [each.name, each.shortName, each.creditCode])}
              columns={teamColumns.filter(({ key }) => room > (roomFor[key] ?? 0))}
              rowKey={(row) => row.id}
              selectedKey={team.id}
              empty={none}
              onOpen={(row) => team.open(row.id)}
            />
          )}
        </Reading>
      ) : (
        <Reading state={projects} what={t('admin.projects.title')}>
          {(value) => (
            <DataTable
              label={t('admin.projects.title')}
              rows={pinyinFilter(shown(value.projects), find, (each) => [
                each.no,
                each.name,
                teamOf(each.teamId)?.shortName ?? '',
              ])}
              columns={projectColumns.filter(({ key }) => room > (roomFor[key] ?? 0))}
              rowKey={(row) => row.id}
              selectedKey={project.id}
              empty={none}
              onOpen={(row) => project.open(row.id)}
            />
          )}
        </Reading>
      )}
    </AdminPage>
  )
}
