import { parseArgs } from 'node:util'
import type { FromCore, ToCore } from './coreMessages.ts'
import { openCore } from './core/core.ts'
import type { Core } from './core/coreTypes.ts'

/** The line to the main process, whichever way this process was started: as a utility process or as a child with Node. */
type Line = {
  say: (message: FromCore) => void
  onMessage: (listener: (message: ToCore) => void) => void
  onGone: (l: () => void) => void
}

type ParentPort = {
  postMessage: (message: unknown) => void
  on: (event: 'message', listener: (event: { data: unknown }) => void) => void
}

function lineToMain(): Line {
  const port = (process as { parentPort?: ParentPort }).parentPort
  if (port !== undefined) {
    return {
      say: (message) => port.postMessage(message),
      onMessage: (listener) => port.on('message', (event) => listener(event.data as ToCore)),
      onGone: () => {},
    }
  }
  // Ctrl+C reaches every process of a terminal; when to close the database is for the main process to say, or its disappearance.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {})
  return {
    say: (message) => process.send?.(message, () => {}),
    onMessage: (listener) => process.on('message', (message) => listener(message as ToCore)),
    onGone: (listener) => process.once('disconnect', listener),
  }
}

/** Opens the data folder, answers the main process until told to close. When the main process dies, the data is closed all the same. */
async function run(line: Line) {
  const { values } = parseArgs({ options: { data: { type: 'string' }, 'app-version': { type: 'string' } } })
  const early: ToCore[] = []
  let core: Core | null = null
  let closing = false

  const close = async () => {
    if (closing) return
    closing = true
    await core?.close()
    process.exit(0)
  }
  const take = (core: Core, message: ToCore) => {
    if (message.kind === 'close') void close()
    else if (message.kind === 'call') void answer(line, core, message)
    else void sendFile(line, core, message)
  }
  line.onGone(() => void close())
  line.onMessage((message) => {
    if (core !== null) take(core, message)
    else if (message.kind === 'close') void close()
    else early.push(message)
  })

  const opened = await openCore({ folder: values.data ?? '', make: true, version: values['app-version'] ?? '' })
  if ('refusals' in opened) {
    line.say({ kind: 'refused', refusals: opened.refusals })
    // Long enough for the words to leave; the main process ends us anyway.
    setTimeout(() => process.exit(3), 500)
    return
  }
  const open = opened.core
  core = open
  open.changes.subscribe((change) => line.say({ kind: 'change', change }))
  line.say({ kind: 'ready' })
  for (const message of early) take(open, message)
}

async function answer(line: Line, core: Core, { id, call }: Extract<ToCore, { kind: 'call' }>) {
  line.say({ kind: 'answer', id, reply: await core.call(call) })
}

async function sendFile(line: Line, core: Core, { id, jobId, token }: Extract<ToCore, { kind: 'file' }>) {
  line.say({ kind: 'file', id, file: await core.jobFile(jobId, token) })
}

process.noDeprecation = true
void run(lineToMain())
