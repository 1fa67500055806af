import { Popover } from 'antd'
import type { Team } from '../../shared/operations/people.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Select.tsx'
import { fill } from './fill.ts'
import { kindsOf, scopes, type Scope } from './scopes.ts'
import { useReportWords } from './words.ts'

export type Filter = { scope: Scope; resourceIds: string[]; teamId: string | undefined }

type Props = {
  filter: Filter
  resources: readonly Resource[]
  teams: readonly Team[]
  onChange: (filter: Filter) => void
}

/** Which places a report takes in, and whose bookings: the scope in sight, single resources and a team behind 筛选. */
export function Filters({ filter, resources, teams, onChange }: Props) {
  const { words, nameOf } = useReportWords()
  const { scope, resourceIds, teamId } = filter
  const kinds = kindsOf[scope]
  const chosen = resourceIds.length + (teamId === undefined ? 0 : 1)
  const fields = (
    <div className="report-filter">
      <label htmlFor="report-resources">{words.resources}</label>
      <Select<string[]>
        id="report-resources"
        mode="multiple"
        allowClear
        placeholder={words.allResources}
        optionFilterProp="label"
        value={resourceIds}
        onChange={(next) => onChange({ ...filter, resourceIds: next })}
        options={resources
          .filter(({ kind, partIds, retired }) => !retired && partIds.length === 0 && (kinds?.includes(kind) ?? true))
          .map((resource) => ({ value: resource.id, label: `${resource.code} ${nameOf(resource)}` }))}
      />
      <label htmlFor="report-team">{words.team}</label>
      <Select<string>
        id="report-team"
        allowClear
        showSearch
        placeholder={words.allTeams}
        optionFilterProp="label"
        value={teamId ?? null}
        onChange={(next: string | undefined) => onChange({ ...filter, teamId: next })}
        options={teams.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </div>
  )
  return (
    <>
      <Select<Scope>
        aria-label={words.scope}
        value={scope}
        popupMatchSelectWidth={false}
        onChange={(next) => onChange({ ...filter, scope: next, resourceIds: [] })}
        options={scopes.map((value) => ({ value, label: words.scopes[value] }))}
      />
      <Popover trigger="click" placement="bottomRight" content={fields}>
        <Button
          icon="filter"
          aria-haspopup="dialog"
          label={chosen === 0 ? words.filter : fill(words.filterWith, { count: chosen })}
        >
          {words.filter}
          {chosen === 0 ? null : <b className="report-badge">{chosen}</b>}
        </Button>
      </Popover>
    </>
  )
}
