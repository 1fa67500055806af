import { app, ipcMain, protocol, utilityProcess, type BrowserWindow } from 'electron'
import { join } from 'node:path'
import { respond, SCHEME } from './appProtocol.ts'
import { coreIsNode, startCore } from './coreChild.ts'
import { coreProcess, type CoreProcess } from './coreProcess.ts'
import { chooseFolders } from './dataFolder.ts'
import { askAfterFailures, askAfterRefusal, askToOpen } from './dialogs.ts'
import { setMenu } from './menu.ts'
import { saveFileAs } from './saveFile.ts'
import { guardContents, isDriven, lockSession } from './security.ts'
import { openDesk } from './transports/ipc.ts'
import { colourWindow, openWindow } from './window.ts'

// Electron's composition root: what there is, in the order it must be made. Everything with a decision in it lies in the files above.
const developing = !app.isPackaged
const here = import.meta.dirname
const userDataDir = app.commandLine.getSwitchValue('user-data-dir') || null
const folders = chooseFolders(process.argv.slice(1), process.env['HENGTONG_DATA'], app.getPath('appData'), userDataDir)
const memoryFile = join(folders.window, 'window.json')

let window: BrowserWindow | null = null
let core: CoreProcess | null = null
let asking = false

app.setPath('userData', folders.window)
// Chromium has no sandbox for root (containers, test machines); only there may it be left out, and only when asked to be.
if (!(process.getuid?.() === 0 && app.commandLine.hasSwitch('no-sandbox'))) app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if ((app.isPackaged && isDriven(process.argv)) || !app.requestSingleInstanceLock()) {
  app.quit()
} else {
  guardContents(app, (address) => void askToOpen(window, address))
  app.on('session-created', (created) => lockSession(created, developing))
  app.on('second-instance', showWindow)
  app.on('activate', showWindow)
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', closeCoreFirst)
  // A core that needs nothing of Electron starts while Chromium does.
  if (coreIsNode()) beginCore()
  void app.whenReady().then(begin)
}

function begin() {
  protocol.handle(SCHEME, (request) => respond(join(here, 'renderer'), request.method, request.url))
  setMenu(app.getLocale().startsWith('zh') ? 'zh' : 'en', developing)
  beginCore()
  showWindow()
}

function beginCore() {
  if (core !== null) return
  const teller = openDesk(ipcMain, {
    contents: () => window?.webContents ?? null,
    call: async (call) => (await core?.call(call)) ?? { ok: false, unreachable: true },
    saveFile,
    setTheme: (theme) => window !== null && colourWindow(window, theme, memoryFile),
  })
  const files = {
    script: join(here, 'core.cjs'),
    nodes: [join(process.resourcesPath, 'node'), join(here, '../node_modules/node/bin')],
    folder: folders.data,
    version: app.getVersion(),
    environment: process.env,
  }
  core = coreProcess(() => startCore(files, (script, args, options) => utilityProcess.fork(script, args, options)), {
    change: teller.change,
    state: teller.coreState,
    refused: (refusals) => void retryOrQuit(() => askAfterRefusal(window, refusals)),
    failing: () => void retryOrQuit(() => askAfterFailures(window)),
  })
}

function showWindow() {
  if (window === null) {
    if (core === null || !app.isReady()) return
    window = openWindow({ preload: join(here, 'preload.cjs'), memory: memoryFile }, developing)
    window.on('closed', () => (window = null))
    return
  }
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

async function retryOrQuit(ask: () => Promise<boolean>) {
  if (asking) return
  asking = true
  await app.whenReady()
  const again = await ask()
  asking = false
  if (again) core?.restart()
  else app.quit()
}

async function saveFile(jobId: string, token: string | null): Promise<boolean> {
  const file = (await core?.file(jobId, token)) ?? null
  if (file === null || 'unreachable' in file || window === null) return false
  return saveFileAs(window, app.getPath('documents'), file)
}

/** Quitting waits until the core has closed the database; then it quits for good. */
function closeCoreFirst(event: { preventDefault: () => void }) {
  if (core === null) return
  event.preventDefault()
  const closing = core
  core = null
  void closing.close().finally(() => app.quit())
}
