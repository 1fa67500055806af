import { useEffect, useId, useRef, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Button } from './Button.tsx'
import { useText } from './text.ts'
import { tabStops, useFocusTrap } from './useFocusTrap.ts'
import { useShortcuts } from './useShortcuts.ts'
import './dialog.css'

/** A question or a sheet over everything: the focus stays inside, Esc closes, and the focus goes back to where it was. */
export function Dialog({
  title,
  foot,
  wide = false,
  children,
  onClose,
}: {
  title: string
  foot?: ReactNode
  wide?: boolean
  children: ReactNode
  onClose: () => void
}) {
  const { t } = useText()
  const titleId = useId()
  const frame = useRef<HTMLDivElement>(null)
  const body = useRef<HTMLDivElement>(null)
  useShortcuts({ Escape: onClose }, { modal: true })
  useFocusTrap(frame)
  useEffect(() => {
    const back = document.activeElement
    const first =
      body.current?.querySelector<HTMLElement>(tabStops) ?? frame.current?.querySelector<HTMLElement>(tabStops)
    first?.focus()
    return () => {
      if (back instanceof HTMLElement && back.isConnected) back.focus()
    }
  }, [])
  return createPortal(
    <div
      className="dialog-mask"
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
    >
      <div
        ref={frame}
        className={wide ? 'dialog dialog-wide' : 'dialog'}
        role="dialog"
        aria-modal
        aria-labelledby={titleId}
        tabIndex={-1}
      >
        <div className="dialog-head">
          <h2 id={titleId}>{title}</h2>
          <Button kind="quiet" icon="close" label={t('common.close')} onClick={onClose} />
        </div>
        <div ref={body} className="dialog-body">
          {children}
        </div>
        {foot === undefined ? null : <div className="dialog-foot">{foot}</div>}
      </div>
    </div>,
    document.body,
  )
}
