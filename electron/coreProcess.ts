import type { CoreState } from '../shared/bridge.ts'
import type { Change } from '../shared/operations/index.ts'
import type { Refusal } from '../shared/refusals.ts'
import type { Reply } from '../shared/result.ts'
import type { Call } from './core/coreTypes.ts'
import type { FromCore, JobFile, ToCore } from './coreMessages.ts'

/** A started process, whatever it is made of. */
export type Child = {
  say: (message: ToCore) => void
  onMessage: (listener: (message: FromCore) => void) => void
  onExit: (listener: () => void) => void
  kill: () => void
}

/** What comes back when no core answered: the page keeps what it had and asks again with the same requestId. */
export type Unreachable = { ok: false; unreachable: true }
const unreachable: Unreachable = { ok: false, unreachable: true }

export type CoreProcess = {
  call: (call: Call) => Promise<Reply<unknown> | Unreachable>
  file: (jobId: string, token: string | null) => Promise<JobFile | null | Unreachable>
  state: () => CoreState
  /** Starts again now, after a refusal or while waiting for the next try. */
  restart: () => void
  /** Ends the core: asks, waits up to 5 s, then kills. Resolves when nothing runs any more. */
  close: () => Promise<void>
}

export type CoreListener = {
  change: (change: Change) => void
  state: (state: CoreState) => void
  /** The core did not open its folder, and why. It is not tried again until `restart`. */
  refused: (refusals: Refusal[]) => void
  /** It died several times in a row without ever being ready. Tries go on. */
  failing: () => void
}

/** Milliseconds. `waits`: before the 1st, 2nd … restart in a row. */
export type CoreTimes = { waits: readonly number[]; patience: number; closing: number }
const usual: CoreTimes = { waits: [100, 500, 2_000, 5_000, 10_000], patience: 8_000, closing: 5_000 }
const FAILING_AFTER = 3

type Pending = { resolve: (answer: never) => void }

/** Keeps one core running: relays calls and changes, starts it again when it dies. Calls made meanwhile wait a while for it. */
export function coreProcess(start: () => Child, listener: CoreListener, times: CoreTimes = usual): CoreProcess {
  const pending = new Map<number, Pending>()
  const waiting = new Set<() => void>()
  let child: Child | null = null
  let ready = false
  let refused = false
  let closed = false
  let nextId = 1
  let deaths = 0
  let state: CoreState = 'ready'
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone: () => void = () => {}

  const become = (next: CoreState) => {
    if (next === state || closed) return
    state = next
    listener.state(next)
  }
  const wakeAll = () => {
    for (const wake of waiting) wake()
  }
  const take = (message: FromCore) => {
    if (message.kind === 'ready') {
      ready = true
      deaths = 0
      become('ready')
      wakeAll()
    } else if (message.kind === 'refused') {
      refused = true
      wakeAll()
      listener.refused(message.refusals)
    } else if (message.kind === 'change') listener.change(message.change)
    else {
      const asked = pending.get(message.id)
      pending.delete(message.id)
      asked?.resolve((message.kind === 'answer' ? message.reply : message.file) as never)
    }
  }
  const died = (dead: Child) => {
    if (child !== dead) return
    child = null
    ready = false
    for (const { resolve } of pending.values()) resolve(unreachable as never)
    pending.clear()
    gone()
    if (closed) return
    become(refused ? 'unreachable' : 'restarting')
    if (refused) return
    deaths += 1
    if (deaths === FAILING_AFTER) {
      become('unreachable')
      listener.failing()
    }
    clearTimeout(timer)
    timer = setTimeout(begin, times.waits[Math.min(deaths, times.waits.length) - 1])
  }
  const begin = () => {
    clearTimeout(timer)
    if (closed || child !== null) return
    refused = false
    const started = start()
    child = started
    started.onMessage(take)
    started.onExit(() => died(started))
  }

  /** True once the core answers; false when it has not come within the time people wait for a screen. */
  const whenReady = () =>
    new Promise<boolean>((resolve) => {
      if (ready || refused || closed) {
        resolve(ready)
        return
      }
      const wake = () => {
        clearTimeout(late)
        waiting.delete(wake)
        resolve(ready)
      }
      const late = setTimeout(wake, times.patience)
      waiting.add(wake)
    })
  const ask = async <T>(message: (id: number) => ToCore): Promise<T | Unreachable> => {
    if (!(await whenReady()) || child === null) return unreachable
    const id = nextId
    nextId += 1
    const asked = child
    return new Promise<T | Unreachable>((resolve) => {
      pending.set(id, { resolve })
      asked.say(message(id))
    })
  }

  begin()
  return {
    call: (call) => ask<Reply<unknown>>((id) => ({ kind: 'call', id, call })),
    file: (jobId, token) => ask<JobFile | null>((id) => ({ kind: 'file', id, jobId, token })),
    state: () => state,
    restart() {
      deaths = 0
      if (child !== null && refused) {
        const old = child
        child = null
        old.kill()
      }
      begin()
    },
    async close() {
      closed = true
      clearTimeout(timer)
      wakeAll()
      const last = child
      if (last === null) return
      await new Promise<void>((resolve) => {
        const force = setTimeout(() => {
          last.kill()
          resolve()
        }, times.closing)
        gone = () => {
          clearTimeout(force)
          resolve()
        }
        last.say({ kind: 'close' })
      })
    },
  }
}
