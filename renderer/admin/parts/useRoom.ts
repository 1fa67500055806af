import { useEffect, useState } from 'react'

const RAIL_AND_PADDING = 112

/** Pixels a page has for its table beside the rail and, when open, the drawer: less important columns are left out where there is none. */
export function useRoom(drawerOpen: boolean): number {
  const [width, setWidth] = useState(window.innerWidth)
  useEffect(() => {
    const resize = () => setWidth(window.innerWidth)
    window.addEventListener('resize', resize)
    return () => window.removeEventListener('resize', resize)
  }, [])
  return width - RAIL_AND_PADDING - (drawerOpen ? Math.min(560, Math.max(440, width * 0.4)) : 0)
}
