import { useEffect, useState, type ReactNode } from 'react'
import { useText } from './text.ts'

const WAIT_MS = 150
const widths = ['38%', '24%', '31%', '27%', '35%', '22%']

/** True once something has been waited for longer than 150 ms: quicker answers show nothing in between. */
export function useLate(waiting: boolean, ms = WAIT_MS): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!waiting) return undefined
    const timer = setTimeout(() => setLate(true), ms)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [waiting, ms])
  return waiting && late
}

/** Rows that will come; nothing for the first 150 ms. */
export function SkeletonRows({ rows = 8 }: { rows?: number }) {
  const { t } = useText()
  const late = useLate(true)
  if (!late) return null
  return (
    <div className="skeleton" role="status" aria-label={t('common.loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton-row">
          <div className="skeleton-bar" style={{ width: widths[row % widths.length] }} />
          <div className="skeleton-bar" style={{ width: widths[(row + 2) % widths.length], marginLeft: 'auto' }} />
        </div>
      ))}
    </div>
  )
}

/** Children once `ready`, skeleton rows before. */
export function Loading({ ready, rows, children }: { ready: boolean; rows?: number; children: ReactNode }) {
  if (ready) return children
  return <SkeletonRows {...(rows === undefined ? {} : { rows })} />
}
