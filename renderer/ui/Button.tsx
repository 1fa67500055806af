import type { MouseEvent, ReactNode, Ref } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { KeyHint } from './KeyHint.tsx'

export type ButtonProps = {
  children?: ReactNode
  kind?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'small' | 'normal' | 'large'
  icon?: IconName
  /** The key that does the same, shown beside the words. */
  keys?: string
  /** The name of a button that shows an icon alone. */
  label?: string
  /** Why it cannot be pressed now: it stays reachable, so that the reason can be read. */
  disabledReason?: string | null | undefined
  pending?: boolean
  wide?: boolean
  type?: 'button' | 'submit'
  onClick?: (event: MouseEvent<HTMLButtonElement>) => void
  className?: string
  ref?: Ref<HTMLButtonElement>
  'aria-expanded'?: boolean
  'aria-haspopup'?: 'menu' | 'dialog' | 'listbox'
  'aria-pressed'?: boolean
}

/** The product's button, drawn without antd so that the shell and the board need not wait for it. */
export function Button(props: ButtonProps) {
  const { children, kind = 'default', size = 'normal', icon, keys, label, disabledReason, pending, wide } = props
  const off = pending === true || (disabledReason !== null && disabledReason !== undefined)
  const classes = ['button', `button-${kind}`]
  if (size !== 'normal') classes.push(`button-${size}`)
  if (children === undefined) classes.push('button-icon')
  if (wide === true) classes.push('button-wide')
  if (props.className !== undefined) classes.push(props.className)
  return (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={classes.join(' ')}
      title={disabledReason ?? (children === undefined ? label : undefined)}
      aria-label={label}
      aria-disabled={off ? true : undefined}
      aria-busy={pending === true ? true : undefined}
      aria-expanded={props['aria-expanded']}
      aria-haspopup={props['aria-haspopup']}
      aria-pressed={props['aria-pressed']}
      onClick={(event) => {
        if (off) event.preventDefault()
        else props.onClick?.(event)
      }}
    >
      {icon === undefined ? null : <Icon name={icon} size={size === 'small' ? 14 : 16} />}
      {children}
      {keys === undefined ? null : <KeyHint keys={keys} />}
    </button>
  )
}
