import type { Policy, relaxableRules } from '../../../shared/operations/fields.ts'
import { periods, relaxableRules as relaxable } from '../../../shared/operations/fields.ts'
import { ruleTitle } from '../../../shared/text/explain.ts'
import { useToday } from '../../api/now.ts'
import { useRead } from '../../api/useRead.ts'
import { DateField } from '../../ui/DateField.tsx'
import { useText } from '../../ui/text.ts'
import { TimeField } from '../../ui/TimeField.tsx'
import { Choice, ManyChoice, NumberInput, TextInput } from '../parts/controls.tsx'
import { blankWindow, Rows, TimesOf, WeekWindowRow } from './WindowRows.tsx'

/** Settings that are lists. */
export const listKnobs = [
  'personLimits',
  'blackouts',
  'quietHours',
  'blocks',
  'relaxed',
  'priority',
  'requires',
] as const
export type ListKnob = (typeof listKnobs)[number]

export function isListKnob(knob: string): knob is ListKnob {
  return (listKnobs as readonly string[]).includes(knob)
}

type Lists = Required<Pick<Policy, ListKnob>>
type EditorProps<K extends ListKnob> = {
  value: NonNullable<Lists[K]>
  disabled: boolean
  onChange: (value: NonNullable<Lists[K]>) => void
}

/** The editor of a setting that is a list. */
export function ListKnobEditor<K extends ListKnob>({ knob, ...props }: { knob: K } & EditorProps<K>) {
  const Editor = editors[knob] as (props: EditorProps<K>) => React.ReactNode
  return <Editor {...props} />
}

const editors: { [K in ListKnob]: (props: EditorProps<K>) => React.ReactNode } = {
  personLimits: LimitRows,
  blackouts: BlackoutRows,
  quietHours: QuietRows,
  blocks: BlockRows,
  relaxed: Relaxed,
  priority: PriorityRows,
  requires: Requires,
}

function LimitRows({ value, disabled, onChange }: EditorProps<'personLimits'>) {
  const { t } = useText()
  const free = periods.find((per) => !value.some((each) => each.per === per)) ?? 'day'
  return (
    <Rows
      rows={value}
      most={5}
      disabled={disabled}
      blank={() => ({ per: free, count: 2, minutes: null })}
      onChange={onChange}
    >
      {(row, put, number) => (
        <>
          <Choice
            label={t('rules.periodOf', { number })}
            disabled={disabled}
            value={row.per}
            options={periods.map((per) => ({ value: per, label: t(`rules.perPeriod.${per}`) }))}
            onChange={(per) => put({ per })}
          />
          <NumberInput
            label={t('rules.countOf', { number })}
            disabled={disabled}
            unit={t('rules.count')}
            placeholder={t('rules.noLimit')}
            value={row.count}
            onChange={(count) => put({ count })}
          />
          <NumberInput
            label={t('rules.hoursOf', { number })}
            disabled={disabled}
            unit={t('rules.hours')}
            placeholder={t('rules.noLimit')}
            value={row.minutes === null ? null : row.minutes / 60}
            onChange={(hours) => put({ minutes: hours === null ? null : Math.round(hours * 60) })}
          />
        </>
      )}
    </Rows>
  )
}

function BlackoutRows({ value, disabled, onChange }: EditorProps<'blackouts'>) {
  const { t } = useText()
  const today = useToday()
  return (
    <Rows
      rows={value}
      most={40}
      disabled={disabled}
      blank={() => ({ from: { date: today, minute: 0 }, until: { date: today, minute: 1440 }, reason: '' })}
      onChange={onChange}
    >
      {(row, put, number) => (
        <>
          <span className="admin-moment">
            <DateField
              today={today}
              label={t('rules.fromDateOf', { number })}
              disabled={disabled}
              value={row.from.date}
              onChange={(date) => put({ from: { ...row.from, date } })}
            />
            <TimeField
              step={30}
              label={t('rules.fromOf', { number })}
              disabled={disabled}
              value={row.from.minute}
              onChange={(minute) => put({ from: { ...row.from, minute } })}
            />
          </span>
          <span aria-hidden>–</span>
          <span className="admin-moment">
            <DateField
              today={today}
              label={t('rules.untilDateOf', { number })}
              disabled={disabled}
              value={row.until.date}
              onChange={(date) => put({ until: { ...row.until, date } })}
            />
            <TimeField
              step={30}
              label={t('rules.untilOf', { number })}
              disabled={disabled}
              value={row.until.minute}
              onChange={(minute) => put({ until: { ...row.until, minute } })}
            />
          </span>
          <Reason number={number} disabled={disabled} value={row.reason} onChange={(reason) => put({ reason })} />
        </>
      )}
    </Rows>
  )
}

function Reason(props: { number: number; value: string; disabled: boolean; onChange: (reason: string) => void }) {
  const { t } = useText()
  return (
    <TextInput
      label={t('rules.reasonOf', { number: props.number })}
      placeholder={t('rules.reason')}
      maxLength={80}
      disabled={props.disabled}
      value={props.value}
      onChange={props.onChange}
    />
  )
}

function QuietRows({ value, disabled, onChange }: EditorProps<'quietHours'>) {
  return (
    <Rows
      rows={value}
      most={20}
      disabled={disabled}
      blank={() => ({ ...blankWindow(), reason: '' })}
      onChange={onChange}
    >
      {(row, put, number) => (
        <>
          <WeekWindowRow window={row} number={number} disabled={disabled} put={put} />
          <Reason number={number} disabled={disabled} value={row.reason} onChange={(reason) => put({ reason })} />
        </>
      )}
    </Rows>
  )
}

const usualBlocks = [
  { from: 510, until: 720 },
  { from: 780, until: 1020 },
  { from: 1080, until: 1260 },
]

function BlockRows({ value, disabled, onChange }: EditorProps<'blocks'>) {
  const { t } = useText()
  return (
    <>
      <Rows
        rows={value}
        most={6}
        disabled={disabled}
        blank={() => usualBlocks.find(({ from }) => value.every((each) => each.until <= from)) ?? usualBlocks[0]!}
        onChange={onChange}
      >
        {(row, put, number) => <TimesOf window={row} number={number} disabled={disabled} put={put} />}
      </Rows>
      <small className="tertiary">{t('rules.blocksHint')}</small>
    </>
  )
}

function Relaxed({ value, disabled, onChange }: EditorProps<'relaxed'>) {
  const { t, language } = useText()
  return (
    <>
      <ManyChoice<(typeof relaxableRules)[number]>
        label={t('rules.relaxedRules')}
        placeholder={t('rules.relaxedRules')}
        disabled={disabled}
        value={value.rules}
        options={relaxable.map((rule) => ({ value: rule, label: ruleTitle(rule, language) }))}
        onChange={(rules) => onChange({ ...value, rules })}
      />
      <Rows
        rows={value.windows}
        most={14}
        disabled={disabled}
        blank={() => ({ days: [0, 1, 2, 3, 4, 5, 6], from: 1080, until: 1440 })}
        onChange={(windows) => onChange({ ...value, windows })}
      >
        {(row, put, number) => <WeekWindowRow window={row} number={number} disabled={disabled} put={put} />}
      </Rows>
    </>
  )
}

function PriorityRows({ value, disabled, onChange }: EditorProps<'priority'>) {
  const { t } = useText()
  const teams = (useRead('teams.list', {}).value?.teams ?? []).filter((each) => !each.retired)
  return (
    <Rows
      rows={value}
      most={20}
      disabled={disabled || teams.length === 0}
      blank={() => ({ ...blankWindow(), teamIds: [teams[0]!.id], opensMinutes: 300 })}
      onChange={onChange}
    >
      {(row, put, number) => (
        <>
          <WeekWindowRow window={row} number={number} disabled={disabled} put={put} />
          <span className="admin-row-wide">
            <ManyChoice
              label={t('rules.teamsOf', { number })}
              placeholder={t('rules.teams')}
              disabled={disabled}
              value={row.teamIds}
              options={teams.map((team) => ({ value: team.id, label: team.shortName, beside: team.name }))}
              onChange={(teamIds) => (teamIds.length === 0 ? undefined : put({ teamIds }))}
            />
          </span>
          <span className="admin-row-words">{t('rules.opensBefore')}</span>
          <NumberInput
            label={t('rules.opensOf', { number })}
            disabled={disabled}
            value={row.opensMinutes / 60}
            onChange={(hours) => put({ opensMinutes: hours === null ? 0 : Math.round(hours * 60) })}
          />
          <span className="admin-row-words">{t('rules.opensAfterWords')}</span>
        </>
      )}
    </Rows>
  )
}

function Requires({ value, disabled, onChange }: EditorProps<'requires'>) {
  const { t, language } = useText()
  const resources = (useRead('resources.list', {}).value?.resources ?? []).filter((each) => !each.retired)
  return (
    <ManyChoice
      label={t('rules.requires')}
      placeholder={t('rules.requires')}
      disabled={disabled}
      value={value}
      options={resources.map((each) => ({
        value: each.id,
        label: language === 'en' && each.nameEn !== '' ? each.nameEn : each.name,
        beside: each.code,
      }))}
      onChange={onChange}
    />
  )
}
