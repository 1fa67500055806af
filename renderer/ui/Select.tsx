import { Select as AntdSelect, type SelectProps } from 'antd'
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from './icons.tsx'
import { useText } from './text.ts'

type DefaultOption = { value: string; label: ReactNode }

// The button around it is antd's own; the field has its key for it, and is one stop of Tab.
function ClearMark() {
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    mark.current?.closest('button')?.setAttribute('tabindex', '-1')
  }, [])
  return (
    <span ref={mark} className="select-clear">
      <Icon name="close" />
    </span>
  )
}

/** antd's Select as one stop of Tab: its clear button has words and is for the pointer, Delete or Backspace clears from the keyboard. */
export function Select<V, O extends object = DefaultOption>({
  allowClear,
  ...props
}: SelectProps<V, O> & { allowClear?: boolean }) {
  const { t } = useText()
  const { mode, onChange, onKeyDown } = props
  const clears = allowClear === true && mode === undefined
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    onKeyDown?.(event)
    if (!clears || !['Delete', 'Backspace'].includes(event.key) || props.value === null) return
    if (event.target instanceof HTMLInputElement && event.target.value !== '') return
    // What antd answers when its own clear button is pressed.
    onChange?.(undefined as V, undefined)
  }
  return (
    <AntdSelect<V, O>
      {...props}
      onKeyDown={key}
      allowClear={allowClear === true ? { clearIcon: <ClearMark />, label: t('common.clear') } : false}
    />
  )
}
