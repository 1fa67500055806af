import { lazy, type ComponentType } from 'react'

/** Pages and drawers that only say which they are: the frame is tested without what it frames. */
export function plainPage(name: string) {
  const Plain: ComponentType = () => {
    if (window.location.hash.includes('break=')) throw new Error('broken on purpose')
    return <p>{`page ${name}`}</p>
  }
  return lazy(async () => ({ default: Plain }))
}

export function plainDrawer(name: string) {
  const Plain: ComponentType<Record<string, unknown>> = (props) => (
    <div role="dialog" aria-label={name}>
      {JSON.stringify({ ...props, close: undefined })}
    </div>
  )
  return lazy(async () => ({ default: Plain }))
}
