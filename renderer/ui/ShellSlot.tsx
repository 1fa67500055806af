import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useShellSlots } from './drawers.ts'

/** Puts a page's own controls into the middle of the top bar (the board's date block). */
export function TopBarSlot({ children }: { children: ReactNode }) {
  const { topBar } = useShellSlots()
  return topBar === null ? null : createPortal(children, topBar)
}

/** Puts a page's own words into the left of the status bar (the board's legend). */
export function StatusBarSlot({ children }: { children: ReactNode }) {
  const { statusBar } = useShellSlots()
  return statusBar === null ? null : createPortal(children, statusBar)
}
