import type { App, Session, WebContents } from 'electron'
import { isOurs, OUR_ORIGIN, START_PAGE } from './appProtocol.ts'

const MAX_ADDRESS = 2_000

/**
 * Whether an address may be given to another program of this computer: https and mailto in their plain forms, of reasonable length.
 * Everything else an operating system would open (files, shares, scripts, settings, diagnostic tools) is refused.
 */
export function mayOpenOutside(address: string): boolean {
  // Printable ASCII without what a shell or a parser could read as its own: `new URL` would quietly drop a tab or a line break.
  if (address.length > MAX_ADDRESS || !/^[\w.~:/?#@!$&'()*+,;=%[\]-]+$/.test(address)) return false
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return false
  }
  if (url.protocol === 'https:') {
    return (
      /^https:\/\/[a-z0-9]/i.test(address) && url.username === '' && url.password === '' && !address.includes('%00')
    )
  }
  // A mail with headers of its own could carry attachments or hidden recipients.
  return url.protocol === 'mailto:' && /^mailto:[\w.+-]+@[\w.-]+$/i.test(address)
}

/** Whether the network layer may fetch an address: our own files, what our page made itself, and the developer tools. */
export function mayLoad(address: string, developing: boolean): boolean {
  if (address.startsWith(`blob:${OUR_ORIGIN}/`)) return true
  if (address.startsWith('data:')) return true
  if (developing && address.startsWith('devtools://')) return true
  return isOurs(address)
}

/** A session of ours: no permission for anything, no network, no downloads but what our page made. */
export function lockSession(session: Session, developing: boolean): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}))
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, developing) }))
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith(`blob:${OUR_ORIGIN}/`)) event.preventDefault()
  })
}

/** Guards every contents there is or will be: it stays on our pages, opens no window and holds no webview. */
export function guardContents(app: App, askToOpen: (address: string) => void): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    const stay = (event: { preventDefault: () => void; url: string }) => {
      if (!isOurs(event.url)) event.preventDefault()
    }
    contents.on('will-navigate', stay)
    contents.on('will-frame-navigate', stay)
    contents.on('will-redirect', stay)
    // An address that cannot be read at all is asked of nobody: Chromium puts an empty page in its place. Ours comes back.
    contents.on('did-navigate', (_navigated, url) => {
      if (url.startsWith('about:blank#blocked')) void contents.loadURL(START_PAGE)
    })
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.setWindowOpenHandler(({ url }) => {
      if (mayOpenOutside(url)) askToOpen(url)
      return { action: 'deny' }
    })
  })
}

/** Switches that would let another program drive the window or read its memory; a shipped app does not start with them. */
export function isDriven(args: readonly string[]): boolean {
  return args.some((arg) => /^--(remote-debugging|inspect|js-flags|load-extension|disable-web-security)/.test(arg))
}
