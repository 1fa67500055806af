import { useCallback, useRef } from 'react'
import { replaceParams, useRoute } from '../../ui/router.ts'

export type Selected = {
  /** The id in the address, `new` for one that is being made, null when nothing is open. */
  id: string | null
  open: (id: string) => void
  close: () => void
}

/** What is open beside the page, kept in the address under a name (`?person=ID`). Closing gives the focus back. */
export function useSelected(name: string): Selected {
  const { params } = useRoute()
  const opener = useRef<HTMLElement | null>(null)
  const open = useCallback(
    (id: string) => {
      const from = document.activeElement
      if (from instanceof HTMLElement && from.closest('.drawer') === null) opener.current = from
      replaceParams({ [name]: id })
    },
    [name],
  )
  const close = useCallback(() => {
    replaceParams({ [name]: null })
    const back = opener.current
    opener.current = null
    if (back?.isConnected === true) back.focus()
  }, [name])
  return { id: params[name] ?? null, open, close }
}
