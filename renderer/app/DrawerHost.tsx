import { lazy, Suspense, type ComponentType } from 'react'
import { closeDrawer, useOpenDrawer, type DrawerRequest } from '../ui/drawers.ts'
import { SkeletonRows } from '../ui/Skeleton.tsx'
import { drawers } from './drawers.ts'
import { ErrorBoundary } from './ErrorBoundary.tsx'

const AntdScope = lazy(() => import('../ui/AntdScope.tsx'))

const keys = new WeakMap<DrawerRequest, number>()
let asked = 0

/** A new request is a new form, even for the same drawer. */
function keyOf(request: DrawerRequest): number {
  const known = keys.get(request)
  if (known !== undefined) return known
  asked += 1
  keys.set(request, asked)
  return asked
}

/** The drawer that is open, beside the page; fetched when first opened. */
export function DrawerHost() {
  const request = useOpenDrawer()
  if (request === null) return null
  const { drawer, ...rest } = request
  // Each drawer takes exactly the rest of its own request: drawers.ts is typed by the same names.
  const Content = drawers[drawer] as unknown as ComponentType<Record<string, unknown>>
  return (
    <div className="shell-drawer">
      <ErrorBoundary key={keyOf(request)}>
        <Suspense
          fallback={
            <div className="drawer">
              <SkeletonRows rows={6} />
            </div>
          }
        >
          <AntdScope>
            <Content {...rest} close={closeDrawer} />
          </AntdScope>
        </Suspense>
      </ErrorBoundary>
    </div>
  )
}
