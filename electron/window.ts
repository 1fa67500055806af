import { BrowserWindow, screen } from 'electron'
import { START_PAGE } from './appProtocol.ts'
import { readWindowMemory, writeWindowMemory, type Rectangle, type WindowMemory } from './windowMemory.ts'

/** px: ui.md §2. The title bar is ours and as high as the page's top bar. */
const TITLE_BAR = 48
const MIN = { width: 1180, height: 720 }
const FIRST = { width: 1440, height: 900 }

export type Theme = { mode: 'light' | 'dark'; background: string; symbols: string }

/** Makes the one window. It is shown when its first picture is there, in the colour it was last closed with, so that nothing flashes. */
export function openWindow(files: { preload: string; memory: string }, developing: boolean): BrowserWindow {
  const memory = readWindowMemory(files.memory)
  const window = new BrowserWindow({
    ...FIRST,
    ...(memory.bounds !== null && isOnScreen(memory.bounds) ? memory.bounds : {}),
    minWidth: MIN.width,
    minHeight: MIN.height,
    show: false,
    backgroundColor: memory.background,
    autoHideMenuBar: true,
    titleBarStyle: 'hidden',
    titleBarOverlay: { color: memory.background, symbolColor: memory.symbols, height: TITLE_BAR },
    trafficLightPosition: { x: 16, y: 17 },
    webPreferences: {
      preload: files.preload,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: developing,
    },
  })
  window.setMenuBarVisibility(false)
  if (memory.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => {
    writeWindowMemory(files.memory, {
      ...readWindowMemory(files.memory),
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    })
  })
  void window.loadURL(START_PAGE)
  return window
}

/** Colours the caption buttons as the page is, and keeps the colours for the next start. */
export function colourWindow(window: BrowserWindow, theme: Theme, memoryFile: string): void {
  window.setBackgroundColor(theme.background)
  if (process.platform !== 'darwin') {
    window.setTitleBarOverlay({ color: theme.background, symbolColor: theme.symbols, height: TITLE_BAR })
  }
  const memory: WindowMemory = { ...readWindowMemory(memoryFile), background: theme.background, symbols: theme.symbols }
  writeWindowMemory(memoryFile, memory)
}

/** A screen may have gone since: what is remembered counts only while some of it can still be seen. */
function isOnScreen(bounds: Rectangle): boolean {
  return screen.getAllDisplays().some(({ workArea }) => {
    const wide = Math.min(bounds.x + bounds.width, workArea.x + workArea.width) - Math.max(bounds.x, workArea.x)
    const high = Math.min(bounds.y + bounds.height, workArea.y + workArea.height) - Math.max(bounds.y, workArea.y)
    return wide >= 200 && high >= 100
  })
}
