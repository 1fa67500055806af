import { useRef, useState, type KeyboardEvent } from 'react'
import { addDays, yearOf } from '../../shared/scheduling/civil.ts'
import type { LocalDate } from '../../shared/scheduling/time.ts'
import { dayLabel } from '../../shared/text/format.ts'
import { Icon } from './icons.tsx'
import { isComposing } from './ime.ts'
import { MonthGrid, type DayMark } from './MonthGrid.tsx'
import { parseDate } from './parseTyped.ts'
import { Popup } from './Popup.tsx'
import { useText } from './text.ts'
import './pickers.css'

export type DateFieldProps = {
  value: LocalDate | null
  onChange: (value: LocalDate) => void
  /** Today on the centre's wall. */
  today: LocalDate
  min?: LocalDate
  max?: LocalDate
  /** Marks of the working calendar: 休, 班. */
  mark?: (date: LocalDate) => DayMark | null
  label?: string
  id?: string
  disabled?: boolean
  onBad?: (bad: boolean) => void
  'aria-invalid'?: boolean | undefined
  'aria-describedby'?: string | undefined
}

/** One date, typed as people type it or picked from a month; ↑ ↓ go a day back and on, Alt+↓ opens the month. */
export function DateField(props: DateFieldProps) {
  const { value, today, min, max } = props
  const { t, language } = useText()
  const field = useRef<HTMLInputElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const allowed = (date: LocalDate) => (min === undefined || date >= min) && (max === undefined || date <= max)
  const read = (text: string) => {
    const date = parseDate(text, today)
    return date !== null && allowed(date) ? date : null
  }
  const bad = typed !== null && typed.trim() !== '' && read(typed) === null
  const label = value === null ? '' : dayLabel(value, language, yearOf(value) === yearOf(today) ? today : undefined)

  const take = (date: LocalDate | null) => {
    if (date === null) return
    setTyped(null)
    props.onBad?.(false)
    if (date !== value) props.onChange(date)
  }
  const leave = () => {
    if (typed === null) return
    const date = typed.trim() === '' ? value : read(typed)
    if (date === null) props.onBad?.(true)
    take(date)
  }
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return
    if (event.key === 'ArrowDown' && event.altKey) {
      event.preventDefault()
      setOpen(true)
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      const from = typed === null ? (value ?? today) : (read(typed) ?? value ?? today)
      const next = addDays(from, event.key === 'ArrowDown' ? 1 : -1)
      if (allowed(next)) take(next)
    } else if (event.key === 'Enter') leave()
    else if (event.key === 'Escape' && (open || typed !== null)) {
      event.preventDefault()
      event.stopPropagation()
      setOpen(false)
      setTyped(null)
      props.onBad?.(false)
    }
  }

  return (
    <div ref={frame} className="date-field">
      <input
        ref={field}
        id={props.id}
        className="input"
        autoComplete="off"
        aria-label={props.label}
        aria-invalid={bad || props['aria-invalid'] === true ? true : undefined}
        aria-describedby={props['aria-describedby']}
        title={bad ? t('common.badDate') : undefined}
        disabled={props.disabled}
        value={typed ?? label}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={leave}
        onKeyDown={key}
      />
      <button
        type="button"
        className="date-field-open"
        aria-label={t('common.pickDate')}
        aria-haspopup="dialog"
        aria-expanded={open}
        disabled={props.disabled}
        onClick={() => setOpen((now) => !now)}
      >
        <Icon name="calendar" size={14} />
      </button>
      {open ? (
        <Popup anchor={frame} onClose={() => setOpen(false)}>
          <MonthGrid
            value={value}
            today={today}
            allowed={allowed}
            {...(props.mark === undefined ? {} : { mark: props.mark })}
            onPick={(date) => {
              setOpen(false)
              take(date)
              field.current?.focus()
            }}
          />
        </Popup>
      ) : null}
    </div>
  )
}
