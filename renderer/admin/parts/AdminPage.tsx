import type { ReactNode } from 'react'
import type { ReadState } from '../../api/useRead.ts'
import { explain } from '../../../shared/text/explain.ts'
import { useNames } from '../../api/names.ts'
import { ErrorPanel } from '../../ui/ErrorPanel.tsx'
import { SkeletonRows } from '../../ui/Skeleton.tsx'
import { useText } from '../../ui/text.ts'
import '../admin.css'

/** A page with what is open beside it: the page scrolls, the drawer stays. */
export function AdminPage({ drawer, children }: { drawer?: ReactNode; children: ReactNode }) {
  return (
    <div className="admin">
      <div className="page admin-main">{children}</div>
      {drawer}
    </div>
  )
}

/** Skeleton rows, or why it could not be read, until there is a value. */
export function Reading<T>({
  state,
  what,
  children,
}: {
  state: ReadState<T>
  what: string
  children: (value: T) => ReactNode
}) {
  const { language } = useText()
  const names = useNames()
  const { value, failure } = state
  if (value !== undefined) return children(value)
  if (failure === null) return <SkeletonRows rows={10} />
  return (
    <ErrorPanel
      what={what}
      reasons={failure.kind === 'refused' ? failure.refusals.map((each) => explain(each, language, names())) : []}
      faultId={failure.kind === 'fault' ? failure.faultId : undefined}
      onRetry={state.retry}
    />
  )
}
