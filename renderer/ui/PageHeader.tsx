import type { ReactNode } from 'react'
import { TopBarSlot } from './ShellSlot.tsx'

/** A page's name and one quiet line about it, shown in the top bar; `children` are the page's own tools, in a bar on the page. */
export function PageHeader({ title, note, children }: { title: string; note?: string; children?: ReactNode }) {
  return (
    <>
      <TopBarSlot>
        <div className="page-title">
          <h1>{title}</h1>
          {note === undefined ? null : <span>{note}</span>}
        </div>
      </TopBarSlot>
      {children === undefined ? null : <div className="page-bar">{children}</div>}
    </>
  )
}
