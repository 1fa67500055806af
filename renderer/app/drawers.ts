import { lazy, type ComponentType, type LazyExoticComponent } from 'react'
import type { DrawerName, DrawerProps } from '../ui/drawers.ts'

/** Which component each drawer is. Fetched when first opened. */
export const drawers: { [N in DrawerName]: LazyExoticComponent<ComponentType<DrawerProps<N>>> } = {
  newBooking: lazy(() => import('../bookings/NewBookingDrawer.tsx')),
  booking: lazy(() => import('../bookings/BookingDrawer.tsx')),
  newOutage: lazy(() => import('../bookings/NewOutageDrawer.tsx')),
  outage: lazy(() => import('../bookings/OutageDrawer.tsx')),
}
