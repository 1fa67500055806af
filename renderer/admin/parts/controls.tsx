import { useState, type ReactNode } from 'react'
import type { FieldIds } from '../../ui/Field.tsx'
import { pinyinMatches } from '../../ui/pinyin.ts'
import { Select } from '../../ui/Select.tsx'

type Own = { ids?: FieldIds; label?: string; disabled?: boolean | undefined; placeholder?: string }

const named = ({ ids, label, disabled, placeholder }: Own) => ({
  ...ids,
  'aria-label': label,
  disabled: disabled === true,
  placeholder,
})

/** One line of text. */
export function TextInput({
  value,
  onChange,
  type = 'text',
  autoComplete = 'off',
  inputMode,
  maxLength,
  ...own
}: Own & {
  value: string
  onChange: (value: string) => void
  type?: 'text' | 'password' | 'search'
  autoComplete?: string
  inputMode?: 'numeric' | 'tel'
  maxLength?: number
}) {
  return (
    <input
      {...named(own)}
      className="input"
      type={type}
      autoComplete={autoComplete}
      inputMode={inputMode}
      maxLength={maxLength}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Several lines of text. */
export function TextBlock({
  value,
  onChange,
  rows = 3,
  ...own
}: Own & { value: string; onChange: (value: string) => void; rows?: number }) {
  return (
    <textarea
      {...named(own)}
      className="input admin-block"
      rows={rows}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

const readNumber = (typed: string) => {
  const text = typed.normalize('NFKC').replace(/[\s,]/g, '')
  return text === '' ? null : Number(text)
}

/** A figure typed as text; blank is null, what is no number is NaN and refused on saving. The unit stands inside the field. */
export function NumberInput({
  value,
  onChange,
  unit,
  ...own
}: Own & { value: number | null; onChange: (value: number | null) => void; unit?: string }) {
  const [typed, setTyped] = useState<string | null>(null)
  const read = typed === null ? null : readNumber(typed)
  // A form that must have a figure holds a blank one as NaN.
  const kept = typed !== null && (Object.is(read, value) || (read === null && Number.isNaN(value)))
  return (
    <span className="admin-number">
      <input
        {...named(own)}
        className="input"
        inputMode="decimal"
        autoComplete="off"
        value={kept ? typed : value === null || Number.isNaN(value) ? '' : String(value)}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(readNumber(event.target.value))
        }}
        onBlur={() => (Number.isNaN(value) ? undefined : setTyped(null))}
      />
      {unit === undefined ? null : <span aria-hidden>{unit}</span>}
    </span>
  )
}

export type Option<V extends string> = { value: V; label: string; beside?: string; mark?: ReactNode }
type DrawnOption<V extends string> = Option<V> & { find: readonly string[] }

const drawn = <V extends string>(options: readonly Option<V>[]): DrawnOption<V>[] =>
  options.map((option) => ({ ...option, find: [option.label, option.beside ?? ''] }))
const select = ({ ids, label, disabled, placeholder }: Own) => ({
  ...(ids === undefined ? {} : { id: ids.id, 'aria-describedby': ids['aria-describedby'] }),
  ...(ids?.['aria-invalid'] === true ? { status: 'error' as const } : {}),
  'aria-label': label,
  disabled: disabled === true,
  placeholder,
  style: { width: '100%' },
})

function OptionLine<V extends string>({ option }: { option: Option<V> }) {
  return (
    <span className="admin-option">
      {option.mark}
      <span>{option.label}</span>
      {option.beside === undefined ? null : <small>{option.beside}</small>}
    </span>
  )
}

// antd calls it for each option it shows.
const drawOption = ({ data }: { data: Option<string> }) => <OptionLine option={data} />

/** One of many, found by typing 汉字 or pinyin. */
export function Choice<V extends string>({
  value,
  onChange,
  options,
  ...own
}: Own & { value: V | null; onChange: (value: V) => void; options: readonly Option<V>[] }) {
  return (
    <Select<V, DrawnOption<V>>
      {...select(own)}
      virtual={false}
      showSearch={
        options.length > 8
          ? { filterOption: (typed, option) => option?.find.some((word) => pinyinMatches(word, typed)) ?? false }
          : false
      }
      value={value}
      onChange={(next) => onChange(next)}
      options={drawn(options)}
      optionRender={drawOption}
    />
  )
}

/** As Choice, with 无 for null. */
export function OptionalChoice<V extends string>({
  value,
  onChange,
  options,
  ...own
}: Own & { value: V | null; onChange: (value: V | null) => void; options: readonly Option<V>[] }) {
  return (
    <Select<V, DrawnOption<V>>
      {...select(own)}
      virtual={false}
      allowClear
      showSearch={{
        filterOption: (typed, option) => option?.find.some((word) => pinyinMatches(word, typed)) ?? false,
      }}
      value={value}
      onChange={(next: V | undefined) => onChange(next ?? null)}
      options={drawn(options)}
      optionRender={drawOption}
    />
  )
}

/** Several of many. */
export function ManyChoice<V extends string>({
  value,
  onChange,
  options,
  ...own
}: Own & { value: readonly V[]; onChange: (value: V[]) => void; options: readonly Option<V>[] }) {
  return (
    <Select<V[], DrawnOption<V>>
      {...select(own)}
      mode="multiple"
      virtual={false}
      showSearch={{
        filterOption: (typed, option) => option?.find.some((word) => pinyinMatches(word, typed)) ?? false,
      }}
      value={[...value]}
      onChange={onChange}
      options={drawn(options)}
      optionRender={drawOption}
    />
  )
}

/** Words of one's own, with those in use elsewhere offered. */
export function TagsInput({
  value,
  onChange,
  known,
  ...own
}: Own & { value: readonly string[]; onChange: (value: string[]) => void; known: readonly string[] }) {
  return (
    <Select<string[]>
      {...select(own)}
      mode="tags"
      virtual={false}
      tokenSeparators={[',', '，', '、', ';', '；']}
      value={[...value]}
      onChange={onChange}
      options={known.map((word) => ({ value: word, label: word }))}
    />
  )
}

/** A box to tick, with its words beside it. */
export function Tick({
  checked,
  onChange,
  disabled,
  children,
}: {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean | undefined
  children: ReactNode
}) {
  return (
    <label className="admin-tick">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled === true}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  )
}
