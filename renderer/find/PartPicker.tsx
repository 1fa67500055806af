import { useId, useMemo, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import type { WantedPart } from '../../shared/operations/find.ts'
import type { ResourceKind } from '../../shared/operations/fields.ts'
import { Icon } from '../ui/icons.tsx'
import { isComposing } from '../ui/ime.ts'
import { pinyinMatches } from '../ui/pinyin.ts'
import { Popup } from '../ui/Popup.tsx'
import { useText } from '../ui/text.ts'
import { partOf } from './state.ts'
import { partFacts, partIcon, partTitle, type Known } from './words.ts'

type Choice = {
  part: WantedPart
  title: string
  beside: string
  group: 'groupPlaces' | 'groupInstruments' | 'groupKinds'
}
const meetings: readonly ResourceKind[] = ['meetingRoom', 'seminarRoom', 'talkRoom']

/** Chooses what to add: any of a kind, a certain place, a certain instrument; found by 汉字, pinyin or code. */
export function PartPicker({
  anchor,
  known,
  onPick,
  onClose,
}: {
  anchor: RefObject<HTMLElement | null>
  known: Known
  onPick: (part: WantedPart) => void
  onClose: () => void
}) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const all = useMemo(() => choicesOf(known), [known])
  const shown = all.filter(
    (each) =>
      typed.trim() === '' ||
      [each.title, ...each.part.ids.flatMap((one) => namesOf(one, known))].some((word) => pinyinMatches(word, typed)),
  )
  const at = Math.min(active, shown.length - 1)
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const next = (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % Math.max(1, shown.length)
      setActive(next)
      list.current?.querySelectorAll('[role=option]')[next]?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter') {
      event.preventDefault()
      const chosen = shown[at]
      if (chosen !== undefined) onPick(chosen.part)
    }
  }
  return (
    <Popup anchor={anchor} onClose={onClose} className="find-picker">
      <input
        className="input"
        role="combobox"
        autoComplete="off"
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type into
        autoFocus
        aria-label={t('find.addFind')}
        placeholder={t('find.addFind')}
        aria-expanded
        aria-controls={id}
        aria-activedescendant={shown.length === 0 ? undefined : `${id}-${at}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(0)
        }}
        onKeyDown={key}
      />
      <div ref={list} id={id} className="find-picker-list" role="listbox" aria-label={t('find.addTitle')}>
        {shown.map((each, index) => (
          <div key={`${each.group} ${each.title} ${each.beside}`} role="presentation">
            {shown[index - 1]?.group === each.group ? null : (
              <div className="menu-group" role="presentation">
                {t(`find.${each.group}`)}
              </div>
            )}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={index === at ? 'find-choice find-choice-active' : 'find-choice'}
              onPointerDown={(event) => {
                event.preventDefault()
                onPick(each.part)
              }}
            >
              <Icon name={partIcon(each.part, known)} size={14} />
              <span>{each.title}</span>
              <small>{each.beside}</small>
            </div>
          </div>
        ))}
        {shown.length === 0 ? <p className="find-picker-none">{t('common.noMatch', { text: typed })}</p> : null}
      </div>
    </Popup>
  )
}

function namesOf(id: string, { resources }: Known): string[] {
  const found = resources.get(id)
  return found === undefined ? [] : [found.name, found.nameEn, found.code]
}

function choicesOf(known: Known): Choice[] {
  const offered = [...known.resources.values()].filter((each) => each.bookable && !each.retired)
  const kinds = [...new Set(offered.map((each) => each.kind))]
  const make = (part: WantedPart, group: Choice['group'], beside?: string): Choice => ({
    part,
    group,
    title: partTitle(part, known),
    beside: beside ?? partFacts(part, known),
  })
  const both = meetings.filter((each) => kinds.includes(each))
  return [
    ...(both.length > 1 ? [make(partOf({ kinds: both }), 'groupKinds')] : []),
    ...kinds
      .filter((kind) => kind !== 'instrument' && kind !== 'office')
      .map((kind) => make(partOf({ kinds: [kind] }), 'groupKinds')),
    ...offered
      .filter((each) => each.kind !== 'instrument')
      .map((each) => make(partOf({ ids: [each.id] }), 'groupPlaces')),
    ...offered
      .filter((each) => each.kind === 'instrument')
      .map((each) => make(partOf({ ids: [each.id] }), 'groupInstruments')),
  ]
}
