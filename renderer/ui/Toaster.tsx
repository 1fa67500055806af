import { useEffect, useRef, useState } from 'react'
import { Icon, type IconName } from './icons.tsx'
import { KeyHint } from './KeyHint.tsx'
import { useText } from './text.ts'
import { closeToast, useToasts, type Toast, type ToastTone } from './toasts.ts'

const marks: Record<ToastTone, IconName> = { done: 'check', info: 'info', failed: 'triangle' }

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useText()
  const [paused, setPaused] = useState(false)
  const left = useRef(toast.stays)
  useEffect(() => {
    if (paused) return undefined
    const from = performance.now()
    const timer = setTimeout(() => closeToast(toast.id), left.current)
    return () => {
      clearTimeout(timer)
      left.current -= performance.now() - from
    }
  }, [paused, toast.id])
  const { action } = toast
  return (
    // Pointer and focus only stop its clock; what can be done is in its buttons.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={paused ? 'toast toast-paused' : 'toast'}
      role="status"
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
    >
      <Icon name={marks[toast.tone]} {...(toast.tone === 'failed' ? { className: 'toast-mark-failed' } : {})} />
      <span className="toast-text">{toast.text}</span>
      {action === null ? null : (
        <button
          type="button"
          className="toast-action"
          onClick={() => {
            closeToast(toast.id)
            action.run()
          }}
        >
          <Icon name="undo" size={14} />
          {action.label}
          {action.key === undefined ? null : <KeyHint keys={action.key} />}
        </button>
      )}
      <button
        type="button"
        className="toast-close"
        aria-label={t('common.closeNotice')}
        onClick={() => closeToast(toast.id)}
      >
        <Icon name="close" size={14} />
      </button>
      <span className="toast-progress" style={{ animationDuration: `${toast.stays}ms` }} />
    </div>
  )
}

/** The toasts at the bottom right, over the least used corner. Pointer or focus on one stops its clock. */
export function Toaster() {
  const toasts = useToasts()
  return (
    <div className="toasts">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </div>
  )
}
