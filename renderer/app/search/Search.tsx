import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react'
import { openDrawer } from '../../ui/drawers.ts'
import { Icon } from '../../ui/icons.tsx'
import { isComposing } from '../../ui/ime.ts'
import { KeyHint } from '../../ui/KeyHint.tsx'
import { Popup } from '../../ui/Popup.tsx'
import { navigate } from '../../ui/router.ts'
import { useText } from '../../ui/text.ts'
import type { Hit } from './hits.ts'
import { Results } from './Results.tsx'
import { useNarrow } from '../useNarrow.ts'
import { useHits } from './useHits.ts'
import './search.css'

/** The search of the top bar: type, arrows, Enter. Places, teams, people and bookings by 汉字, pinyin or initials. */
export function Search({ field }: { field: RefObject<HTMLInputElement | null> }) {
  const { t } = useText()
  const narrow = useNarrow()
  const listId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState(false)
  const [active, setActive] = useState<string | null>(null)
  const { hits, settled } = useHits(typed, open)
  const shown = open && typed.trim() !== ''
  const current = hits.find((hit) => hit.id === active) ?? hits[0]

  const close = () => {
    setOpen(false)
    setTyped('')
    setActive(null)
  }
  const go = (hit: Hit | undefined) => {
    if (hit === undefined) return
    const text = typed.trim()
    close()
    field.current?.blur()
    switch (hit.kind) {
      case 'booking':
        return openDrawer({ drawer: 'booking', id: hit.booking.id })
      case 'resource':
        return navigate('board', { resource: hit.resource.id })
      case 'team':
        return navigate('bookings', { teamId: hit.team.id })
      case 'person':
        return navigate('people', { person: hit.person.id })
      case 'all':
        return navigate('bookings', { text })
    }
  }
  const key = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (hits.length === 0) return
      const now = hits.findIndex((hit) => hit.id === current?.id)
      const next = (now + (event.key === 'ArrowDown' ? 1 : -1) + hits.length) % hits.length
      setActive(hits[next]?.id ?? null)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(current)
    } else if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      if (shown) close()
      else field.current?.blur()
    } else if (event.key === 'Tab') setOpen(false)
  }
  return (
    <div ref={frame} className="search" role="search">
      <Icon name="search" size={16} />
      <input
        ref={field}
        className="input search-input"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-label={t('shell.searchLabel')}
        aria-keyshortcuts="/ Control+K"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={shown ? listId : undefined}
        aria-activedescendant={shown && current !== undefined ? `${listId}-${current.id}` : undefined}
        placeholder={t(narrow ? 'shell.searchPlaceholderShort' : 'shell.searchPlaceholder')}
        value={typed}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value)
          setActive(null)
          setOpen(true)
        }}
        onKeyDown={key}
      />
      {typed === '' ? (
        <KeyHint keys="/" />
      ) : (
        <button type="button" className="search-clear" aria-label={t('common.clear')} onClick={close}>
          <Icon name="close" size={14} />
        </button>
      )}
      {shown ? (
        <Popup anchor={frame} align="end" matchWidth className="search-popup" onClose={close}>
          <Results
            id={listId}
            hits={hits}
            typed={typed.trim()}
            settled={settled}
            current={current?.id ?? null}
            onPoint={setActive}
            onChoose={go}
          />
        </Popup>
      ) : null}
    </div>
  )
}
