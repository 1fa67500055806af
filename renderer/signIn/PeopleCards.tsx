import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Value } from '../../shared/operations/index.ts'
import { Avatar } from '../app/Avatar.tsx'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/icons.tsx'
import { useText } from '../ui/text.ts'

export type SignInPerson = Value<'sessions.people'>['people'][number]
type Filter = typeof import('../ui/pinyin.ts').pinyinFilter

/** So many are seen at a glance; more need a field to find one. */
const GLANCE = 9

/** The people who sign in at this desk, as cards. Arrows move between them. */
export function PeopleCards({
  people,
  onChoose,
  onSecret,
  onBack,
}: {
  people: readonly SignInPerson[]
  onChoose: (person: SignInPerson) => void
  onSecret: () => void
  onBack?: (() => void) | undefined
}) {
  const { t } = useText()
  const [typed, setTyped] = useState('')
  const [filter, setFilter] = useState<Filter | null>(null)
  const grid = useRef<HTMLUListElement>(null)
  const many = people.length > GLANCE
  useEffect(() => {
    if (many) void import('../ui/pinyin.ts').then((found) => setFilter(() => found.pinyinFilter))
  }, [many])
  const shown = useMemo(
    () =>
      typed.trim() === '' || filter === null
        ? people
        : filter(people, typed.trim(), ({ name, login }) => [name, login]),
    [people, typed, filter],
  )
  const cards = () => [...(grid.current?.querySelectorAll<HTMLElement>('.person-card') ?? [])]
  useEffect(() => cards()[0]?.focus(), [])

  const move = (event: KeyboardEvent) => {
    const all = cards()
    const now = all.indexOf(document.activeElement as HTMLElement)
    if (now === -1) return
    const first = all[0]?.offsetTop
    const columns = Math.max(1, all.filter((card) => card.offsetTop === first).length)
    const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    all[Math.max(0, Math.min(all.length - 1, now + step))]?.focus()
  }
  return (
    <section className="people" aria-labelledby="people-title">
      <header className="people-head">
        <div>
          <h2 id="people-title" className="section-title">
            {t('signIn.choosePerson')}
          </h2>
          <p className="small tertiary">{t('signIn.chooseHint')}</p>
        </div>
        {many ? (
          <div className="people-find">
            <Icon name="search" size={14} />
            <input
              className="input"
              aria-label={t('signIn.findPerson')}
              placeholder={t('signIn.findPerson')}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && shown[0] !== undefined && typed !== '') onChoose(shown[0])
              }}
            />
          </div>
        ) : null}
      </header>
      {shown.length === 0 ? (
        <p className="people-nobody" role="status">
          {t('common.noMatch', { text: typed })}
        </p>
      ) : (
        <ul ref={grid} className="people-grid">
          {shown.map((person) => (
            <li key={person.id}>
              <button type="button" className="person-card" onKeyDown={move} onClick={() => onChoose(person)}>
                <Avatar name={person.name} size={40} />
                <span className="person-card-words">
                  <b>{person.name}</b>
                  <span>{t(`refusals.roles.${person.role}`)}</span>
                </span>
                <span className="person-card-way">
                  <Icon name={person.hasPin ? 'grip' : 'key'} size={14} />
                  {t(person.hasPin ? 'signIn.pin' : 'signIn.secret')}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      <footer className="people-foot">
        {onBack === undefined ? null : (
          <Button kind="quiet" icon="chevronLeft" onClick={onBack}>
            {t('common.back')}
          </Button>
        )}
        <Button kind="quiet" icon="key" onClick={onSecret}>
          {t('signIn.withSecret')}
        </Button>
      </footer>
    </section>
  )
}
