import { useEffect, useRef, type ReactNode } from 'react'
import type { Refusal } from '../../../shared/refusals.ts'
import { useNames } from '../../api/names.ts'
import { RefusalList } from '../../ui/RefusalList.tsx'

/** The fields of a form on six columns. Refusals that belong to no field stand first; the first wrong field takes the focus. */
export function FormBody({
  refusals,
  rest,
  children,
}: {
  refusals: readonly Refusal[]
  rest: readonly Refusal[]
  children: ReactNode
}) {
  const body = useRef<HTMLDivElement>(null)
  const names = useNames()
  useEffect(() => {
    if (refusals.length === 0) return
    const wrong = body.current?.querySelector<HTMLElement>('[aria-invalid=true], .ant-select-status-error input')
    ;(wrong ?? body.current)?.focus()
    wrong?.scrollIntoView({ block: 'center' })
  }, [refusals])
  return (
    <div ref={body} className="admin-form" tabIndex={-1}>
      {rest.length === 0 ? null : (
        <div className="admin-wide">
          <RefusalList refusals={rest} names={names()} />
        </div>
      )}
      {children}
    </div>
  )
}

/** A titled part of a form; `aside` stands right of the title. */
export function FormPart({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className="admin-wide admin-part">
      <header className="admin-part-head">
        <h3 className="section-title">{title}</h3>
        {aside === undefined ? null : <span>{aside}</span>}
      </header>
      {children}
    </section>
  )
}
