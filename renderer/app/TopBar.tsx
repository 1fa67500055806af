import type { RefObject } from 'react'
import { Button } from '../ui/Button.tsx'
import { useText } from '../ui/text.ts'
import { Brand } from './Brand.tsx'
import { Search } from './search/Search.tsx'
import type { NewBooking } from './useNewBooking.ts'

/** The title bar: brand, what the page puts there, search, the one action. Its empty parts drag the window. */
export function TopBar({
  slot,
  search,
  newBooking,
  leading,
}: {
  slot: (element: HTMLElement | null) => void
  search: RefObject<HTMLInputElement | null>
  newBooking: NewBooking
  /** False where the page or the drawer has a primary button of its own: one a view (ui.md §13). */
  leading: boolean
}) {
  const { t } = useText()
  return (
    <header className="top-bar" aria-label={t('shell.topBar')}>
      <Brand />
      <div ref={slot} className="top-bar-slot" />
      <Search field={search} />
      <Button
        kind={leading ? 'primary' : 'default'}
        icon="plus"
        keys="N"
        className="top-bar-new"
        disabledReason={newBooking.disabledReason}
        onClick={newBooking.open}
      >
        {t('shell.newBooking')}
      </Button>
    </header>
  )
}
