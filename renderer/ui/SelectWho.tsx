import type { ReactNode } from 'react'
import type { Person, Team } from '../../shared/operations/people.ts'
import { pinyinMatches } from './pinyin.ts'
import { Select } from './Select.tsx'
import { TeamSquare } from './TeamSquare.tsx'
import { useText } from './text.ts'
import type { TeamColour } from './tokens.ts'

// Kept here for those who take it together with the fields.
export { TeamSquare } from './TeamSquare.tsx'

export type SelectProps = {
  value: string | null
  onChange: (value: string | null) => void
  id?: string
  label?: string
  placeholder?: string
  disabled?: boolean
  allowClear?: boolean
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

type Option = {
  value: string
  title: string
  label?: ReactNode
  find: readonly string[]
  colour?: TeamColour
  beside?: string
}

function optionLine({ data }: { data: Option }) {
  return <OptionLine option={data} withBeside />
}

function SelectOne({ options, ...props }: SelectProps & { options: Option[] }) {
  return (
    <Select<string, Option>
      {...(props.id === undefined ? {} : { id: props.id })}
      style={{ width: '100%' }}
      showSearch={{
        filterOption: (typed, option) => option?.find.some((word) => pinyinMatches(word, typed)) ?? false,
      }}
      aria-label={props.label}
      aria-describedby={props['aria-describedby']}
      {...(props['aria-invalid'] === true ? { status: 'error' as const } : {})}
      allowClear={props.allowClear ?? true}
      disabled={props.disabled ?? false}
      placeholder={props.placeholder}
      value={props.value}
      onChange={(value: string | undefined) => props.onChange(value ?? null)}
      options={options.map((option) => ({ ...option, label: <OptionLine option={option} /> }))}
      optionRender={optionLine}
    />
  )
}

function OptionLine({ option, withBeside = false }: { option: Option; withBeside?: boolean }) {
  return (
    <span style={{ display: 'flex', alignItems: 'center', minWidth: 0 }}>
      {option.colour === undefined ? null : <TeamSquare colour={option.colour} />}
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>{option.title}</span>
      {withBeside && option.beside !== undefined ? (
        <span className="tertiary small" style={{ marginLeft: 'auto', paddingLeft: 12 }}>
          {option.beside}
        </span>
      ) : null}
    </span>
  )
}

/** A team, found by name, short name or pinyin. */
export function SelectTeam({ teams, ...props }: SelectProps & { teams: readonly Team[] }) {
  const { t } = useText()
  const options = teams.map((team) => ({
    value: team.id,
    title: team.name,
    find: [team.name, team.shortName],
    colour: team.colour,
  }))
  return <SelectOne placeholder={t('common.chooseTeam')} {...props} options={options} />
}

/** A person, found by name or pinyin; the team stands beside, because names repeat. */
export function SelectPerson({
  people,
  teams = [],
  ...props
}: SelectProps & { people: readonly Person[]; teams?: readonly Team[] }) {
  const { t } = useText()
  const options = people.map((person) => {
    const team = teams.find((each) => each.id === person.teamId)
    return {
      value: person.id,
      title: person.name,
      find: [person.name, person.login],
      beside: team?.shortName ?? t(`refusals.roles.${person.role}`),
    }
  })
  return <SelectOne placeholder={t('common.choosePerson')} {...props} options={options} />
}
