import type { ReactNode, Ref } from 'react'
import type { FieldIds } from '../ui/Field.tsx'
import { pinyinMatches } from '../ui/pinyin.ts'
import { Select } from '../ui/Select.tsx'

type Own = { ids?: FieldIds; label?: string; disabled?: boolean | undefined; placeholder?: string | undefined }

/** One line of text. */
export function TextInput({
  ids,
  label,
  disabled,
  placeholder,
  value,
  onChange,
  inputMode,
  maxLength,
  inputRef,
}: Own & {
  value: string
  onChange: (value: string) => void
  inputMode?: 'numeric'
  maxLength?: number
  inputRef?: Ref<HTMLInputElement>
}) {
  return (
    <input
      {...ids}
      ref={inputRef}
      aria-label={label}
      className="input"
      autoComplete="off"
      inputMode={inputMode}
      maxLength={maxLength}
      disabled={disabled === true}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** Several lines of text. */
export function TextBlock({
  ids,
  label,
  disabled,
  placeholder,
  value,
  onChange,
  rows = 2,
}: Own & { value: string; onChange: (value: string) => void; rows?: number }) {
  return (
    <textarea
      {...ids}
      aria-label={label}
      className="input booking-block"
      rows={rows}
      disabled={disabled === true}
      placeholder={placeholder}
      value={value}
      onChange={(event) => onChange(event.target.value)}
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
    <label className="booking-tick">
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

export type Option<V extends string> = { value: V; label: string; beside?: string; find: readonly string[] }
export type OptionGroup<V extends string> = { label: string; options: Option<V>[] }

function OptionLine<V extends string>({ option }: { option: Option<V> }) {
  return (
    <span className="booking-option">
      <span>{option.label}</span>
      {option.beside === undefined ? null : <small>{option.beside}</small>}
    </span>
  )
}

const optionLine = ({ data }: { data: Option<string> }) => <OptionLine option={data} />
const search = (typed: string, option: unknown) =>
  ((option as Partial<Option<string>> | undefined)?.find ?? []).some((word) => pinyinMatches(word, typed))
const shared = ({ ids, label, disabled, placeholder }: Own) => ({
  ...(ids === undefined ? {} : { id: ids.id, 'aria-describedby': ids['aria-describedby'] }),
  ...(ids?.['aria-invalid'] === true ? { status: 'error' as const } : {}),
  'aria-label': label,
  disabled: disabled === true,
  placeholder,
  virtual: false,
  style: { width: '100%' },
})

/** One of many, found by 汉字 or pinyin; null is nothing. */
export function OneOf<V extends string>({
  value,
  onChange,
  options,
  allowClear = true,
  ...own
}: Own & {
  value: V | null
  onChange: (value: V | null) => void
  options: Option<V>[] | OptionGroup<V>[]
  allowClear?: boolean
}) {
  return (
    <Select<V, Option<V>>
      {...shared(own)}
      allowClear={allowClear}
      showSearch={{ filterOption: search }}
      value={value}
      onChange={(next: V | undefined) => onChange(next ?? null)}
      options={options as Option<V>[]}
      optionRender={optionLine}
    />
  )
}

/** Several of many, in groups, found by 汉字 or pinyin. */
export function SomeOf<V extends string>({
  value,
  onChange,
  options,
  ...own
}: Own & { value: readonly V[]; onChange: (value: V[]) => void; options: Option<V>[] | OptionGroup<V>[] }) {
  return (
    <Select<V[], Option<V>>
      {...shared(own)}
      mode="multiple"
      showSearch={{ filterOption: search, autoClearSearchValue: true }}
      value={[...value]}
      onChange={onChange}
      options={options as Option<V>[]}
      optionRender={optionLine}
    />
  )
}
