import { useEffect, useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import { isComposing } from './ime.ts'

export type PopupSide = 'below' | 'above' | 'right'
const GAP = 4
const EDGE = 8

function place(anchor: DOMRect, box: DOMRect, side: PopupSide, align: 'start' | 'end'): { left: number; top: number } {
  const wide = window.innerWidth - EDGE
  const high = window.innerHeight - EDGE
  let left = align === 'start' ? anchor.left : anchor.right - box.width
  let top = side === 'above' ? anchor.top - GAP - box.height : anchor.bottom + GAP
  if (side === 'right') {
    left = anchor.right + GAP
    top = anchor.bottom - box.height
  } else if (side === 'below' && top + box.height > high && anchor.top - GAP - box.height > EDGE) {
    top = anchor.top - GAP - box.height
  }
  return {
    left: Math.max(EDGE, Math.min(left, wide - box.width)),
    top: Math.max(EDGE, Math.min(top, high - box.height)),
  }
}

/** A floating layer beside its anchor. Closes on Esc (focus returns to the anchor), on a press elsewhere and on resize. */
export function Popup({
  anchor,
  side = 'below',
  align = 'start',
  matchWidth = false,
  onClose,
  className,
  children,
}: {
  anchor: RefObject<HTMLElement | null>
  side?: PopupSide
  align?: 'start' | 'end'
  matchWidth?: boolean
  onClose: () => void
  className?: string
  children: ReactNode
}) {
  const box = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState<{ left: number; top: number; minWidth?: number } | null>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useLayoutEffect(() => {
    if (anchor.current === null || box.current === null) return
    const from = anchor.current.getBoundingClientRect()
    if (matchWidth) box.current.style.minWidth = `${from.width}px`
    const where = place(from, box.current.getBoundingClientRect(), side, align)
    setAt(matchWidth ? { ...where, minWidth: from.width } : where)
  }, [anchor, side, align, matchWidth])
  useEffect(() => {
    const press = (event: PointerEvent) => {
      const target = event.target as Node
      if (box.current?.contains(target) === true || anchor.current?.contains(target) === true) return
      close.current()
    }
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || isComposing(event)) return
      event.preventDefault()
      event.stopPropagation()
      close.current()
      anchor.current?.focus()
    }
    const resize = () => close.current()
    document.addEventListener('pointerdown', press, true)
    document.addEventListener('keydown', key, true)
    window.addEventListener('resize', resize)
    return () => {
      document.removeEventListener('pointerdown', press, true)
      document.removeEventListener('keydown', key, true)
      window.removeEventListener('resize', resize)
    }
  }, [anchor])
  return createPortal(
    <div
      ref={box}
      className={className === undefined ? 'popup' : `popup ${className}`}
      style={at === null ? { opacity: 0, left: 0, top: 0 } : at}
    >
      {children}
    </div>,
    document.body,
  )
}
