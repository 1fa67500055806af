import { useCallback, useRef, useState } from 'react'
import { operations, type Input, type OperationName, type ReplyTo, type Value } from '../../shared/operations/index.ts'
import type { Operation } from '../../shared/operations/operation.ts'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'
import { useClient } from './ApiProvider.tsx'
import { refreshTopics, type Client } from './client.ts'
import type { Sent } from './connection.ts'
import { failureOf, isSignedOut, type Failure } from './failure.ts'
import { pushUndo } from './undoStack.ts'
import { refreshSession, type WriteName } from './useRead.ts'
import { useUndo } from './useUndo.ts'

export type WriteOptions<N extends WriteName> = {
  /** What the toast says when it was accepted; with a journal number it offers to undo. Without it: no toast (plain saves). */
  said?: string | ((value: Value<N>) => string)
  /** False: cannot be undone, so the toast does not offer it. */
  undoable?: boolean
  /** False: the caller says itself that nothing was saved. */
  failureToast?: boolean
}

export type Write<N extends WriteName> = {
  /** Sends it, with one requestId for all tries. Resolves with the reply; never throws. */
  run: (input: Input<N>, options?: WriteOptions<N>) => Promise<Sent<ReplyTo<N>>>
  pending: boolean
  /** Why the last run was not accepted; null after an accepted one. */
  failure: Failure | null
  clear: () => void
}

const TRIES = 3
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Sends a write and, when no answer came, sends it again under the same requestId: the core answers a repeat with the first reply. */
export async function sendWrite<N extends WriteName>(
  client: Client,
  name: N,
  input: Input<N>,
): Promise<Sent<ReplyTo<N>>> {
  const requestId = crypto.randomUUID()
  const remembered = (operations[name] as Operation<never, never>).remembers !== false
  for (let attempt = 1; ; attempt += 1) {
    // oxlint-disable-next-line no-await-in-loop -- the tries follow each other on purpose
    const reply = await client.connection.send(name, input, requestId)
    const lost = !reply.ok && 'unreachable' in reply
    if (!lost || !remembered || attempt === TRIES) {
      settle(client, name, reply)
      return reply
    }
    // oxlint-disable-next-line no-await-in-loop
    await pause(400 * attempt)
  }
}

function settle(client: Client, name: OperationName, reply: Sent<ReplyTo<OperationName>>): void {
  if (!reply.ok) {
    if (isSignedOut(failureOf(reply))) refreshSession(client.queries)
    return
  }
  if (reply.seq === undefined || client.counter.ownWrite(reply.seq)) {
    refreshTopics(client.queries, operations[name].touches)
  }
}

/** A write of the product, ready to run. On refusal or failure the caller still has its input: nothing is cleared here. */
export function useWrite<N extends WriteName>(name: N): Write<N> {
  const client = useClient()
  const { t } = useText()
  const undo = useUndo()
  const running = useRef(0)
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)

  const run = useCallback(
    async (input: Input<N>, options: WriteOptions<N> = {}) => {
      running.current += 1
      setPending(true)
      const reply = await sendWrite(client, name, input)
      running.current -= 1
      setPending(running.current > 0)
      const failed = failureOf(reply)
      setFailure(failed)
      if (reply.ok) {
        const text = typeof options.said === 'function' ? options.said(reply.value) : options.said
        const { seq } = reply
        const undoable = options.undoable !== false && seq !== undefined
        if (undoable) pushUndo({ seq, said: text ?? '' })
        if (text !== undefined) {
          const action = undoable ? { label: t('common.undo'), key: 'Ctrl+Z', run: () => void undo(seq) } : null
          showToast(text, { action })
        }
      } else if (failed !== null && failed.kind !== 'refused' && options.failureToast !== false) {
        showToast(t(failed.kind === 'unreachable' ? 'common.unreachable' : 'common.saveFailed'), { tone: 'failed' })
      }
      return reply
    },
    [client, name, t, undo],
  )
  const clear = useCallback(() => setFailure(null), [])
  return { run, pending, failure, clear }
}
