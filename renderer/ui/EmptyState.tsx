import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

/** What stands where there is nothing: one line of fact, one of what next, at most two buttons. */
export function EmptyState({
  icon,
  title,
  hint,
  children,
}: {
  icon?: IconName
  title: string
  hint?: string
  children?: ReactNode
}) {
  return (
    <div className="empty" role="status">
      {icon === undefined ? null : <Icon name={icon} size={32} />}
      <p className="empty-title">{title}</p>
      {hint === undefined ? null : <p className="small">{hint}</p>}
      {children === undefined ? null : <div className="empty-actions">{children}</div>}
    </div>
  )
}
