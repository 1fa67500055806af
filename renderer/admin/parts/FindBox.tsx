import { useRef } from 'react'
import { Icon } from '../../ui/icons.tsx'
import { useShortcuts } from '../../ui/useShortcuts.ts'

/** The page's own filter: typed as 汉字, pinyin or initials; F jumps into it, Esc empties it. */
export function FindBox({
  label,
  value,
  onChange,
}: {
  label: string
  value: string
  onChange: (value: string) => void
}) {
  const field = useRef<HTMLInputElement>(null)
  useShortcuts({ f: () => field.current?.focus() })
  return (
    <span className="admin-find">
      <Icon name="filter" size={14} />
      <input
        ref={field}
        type="search"
        className="input"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || value === '') return
          event.preventDefault()
          event.stopPropagation()
          onChange('')
        }}
      />
    </span>
  )
}
