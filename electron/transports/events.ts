import type { Change } from '../../shared/operations/index.ts'

/** Where changes come from: the core's change feed. `after` gives what was missed, or null when that is no longer known. */
export type ChangeSource = {
  subscribe: (listener: (change: Change) => void) => () => void
  after: (seq: number) => Change[] | null
  seq: () => number
}

const BEAT_MS = 15_000
const MAX_WAITING = 1000

/**
 * Server-sent events of the change stream: `id` is the journal number. With `Last-Event-ID` the missed changes come first;
 * when they are no longer known, an event `reset` says that everything must be asked again. A comment every 15 s shows
 * that the line is alive and lets a dead one be noticed. `ended` is called once when the client has gone.
 */
export function changeStream(
  source: ChangeSource,
  lastEventId: string | null,
  signedIn: () => boolean,
  ended: () => void,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let stop: () => void = () => {}
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        let open = true
        const send = (text: string) => {
          if (!open) return
          // A reader that never reads must not fill our memory: it is cut off and will come back with its Last-Event-ID.
          if ((controller.desiredSize ?? 0) < -MAX_WAITING) return stop()
          controller.enqueue(encoder.encode(text))
        }
        const change = (each: Change) => send(`id: ${each.seq}\ndata: ${JSON.stringify(each)}\n\n`)
        const unsubscribe = source.subscribe(change)
        const beat = setInterval(() => (signedIn() ? send(': alive\n\n') : stop()), BEAT_MS)
        beat.unref()
        stop = () => {
          if (!open) return
          open = false
          clearInterval(beat)
          unsubscribe()
          ended()
          try {
            controller.close()
          } catch {
            // Already closed by the client's going away.
          }
        }
        send('retry: 2000\n\n')
        if (lastEventId === null || !/^\d{1,15}$/.test(lastEventId)) return
        const missed = source.after(Number(lastEventId))
        if (missed === null) send(`id: ${source.seq()}\nevent: reset\ndata: {"seq":${source.seq()}}\n\n`)
        else for (const each of missed) change(each)
      },
      cancel() {
        stop()
      },
    },
    { highWaterMark: 16 },
  )
}
