import { useMemo, useRef, useState } from 'react'
import { usePerson } from '../api/session.ts'
import { useUndo } from '../api/useUndo.ts'
import { useUndoStack } from '../api/undoStack.ts'
import { ShellSlotsContext, useOpenDrawer } from '../ui/drawers.ts'
import { navigate, useRoute } from '../ui/router.ts'
import { showToast } from '../ui/toasts.ts'
import { useShortcuts, type Shortcuts } from '../ui/useShortcuts.ts'
import { useText } from '../ui/text.ts'
import { ChangeSecret } from './ChangeSecret.tsx'
import { CoreBars } from './CoreBars.tsx'
import { DrawerHost } from './DrawerHost.tsx'
import { Help } from './Help.tsx'
import { PageHost } from './PageHost.tsx'
import { Rail } from './Rail.tsx'
import { StatusBar } from './StatusBar.tsx'
import { TopBar } from './TopBar.tsx'
import { useIdleSignOut } from './useIdleSignOut.ts'
import { useNewBooking } from './useNewBooking.ts'
import { useVisiblePages } from './useVisiblePages.ts'
import './layers.css'

/** The frame in which every page lives: rail, top bar, page, drawer, status bar, and the keys that work everywhere. */
export function Shell({ onSwitch }: { onSwitch: () => void }) {
  const { t } = useText()
  const person = usePerson()
  const route = useRoute()
  const pages = useVisiblePages()
  const undo = useUndo()
  const undoable = useUndoStack().length > 0
  const newBooking = useNewBooking()
  const [topBar, setTopBar] = useState<HTMLElement | null>(null)
  const [statusBar, setStatusBar] = useState<HTMLElement | null>(null)
  const [layer, setLayer] = useState<'help' | 'secret' | null>(null)
  const content = useRef<HTMLElement>(null)
  const search = useRef<HTMLInputElement>(null)
  const slots = useMemo(() => ({ topBar, statusBar }), [topBar, statusBar])
  useIdleSignOut()

  const find = () => {
    search.current?.focus()
    search.current?.select()
  }
  const shortcuts: Shortcuts = {
    '/': find,
    'Mod+k': find,
    '?': () => setLayer('help'),
    n: newBooking.open,
    'Mod+z': () => {
      if (undoable) void undo()
      else showToast(t('shell.nothingToUndo'), { tone: 'info' })
    },
  }
  pages
    .filter((page) => page.rail === 'top')
    .slice(0, 9)
    .forEach((page, index) => {
      shortcuts[`Alt+${index + 1}`] = () => navigate(page.name)
    })
  useShortcuts(shortcuts)

  const drawerOpen = useOpenDrawer() !== null
  const page = route.page === '' ? (pages[0]?.name ?? '') : route.page
  const leading = page === 'board' && !drawerOpen
  return (
    <ShellSlotsContext value={slots}>
      <div className="shell">
        <a
          className="skip-link"
          href="#content"
          onClick={(event) => {
            event.preventDefault()
            content.current?.focus()
          }}
        >
          {t('shell.skipToContent')}
        </a>
        <Rail
          pages={pages}
          current={page}
          person={person}
          onSwitch={onSwitch}
          onChangeSecret={() => setLayer('secret')}
          onHelp={() => setLayer('help')}
        />
        <TopBar slot={setTopBar} search={search} newBooking={newBooking} leading={leading} />
        <CoreBars />
        <main ref={content} id="content" className="shell-content" tabIndex={-1}>
          <PageHost name={page} pages={pages} />
        </main>
        <DrawerHost />
        <StatusBar slot={setStatusBar} />
      </div>
      {layer === 'help' ? <Help pages={pages} onClose={() => setLayer(null)} /> : null}
      {layer === 'secret' ? <ChangeSecret onClose={() => setLayer(null)} /> : null}
    </ShellSlotsContext>
  )
}
