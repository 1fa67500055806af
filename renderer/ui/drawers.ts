import { createContext, useContext, useEffect, useSyncExternalStore } from 'react'
import type { BookingRequest } from '../../shared/operations/bookings.ts'
import type { Outage } from '../../shared/operations/outages.ts'

/** A booking that is still being written. */
export type BookingDraft = Partial<BookingRequest>
export type OutageDraft = Partial<Pick<Outage, 'resourceId' | 'kind' | 'reason' | 'start' | 'end'>>

/** The drawers that any page may ask for. app/drawers.ts knows which component each one is. */
export type DrawerRequest =
  | { drawer: 'newBooking'; draft: BookingDraft }
  | { drawer: 'booking'; id: string }
  | { drawer: 'newOutage'; draft: OutageDraft }
  | { drawer: 'outage'; id: string }
export type DrawerName = DrawerRequest['drawer']
/** What the component of a drawer gets. */
export type DrawerProps<N extends DrawerName> = Omit<Extract<DrawerRequest, { drawer: N }>, 'drawer'> & {
  close: () => void
}

let open: DrawerRequest | null = null
let opener: HTMLElement | null = null
const listeners = new Set<() => void>()

function become(next: DrawerRequest | null): void {
  open = next
  for (const listener of listeners) listener()
}

/** Opens a drawer beside the page; one at a time, a new one takes the place of the old. */
export function openDrawer(request: DrawerRequest): void {
  if (open === null && document.activeElement instanceof HTMLElement) opener = document.activeElement
  become(request)
}

/** Closes the drawer and gives the focus back to where it was opened from. */
export function closeDrawer(): void {
  if (open === null) return
  become(null)
  const back = opener
  opener = null
  if (back?.isConnected === true) back.focus()
}

/** The drawer that is open, for the shell and for the board (which keeps the slot visible beside it). */
export function useOpenDrawer(): DrawerRequest | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}

/** Where 新建预约 finds what the page would start with: the day on show, the cursor, the selected row. */
export const newBookingDefaults: { current: (() => BookingDraft) | null } = { current: null }

/** A page offers the start of a new booking for the button in the top bar and the key N. */
export function useNewBookingDefaults(defaults: () => BookingDraft): void {
  useEffect(() => {
    newBookingDefaults.current = defaults
    return () => {
      if (newBookingDefaults.current === defaults) newBookingDefaults.current = null
    }
  }, [defaults])
}

/** Opens the form of a new booking with what the page offers. */
export function openNewBooking(): void {
  openDrawer({ drawer: 'newBooking', draft: newBookingDefaults.current?.() ?? {} })
}

/** Elements of the shell that pages fill: the middle of the top bar, the left of the status bar. */
export type ShellSlots = { topBar: HTMLElement | null; statusBar: HTMLElement | null }
export const ShellSlotsContext = createContext<ShellSlots>({ topBar: null, statusBar: null })

/** The shell's slots; outside the shell (tests) they are null and nothing is drawn there. */
export function useShellSlots(): ShellSlots {
  return useContext(ShellSlotsContext)
}
