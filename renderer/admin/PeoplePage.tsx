import { useMemo, useState } from 'react'
import type { Person } from '../../shared/operations/people.ts'
import type { Role } from '../../shared/refusals.ts'
import { roles } from '../../shared/refusals.ts'
import { useRead } from '../api/useRead.ts'
import { Button } from '../ui/Button.tsx'
import { DataTable, type Column } from '../ui/DataTable.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { pinyinFilter } from '../ui/pinyin.ts'
import { SelectTeam, TeamSquare } from '../ui/SelectWho.tsx'
import { Chip } from '../ui/StatusChip.tsx'
import { useText } from '../ui/text.ts'
import { AdminPage, Reading } from './parts/AdminPage.tsx'
import { OptionalChoice, Tick } from './parts/controls.tsx'
import { FindBox } from './parts/FindBox.tsx'
import { useReason } from './parts/useReason.ts'
import { useRoom } from './parts/useRoom.ts'
import { useSelected } from './parts/useSelected.ts'
import { PersonEditor } from './people/PersonEditor.tsx'

// Columns that give way where the page is narrow, with the width in px that they need it to have.
const roomFor: Record<string, number> = { note: 950, pin: 820 }

const bySortKey = (one: Person, other: Person) =>
  one.sortKey < other.sortKey ? -1 : one.sortKey > other.sortKey ? 1 : 0

/** The people with role, team and sign-in; `?person=ID` opens one beside the page. Phones are masked. */
export default function PeoplePage() {
  const { t } = useText()
  const people = useRead('people.list', { withRetired: true })
  const teams = useRead('teams.list', { withRetired: true })
  const selected = useSelected('person')
  const forbidden = useReason('people.save')
  const [find, setFind] = useState('')
  const [teamId, setTeamId] = useState<string | null>(null)
  const [role, setRole] = useState<Role | null>(null)
  const [withRetired, setWithRetired] = useState(false)
  const allTeams = teams.value?.teams ?? []
  const rows = useMemo(() => {
    const all = (people.value?.people ?? [])
      .filter(
        (each) =>
          (withRetired || !each.retired) &&
          (teamId === null || each.teamId === teamId) &&
          (role === null || each.role === role),
      )
      .toSorted(bySortKey)
    return pinyinFilter(all, find, (each) => [each.name, each.login, each.phone.slice(-4)])
  }, [people.value, find, teamId, role, withRetired])

  const columns: Column<Person>[] = [
    {
      key: 'name',
      title: t('admin.people.fields.name'),
      width: 170,
      sort: bySortKey,
      render: (row) => (
        <span className="nowrap admin-chips">
          {row.name}
          {row.retired ? <Chip tone="off">{t('common.retired')}</Chip> : null}
        </span>
      ),
    },
    { key: 'role', title: t('admin.people.fields.role'), width: 150, render: (row) => t(`refusals.roles.${row.role}`) },
    {
      key: 'team',
      title: t('common.team'),
      width: 190,
      render: (row) => {
        const team = allTeams.find((each) => each.id === row.teamId)
        if (team === undefined) return <span className="tertiary">—</span>
        return (
          <span className="nowrap">
            <TeamSquare colour={team.colour} />
            {team.shortName}
          </span>
        )
      },
    },
    {
      key: 'phone',
      title: t('admin.people.fields.phone'),
      width: 140,
      render: (row) =>
        row.phone === '' ? <span className="tertiary">—</span> : <span className="nowrap">{row.phone}</span>,
    },
    {
      key: 'login',
      title: t('admin.people.fields.login'),
      width: 130,
      render: (row) => (row.canSignIn ? row.login : <span className="tertiary">{t('admin.people.noLogin')}</span>),
    },
    {
      key: 'pin',
      title: t('admin.people.fields.pin'),
      width: 90,
      render: (row) =>
        row.hasPin ? (
          <Chip tone="ok">{t('admin.people.pinYes')}</Chip>
        ) : (
          <span className="tertiary">{t('admin.people.pinNo')}</span>
        ),
    },
    {
      key: 'note',
      title: t('common.note'),
      ellipsis: true,
      render: (row) => <span className="secondary">{row.note}</span>,
    },
  ]

  const existing = (people.value?.people ?? []).find((each) => each.id === selected.id) ?? null
  const open = people.value !== undefined && (existing !== null || selected.id === 'new')
  const room = useRoom(open)
  return (
    <AdminPage
      drawer={
        open ? (
          <PersonEditor
            key={existing === null ? 'new' : `${existing.id}-${existing.version}`}
            existing={existing}
            teams={allTeams.filter((each) => !each.retired || each.id === existing?.teamId)}
            onClose={selected.close}
            onSaved={selected.open}
          />
        ) : null
      }
    >
      <PageHeader
        title={t('shell.pages.people')}
        note={t('admin.people.note', {
          people: (people.value?.people ?? []).filter((each) => !each.retired).length,
          signIn: (people.value?.people ?? []).filter((each) => !each.retired && each.canSignIn).length,
        })}
      >
        <FindBox label={t('admin.people.find')} value={find} onChange={setFind} />
        <span className="admin-filter">
          <SelectTeam
            label={t('common.team')}
            placeholder={t('admin.people.allTeams')}
            teams={allTeams.filter((each) => !each.retired)}
            value={teamId}
            onChange={setTeamId}
          />
        </span>
        <span className="admin-filter">
          <OptionalChoice
            label={t('admin.people.fields.role')}
            placeholder={t('admin.people.allRoles')}
            value={role}
            options={roles.map((each) => ({ value: each, label: t(`refusals.roles.${each}`) }))}
            onChange={setRole}
          />
        </span>
        <Tick checked={withRetired} onChange={setWithRetired}>
          {t('admin.withRetired')}
        </Tick>
        <span className="page-bar-spring" />
        <Button kind="primary" icon="plus" disabledReason={forbidden} onClick={() => selected.open('new')}>
          {t('admin.people.create')}
        </Button>
      </PageHeader>
      <Reading state={people} what={t('shell.pages.people')}>
        {() => (
          <DataTable
            label={t('shell.pages.people')}
            rows={rows}
            columns={columns.filter(({ key }) => room > (roomFor[key] ?? 0))}
            rowKey={(row) => row.id}
            selectedKey={selected.id}
            empty={
              find === '' ? undefined : (
                <EmptyState icon="search" title={t('common.noMatch', { text: find })} hint={t('common.noMatchHint')} />
              )
            }
            onOpen={(row) => selected.open(row.id)}
          />
        )}
      </Reading>
    </AdminPage>
  )
}
