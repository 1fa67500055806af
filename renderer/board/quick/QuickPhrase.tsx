import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import type { Catalogue } from '../../../shared/operations/resources.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { useToday } from '../../api/now.ts'
import { useCentre, useMay, useZone } from '../../api/session.ts'
import { useRead } from '../../api/useRead.ts'
import { useWrite } from '../../api/useWrite.ts'
import { openDrawer } from '../../ui/drawers.ts'
import { Icon } from '../../ui/icons.tsx'
import { isComposing } from '../../ui/ime.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { showToast } from '../../ui/toasts.ts'
import { useText } from '../../ui/text.ts'
import { useShortcuts } from '../../ui/useShortcuts.ts'
import { Options } from './Options.tsx'
import { chipsOf, draftOf, placesText, timeText, type Answer, type Known, type Option } from './words.ts'
import './quick.css'

const PAUSE_MS = 120

/**
 * One line books (D 15): type, see what was understood, Enter books the first option, arrows choose another, Esc clears. What was not said for sure opens the
 * form instead: nothing is booked at another time or place than the one asked for unless that option was chosen.
 */
export function QuickPhrase({ catalogue }: { catalogue: Catalogue }) {
  const may = useMay()
  const { readOnly } = useCentre()
  return may('find.phrase') && may('bookings.create') && !readOnly ? <Line catalogue={catalogue} /> : null
}

function Line({ catalogue }: { catalogue: Catalogue }) {
  const { t, language } = useText()
  const may = useMay()
  const zone = useZone()
  const today = useToday()
  const names = useNames()
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [chosen, setChosen] = useState<number | null>(null)
  const [entered, setEntered] = useState(false)
  const text = useSettled(typed.trim(), PAUSE_MS)
  const create = useWrite('bookings.create')
  const teams = useRead('teams.list', {}, { enabled: may('teams.list') }).value?.teams ?? []
  const people = useRead('people.list', {}, { enabled: may('people.list') }).value?.people ?? []
  const read = useRead('find.phrase', { text }, { enabled: text !== '', keepPrevious: true })
  const known: Known = { catalogue, teams, people, zone, today, language, t }

  const asking = typed.trim() !== ''
  const answer: Answer | undefined = asking ? read.value : undefined
  const settled = asking && text === typed.trim() && answer !== undefined && !read.previous
  const options = answer?.options ?? []
  // What was not asked for is not taken by Enter alone: it must be chosen.
  const current = Math.min(chosen ?? (isAsked(options[0]) ? 0 : -1), options.length - 1)
  const shown = open && asking

  useShortcuts({ '.': () => field.current?.focus(), 'Mod+j': () => field.current?.focus() })

  const clear = () => {
    setTyped('')
    setChosen(null)
    setEntered(false)
    setOpen(false)
  }
  const toForm = (from: Answer, option: Option | null) => {
    openDrawer({ drawer: 'newBooking', draft: draftOf(from, option, known) })
    clear()
  }
  const book = async (from: Answer, option: Option) => {
    const request = draftOf(from, option, known)
    const { resources, start, end } = option
    const reply = await create.run(
      { ...request, resources, start, end },
      {
        said: ({ status, title }) =>
          t(status === 'pending' ? 'find.quick.pending' : 'find.quick.created', {
            title,
            place: placesText(option, known),
            when: timeText(option, known),
          }),
      },
    )
    if (reply.ok) clear()
    else if ('refusals' in reply) {
      const why = reply.refusals.map((each) => explain(each, language, names(today))).join(t('find.factsJoin'))
      showToast(t('find.quick.refused', { why }), { tone: 'failed' })
      toForm(from, option)
    }
  }
  const choose = (from: Answer, index: number | null) => {
    if (create.pending || from.need === null) return
    const option = from.options[index ?? 0]
    if (option === undefined) return toForm(from, null)
    const asked = option.reason === 'asked' || option.reason === 'earliest'
    if (index === null && !asked) return toForm(from, option)
    void book(from, option)
  }
  // Enter that came before the answer waits for it: what is booked is what is read, not what was read before.
  const submit = useRef(choose)
  useEffect(() => {
    submit.current = choose
  })
  useEffect(() => {
    if (!entered || !settled) return
    setEntered(false)
    submit.current(answer, chosen)
  }, [entered, settled, answer, chosen])

  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (options.length === 0) return
      event.preventDefault()
      setOpen(true)
      const by = event.key === 'ArrowDown' ? 1 : -1
      setChosen(move(current, by, options.length))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      if (asking) setEntered(true)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (typed === '') field.current?.blur()
      else clear()
    } else if (event.key === 'Tab') setOpen(false)
  }
  const chips = answer === undefined ? [] : chipsOf(answer, known)
  return (
    <div ref={frame} className="quick">
      <Icon name="bolt" size={16} />
      <input
        ref={field}
        className="quick-input"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        aria-label={t('find.quick.label')}
        aria-keyshortcuts=". Control+J"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && current >= 0 ? `${listId}-${current}` : undefined}
        placeholder={t('find.quick.placeholder')}
        value={typed}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setChosen(null)
          setEntered(false)
          setOpen(true)
        }}
        onKeyDown={key}
      />
      {asking ? null : <KeyHint keys="." />}
      {shown && answer !== undefined ? (
        <Popup anchor={frame} matchWidth className="quick-popup" onClose={() => setOpen(false)}>
          <Options
            id={listId}
            answer={answer}
            settled={settled}
            chips={chips}
            current={current}
            known={known}
            onChoose={(index) => choose(answer, index)}
            onForm={() => toForm(answer, null)}
          />
        </Popup>
      ) : null}
    </div>
  )
}

function isAsked(option: Option | undefined): boolean {
  return option?.reason === 'asked' || option?.reason === 'earliest'
}

function move(current: number, by: number, count: number): number {
  return current < 0 ? (by > 0 ? 0 : count - 1) : (current + by + count) % count
}

/** The value once it has not changed for a moment. */
function useSettled(value: string, ms: number): string {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return settled
}
