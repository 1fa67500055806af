import type { Change } from './operations/index.ts'
import type { Reply } from './result.ts'

/** How the core behind the page is: `restarting` after it died, `unreachable` when nothing answers. */
export type CoreState = 'ready' | 'restarting' | 'unreachable'

/** What the preload puts on `window.hengtong`: the whole of what a desk page can reach outside itself. */
export type Bridge = {
  call: (operation: string, input: unknown, requestId: string) => Promise<Reply<unknown>>
  onChange: (listener: (change: Change) => void) => () => void
  onCoreState?: (listener: (state: CoreState) => void) => () => void
  /** Asks where to put the file of a finished job and copies it there; false when the person thought better of it. */
  saveFile?: (jobId: string) => Promise<boolean>
  /** Tells the window to colour its caption buttons as the page is. */
  setTheme?: (theme: { mode: 'light' | 'dark'; background: string; symbols: string }) => void
}
