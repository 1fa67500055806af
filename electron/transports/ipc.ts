import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron'
import { z } from 'zod'
import type { CoreState } from '../../shared/bridge.ts'
import type { Change } from '../../shared/operations/index.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Reply } from '../../shared/result.ts'
import { isOurs } from '../appProtocol.ts'
import type { Answered, Channels } from '../channels.ts'
import type { Call } from '../core/coreTypes.ts'
import { isOperationName } from './operationNames.ts'

/** What the window's calls need of the rest of the main process. */
export type Desk = {
  /** The contents of our one window; null while there is none. */
  contents: () => WebContents | null
  call: (call: Call) => Promise<Answered<Reply<unknown>>>
  saveFile: (jobId: string, token: string | null) => Promise<boolean>
  setTheme: (theme: z.infer<typeof themeShape>) => void
}

const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const themeShape = z.strictObject({ mode: z.enum(['light', 'dark']), background: colour, symbols: colour })
const requestId = z.string().min(1).max(64)
const jobId = z.string().min(1).max(64)
const MAX_OPERATION = 64

const on = {
  call: 'hengtong:call',
  change: 'hengtong:change',
  coreState: 'hengtong:coreState',
  saveFile: 'hengtong:saveFile',
  setTheme: 'hengtong:setTheme',
} as const satisfies Channels

/** How main tells the window what happened. */
export type Teller = { change: (change: Change) => void; coreState: (state: CoreState) => void }

/**
 * The window's door to the core, and the only place that listens to it. It answers our own page in the main frame and nobody else, keeps the
 * session's token on this side of the bridge, and never throws across it.
 */
export function openDesk(ipc: Pick<IpcMain, 'handle' | 'on'>, desk: Desk): Teller {
  let token: string | null = null

  ipc.handle(on.call, async (event, operation: unknown, input: unknown, request: unknown) => {
    if (!isOurPage(event, desk.contents())) return refused(stranger(operation))
    if (typeof operation !== 'string' || !isOperationName(operation)) {
      return refused({ code: 'notFound', what: 'operation', id: nameOf(operation) })
    }
    const id = requestId.safeParse(request)
    if (!id.success) return refused({ code: 'badInput', path: 'requestId', why: 'badFormat' })
    try {
      const reply = await desk.call({ operation, input, requestId: id.data, token, door: 'desk' })
      return keepToken(operation, reply)
    } catch {
      return { ok: false, faultId: 'desk' } satisfies Reply<never>
    }
  })

  ipc.handle(on.saveFile, async (event, id: unknown) => {
    const job = jobId.safeParse(id)
    if (!isOurPage(event, desk.contents()) || !job.success) return false
    try {
      return await desk.saveFile(job.data, token)
    } catch {
      return false
    }
  })

  ipc.on(on.setTheme, (event, given: unknown) => {
    const parsed = themeShape.safeParse(given)
    if (isOurPage(event, desk.contents()) && parsed.success) desk.setTheme(parsed.data)
  })

  /** The page needs to know who is signed in, never by which secret. */
  function keepToken(operation: string, reply: Answered<Reply<unknown>>): Answered<Reply<unknown>> {
    if ('unreachable' in reply) return reply
    if (!reply.ok) {
      if (token !== null && 'refusals' in reply && reply.refusals.some(({ code }) => code === 'notSignedIn'))
        token = null
      return reply
    }
    if (operation === 'sessions.signOut') token = null
    const { value } = reply
    if (typeof value !== 'object' || value === null || !('token' in value)) return reply
    const { token: given, ...shown } = value
    if (operation === 'sessions.signIn' || operation === 'sessions.switch') token = String(given)
    return { ...reply, value: shown }
  }

  const tell = (channel: Channels[keyof Channels], value: unknown) => {
    const contents = desk.contents()
    if (contents !== null && !contents.isDestroyed()) contents.send(channel, value)
  }
  return {
    change: (change) => tell(on.change, change),
    coreState: (state) => tell(on.coreState, state),
  }
}

/** The sender is the main frame of our window and shows one of our pages. After a navigation there may be no frame at all. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents | null): boolean {
  const frame = event.senderFrame
  if (contents === null || frame === null || event.sender !== contents) return false
  return frame === contents.mainFrame && isOurs(frame.url)
}

function refused(refusal: Refusal): Reply<never> {
  return { ok: false, refusals: [refusal] }
}

function stranger(operation: unknown): Refusal {
  return { code: 'notAllowed', operation: nameOf(operation), role: null, needs: [] }
}

function nameOf(operation: unknown): string {
  return typeof operation === 'string' ? operation.slice(0, MAX_OPERATION) : ''
}
