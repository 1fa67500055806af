import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { clock } from '../../shared/text/format.ts'
import type { WallMinute } from '../../shared/scheduling/time.ts'
import { isComposing } from './ime.ts'
import { parseTime } from './parseTyped.ts'
import { Popup } from './Popup.tsx'
import { useText } from './text.ts'
import './pickers.css'

export type TimeFieldProps = {
  value: WallMinute | null
  onChange: (value: WallMinute) => void
  /** Minutes between the times offered; any time may be typed. */
  step?: number
  from?: WallMinute
  until?: WallMinute
  /** Stands beside a time in the list (how long the booking would be). */
  beside?: (minute: WallMinute) => string
  label?: string
  id?: string
  disabled?: boolean
  /** Told when what stands in the field is no time. */
  onBad?: (bad: boolean) => void
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

/** A time of day, typed as people type it or chosen from a list; ↑ ↓ open the list, Enter takes, Esc leaves as it was. */
export function TimeField(props: TimeFieldProps) {
  const { value, onChange, step = 15, from = 0, until = 1440, beside } = props
  const { t } = useText()
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [active, setActive] = useState<number | null>(null)
  const bad = typed !== null && typed.trim() !== '' && parseTime(typed) === null
  const shown = typed ?? (value === null ? '' : clock(value))
  const times = Array.from({ length: Math.floor((until - from) / step) + 1 }, (_, index) => from + index * step)
  const open = active !== null

  const nearest = (minute: WallMinute | null) => {
    const index = times.findIndex((time) => time >= (minute ?? 540))
    return index === -1 ? times.length - 1 : index
  }
  useEffect(() => {
    if (active !== null) list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const take = (minute: WallMinute | null) => {
    setActive(null)
    if (minute === null) return
    setTyped(null)
    props.onBad?.(false)
    if (minute !== value) onChange(minute)
  }
  const leave = () => {
    setActive(null)
    if (typed === null) return
    const minute = typed.trim() === '' ? value : parseTime(typed)
    if (minute === null) props.onBad?.(true)
    take(minute)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event) || event.ctrlKey || event.metaKey) return
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const by = event.key === 'ArrowDown' ? 1 : -1
      setActive(open ? (active + by + times.length) % times.length : nearest(typed === null ? value : parseTime(typed)))
    } else if (event.key === 'Enter') {
      if (open) {
        event.preventDefault()
        take(times[active] ?? null)
      } else leave()
    } else if (event.key === 'Escape' && (open || typed !== null)) {
      event.preventDefault()
      event.stopPropagation()
      setActive(null)
      setTyped(null)
      props.onBad?.(false)
    }
  }

  return (
    <>
      <input
        ref={field}
        id={props.id}
        className="input time-field"
        role="combobox"
        autoComplete="off"
        inputMode="text"
        aria-label={props.label}
        aria-expanded={open}
        aria-controls={listId}
        aria-haspopup="listbox"
        aria-activedescendant={open ? `${listId}-${active}` : undefined}
        aria-invalid={bad || props['aria-invalid'] === true ? true : undefined}
        aria-describedby={props['aria-describedby']}
        title={bad ? t('common.badTime') : undefined}
        disabled={props.disabled}
        value={shown}
        onFocus={(event) => event.currentTarget.select()}
        onClick={() => setActive((now) => now ?? nearest(value))}
        onChange={(event) => {
          setTyped(event.target.value)
          const minute = parseTime(event.target.value)
          setActive((now) => (now === null || minute === null ? null : nearest(minute)))
        }}
        onBlur={leave}
        onKeyDown={key}
      />
      {open ? (
        <Popup anchor={field} matchWidth onClose={() => setActive(null)}>
          <div
            ref={list}
            id={listId}
            className="time-list"
            role="listbox"
            aria-label={props.label ?? t('common.pickTime')}
          >
            {times.map((time, index) => (
              <div
                key={time}
                id={`${listId}-${index}`}
                role="option"
                aria-selected={time === value}
                className={index === active ? 'time-option time-option-active' : 'time-option'}
                onPointerDown={(event) => {
                  // The field keeps the focus, so that the next Tab goes on from it.
                  event.preventDefault()
                  take(time)
                }}
              >
                {clock(time)}
                {beside === undefined ? null : <span className="tertiary">{beside(time)}</span>}
              </div>
            ))}
          </div>
        </Popup>
      ) : null}
    </>
  )
}
