import { useCentre, useMay } from '../api/session.ts'
import { openNewBooking } from '../ui/drawers.ts'
import { useText } from '../ui/text.ts'

/** The one action of the top bar: what runs it, and why it cannot be run now. */
export type NewBooking = { open: () => void; disabledReason: string | null }

/** 新建预约 for the button and the key N. */
export function useNewBooking(): NewBooking {
  const { t } = useText()
  const may = useMay()
  const { readOnly } = useCentre()
  const disabledReason = readOnly ? t('shell.readOnlyBar') : may('bookings.create') ? null : t('shell.mayNotBook')
  return {
    open: () => {
      if (disabledReason === null) openNewBooking()
    },
    disabledReason,
  }
}
