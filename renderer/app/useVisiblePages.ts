import { useMemo } from 'react'
import { useMay, usePerson } from '../api/session.ts'
import { pages, type Page } from './pages.ts'

/** The pages that the person here may open, in the order of the rail. */
export function useVisiblePages(): readonly Page[] {
  const may = useMay()
  const role = usePerson()?.role
  // oxlint-disable-next-line react/exhaustive-deps -- what one may depends on the role alone
  return useMemo(() => pages.filter((page) => may(page.needs)), [role])
}
