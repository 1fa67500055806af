import type { Bridge, CoreState } from '../../shared/bridge.ts'
import type { Change, Input, OperationName, ReplyTo } from '../../shared/operations/index.ts'
import type { Reply } from '../../shared/result.ts'

/** A reply, or no answer at all: the core is restarting, the line is down. */
export type Sent<R> = R | { ok: false; unreachable: true }

/** What arrives from the change stream. `reset`: what was missed is no longer known, ask for everything again. */
export type ChangeNews = Change | 'reset'

/** The page's only way to the core, over Electron's bridge or over HTTP. */
export type Connection = {
  send: <N extends OperationName>(name: N, input: Input<N>, requestId: string) => Promise<Sent<ReplyTo<N>>>
  onChange: (listener: (news: ChangeNews) => void) => () => void
  coreState: () => CoreState
  onCoreState: (listener: (state: CoreState) => void) => () => void
  /** Opens the change stream from journal number `after` on; needed over HTTP once someone has signed in. */
  openChanges: (after: number) => void
  closeChanges: () => void
  door: 'desk' | 'http'
}

type Emitter<T> = { emit: (value: T) => void; on: (listener: (value: T) => void) => () => void }

function emitter<T>(): Emitter<T> {
  const listeners = new Set<(value: T) => void>()
  return {
    emit: (value) => {
      for (const listener of listeners) listener(value)
    },
    on: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The desk window: calls go through the preload's bridge; changes and the core's state are pushed by the main process. */
export function bridgeConnection(bridge: Bridge): Connection {
  const states = emitter<CoreState>()
  let state: CoreState = 'ready'
  const become = (next: CoreState) => {
    if (next === state) return
    state = next
    states.emit(next)
  }
  bridge.onCoreState?.(become)
  return {
    door: 'desk',
    async send(name, input, requestId) {
      try {
        return (await bridge.call(name, input, requestId)) as never
      } catch {
        return { ok: false, unreachable: true }
      }
    },
    onChange: (listener) => bridge.onChange(listener),
    coreState: () => state,
    onCoreState: states.on,
    openChanges: () => {},
    closeChanges: () => {},
  }
}

const RECONNECT_MS = 2000
/** A stream that comes back within this time is not worth a word. */
const GRACE_MS = 1200

/** A browser at the portal: POST for operations, server-sent events for changes. */
export function httpConnection(base = ''): Connection {
  const changes = emitter<ChangeNews>()
  const states = emitter<CoreState>()
  let state: CoreState = 'ready'
  let stream: EventSource | null = null
  let last = 0
  let grace: ReturnType<typeof setTimeout> | undefined
  let again: ReturnType<typeof setTimeout> | undefined

  const become = (next: CoreState) => {
    clearTimeout(grace)
    if (next === state) return
    state = next
    states.emit(next)
  }
  const lost = () => {
    clearTimeout(grace)
    grace = setTimeout(() => become('unreachable'), GRACE_MS)
  }

  const open = () => {
    clearTimeout(again)
    stream?.close()
    const source = new EventSource(`${base}/api/changes?after=${last}`)
    stream = source
    source.addEventListener('open', () => become('ready'))
    source.addEventListener('message', (event: MessageEvent<string>) => {
      const change = JSON.parse(event.data) as Change
      last = Math.max(last, change.seq)
      changes.emit(change)
    })
    source.addEventListener('reset', (event) => {
      last = Math.max(last, (JSON.parse((event as MessageEvent<string>).data) as { seq: number }).seq)
      changes.emit('reset')
    })
    source.addEventListener('error', () => {
      lost()
      // CLOSED: the browser has given up (an HTTP error); CONNECTING: it tries again by itself.
      if (source.readyState === EventSource.CLOSED && stream === source) again = setTimeout(open, RECONNECT_MS)
    })
  }

  return {
    door: 'http',
    async send(name, input, requestId) {
      try {
        const response = await fetch(`${base}/api/op/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ input, requestId }),
        })
        const reply = (await response.json()) as Reply<unknown>
        if (stream === null) become('ready')
        return reply as never
      } catch {
        lost()
        return { ok: false, unreachable: true }
      }
    },
    onChange: changes.on,
    coreState: () => state,
    onCoreState: states.on,
    openChanges(after) {
      if (stream !== null) return
      last = Math.max(last, after)
      open()
    },
    closeChanges() {
      clearTimeout(again)
      clearTimeout(grace)
      stream?.close()
      stream = null
    },
  }
}

declare global {
  interface Window {
    hengtong?: Bridge
  }
}

/** The connection of this page: the bridge where the preload has put one, HTTP otherwise. */
export function connect(): Connection {
  return window.hengtong === undefined ? httpConnection() : bridgeConnection(window.hengtong)
}
