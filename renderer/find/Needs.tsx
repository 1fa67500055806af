import { useRef, useState } from 'react'
import type { Person, Team } from '../../shared/operations/people.ts'
import { addDays } from '../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { duration } from '../../shared/text/format.ts'
import { Button } from '../ui/Button.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Field } from '../ui/Field.tsx'
import { SelectPerson, SelectTeam } from '../ui/SelectWho.tsx'
import { useText } from '../ui/text.ts'
import { TimeField } from '../ui/TimeField.tsx'
import { useShortcuts } from '../ui/useShortcuts.ts'
import { PartCard } from './PartCard.tsx'
import { PartPicker } from './PartPicker.tsx'
import { daysOf, type Asked } from './state.ts'
import type { Known } from './words.ts'

const lengths = [15, 30, 45, 60, 90, 120, 150, 180, 240, 300, 360, 480, 720, 1440, 2880]
const MOST_PARTS = 6

/** The left column: what is needed, when, and for whom. Answers follow as it changes. */
export function Needs({
  asked,
  change,
  clear,
  known,
  today,
  teams,
  people,
}: {
  asked: Asked
  change: (change: Partial<Asked>) => void
  clear: () => void
  known: Known
  today: LocalDate
  teams: readonly Team[]
  people: readonly Person[]
}) {
  const { t, language } = useText()
  const add = useRef<HTMLButtonElement>(null)
  const [picking, setPicking] = useState(false)
  const full = asked.parts.length >= MOST_PARTS
  const open = () => {
    if (!full) setPicking(true)
  }
  useShortcuts({ a: open })
  const days = daysOf(asked, today)
  const offered = lengths.includes(asked.minutes) ? lengths : [...lengths, asked.minutes].sort((a, b) => a - b)
  const members = asked.teamId === null ? people : people.filter((each) => each.teamId === asked.teamId)
  return (
    <section className="find-needs" aria-label={t('find.needs')}>
      <h2 className="section-title">{t('find.needs')}</h2>
      <ul className="find-parts">
        {asked.parts.map((part, index) => (
          <PartCard
            // Parts have no identity of their own; a changed one keeps its place.
            key={`${index} ${part.ids.join()} ${part.kinds.join()}`}
            part={part}
            known={known}
            onChange={(next) => change({ parts: asked.parts.map((each, at) => (at === index ? next : each)) })}
            onRemove={() => {
              change({ parts: asked.parts.filter((_, at) => at !== index) })
              add.current?.focus()
            }}
          />
        ))}
      </ul>
      {full ? null : (
        <Button
          ref={add}
          size="small"
          icon="plus"
          keys="A"
          aria-haspopup="listbox"
          aria-expanded={picking}
          className="find-add"
          onClick={open}
        >
          {t('find.addPart')}
        </Button>
      )}
      {picking ? (
        <PartPicker
          anchor={add}
          known={known}
          onClose={() => setPicking(false)}
          onPick={(part) => {
            setPicking(false)
            change({ parts: [...asked.parts, part] })
            add.current?.focus()
          }}
        />
      ) : null}

      <h2 className="section-title">{t('find.when')}</h2>
      <div className="find-pair">
        <Field label={t('find.from')}>
          {(ids) => (
            <DateField
              {...ids}
              value={days.from}
              today={today}
              min={today}
              max={addDays(today, 365)}
              onChange={(from) => change({ from, to: asked.to !== null && asked.to < from ? null : asked.to })}
            />
          )}
        </Field>
        <Field label={t('find.to')}>
          {(ids) => (
            <DateField
              {...ids}
              value={days.to}
              today={today}
              min={days.from}
              max={addDays(days.from, 90)}
              onChange={(to) => change({ to })}
            />
          )}
        </Field>
      </div>
      <Field label={t('find.length')}>
        {(ids) => (
          <select
            id={ids.id}
            className="input"
            value={asked.minutes}
            onChange={(event) => change({ minutes: Number(event.target.value) })}
          >
            {offered.map((minutes) => (
              <option key={minutes} value={minutes}>
                {duration(minutes, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <div className="find-pair">
        <Field label={t('find.hoursFrom')}>
          {(ids) => (
            <TimeField
              {...ids}
              step={30}
              value={asked.hours.from}
              onChange={(from) => change({ hours: { from, until: Math.max(asked.hours.until, from) } })}
            />
          )}
        </Field>
        <Field label={t('find.hoursUntil')}>
          {(ids) => (
            <TimeField
              {...ids}
              step={30}
              value={asked.hours.until}
              onChange={(until) => change({ hours: { from: Math.min(asked.hours.from, until), until } })}
            />
          )}
        </Field>
      </div>
      <label className="find-check">
        <input
          type="checkbox"
          checked={asked.workdaysOnly}
          onChange={(event) => change({ workdaysOnly: event.target.checked })}
        />
        {t('find.workdays')}
      </label>

      <h2 className="section-title">{t('find.forWhom')}</h2>
      <Field label={t('find.team')}>
        {(ids) => (
          <SelectTeam
            {...ids}
            teams={teams}
            value={asked.teamId}
            onChange={(teamId) => change({ teamId, occupantId: null })}
          />
        )}
      </Field>
      <Field label={t('find.person')}>
        {(ids) => (
          <SelectPerson
            {...ids}
            people={members}
            teams={teams}
            value={asked.occupantId}
            onChange={(occupantId) => change({ occupantId })}
          />
        )}
      </Field>
      <Button size="small" kind="quiet" className="find-clear" onClick={clear}>
        {t('find.clear')}
      </Button>
    </section>
  )
}
