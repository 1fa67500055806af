import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { useText } from './text.ts'
import { useShortcuts } from './useShortcuts.ts'

const focusable = 'input:not([type=hidden]):not([disabled]),select,textarea,button,[tabindex]:not([tabindex="-1"])'

/**
 * The frame of a drawer: title and state, a body that scrolls, a foot that does not. No mask: the page beside it stays alive.
 * Opening moves the focus to the first field; Esc closes, and closeDrawer() gives the focus back.
 * `quiet` stands left in the foot, `primary` right.
 */
export function Drawer({
  title,
  state,
  quiet,
  primary,
  children,
  onClose,
}: {
  title: string
  state?: ReactNode
  quiet?: ReactNode
  primary?: ReactNode
  children: ReactNode
  onClose: () => void
}) {
  const { t } = useText()
  const titleId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (frame.current?.contains(document.activeElement) === true) return
    const first = body.current?.querySelector<HTMLElement>(focusable) ?? frame.current
    first?.focus({ preventScroll: true })
  }, [])
  useShortcuts({ Escape: onClose })
  return (
    <div ref={frame} className="drawer" role="dialog" aria-labelledby={titleId} tabIndex={-1}>
      <div className="drawer-head">
        <h2 id={titleId} className="drawer-title">
          {title}
        </h2>
        {state}
        <Button className="drawer-close" kind="quiet" icon="close" label={t('common.close')} onClick={onClose} />
      </div>
      <div ref={body} className="drawer-body">
        {children}
      </div>
      {quiet === undefined && primary === undefined ? null : (
        <div className="drawer-foot">
          <div className="drawer-foot-quiet">{quiet}</div>
          {primary}
        </div>
      )}
    </div>
  )
}
