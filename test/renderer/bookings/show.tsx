import { cleanup, render } from '@testing-library/react'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import BookingDrawer from '../../../renderer/bookings/BookingDrawer.tsx'
import NewBookingDrawer from '../../../renderer/bookings/NewBookingDrawer.tsx'
import NewOutageDrawer from '../../../renderer/bookings/NewOutageDrawer.tsx'
import OutageDrawer from '../../../renderer/bookings/OutageDrawer.tsx'
import { dropDrafts } from '../../../renderer/ui/drafts.ts'
import { closeDrawer, openDrawer, useOpenDrawer } from '../../../renderer/ui/drawers.ts'
import { Toaster } from '../../../renderer/ui/Toaster.tsx'
import { closeToast } from '../../../renderer/ui/toasts.ts'
import { startText } from '../../../renderer/ui/text.ts'
import type { FakeDesk } from './fakeDesk.ts'
import type { ReactNode } from 'react'

/** The drawer that is open, as the shell shows it. */
function OpenDrawer() {
  const request = useOpenDrawer()
  switch (request?.drawer) {
    case 'newBooking':
      return <NewBookingDrawer {...request} close={closeDrawer} />
    case 'booking':
      return <BookingDrawer {...request} close={closeDrawer} />
    case 'newOutage':
      return <NewOutageDrawer {...request} close={closeDrawer} />
    case 'outage':
      return <OutageDrawer {...request} close={closeDrawer} />
    default:
      return null
  }
}

/** A page (or nothing) with the drawers and toasts of the shell around it. */
export function show(desk: FakeDesk, page: ReactNode = null) {
  return render(
    <ApiProvider client={desk.client}>
      {page}
      <OpenDrawer />
      <Toaster />
    </ApiProvider>,
  )
}

/** What jsdom lacks, and a clean start. */
export function begin(): void {
  startText('zh')
  Element.prototype.scrollIntoView = () => {}
  window.matchMedia ??= (media) =>
    ({
      media,
      matches: false,
      addListener() {},
      removeListener() {},
      addEventListener() {},
      removeEventListener() {},
    }) as unknown as MediaQueryList
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
}

/** Nothing of a test is left for the next one. */
export function end(): void {
  closeDrawer()
  cleanup()
  closeToast()
  dropDrafts()
  window.location.hash = ''
}

export { openDrawer }
