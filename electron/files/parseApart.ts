import { fork } from 'node:child_process'
import { basename, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { wholeFileFault, type ParsedFile, type ParseOptions } from './foreignRow.ts'
import { MAX_FILE_BYTES, PARSER_HEAP_MB, PARSER_LIMIT_MS } from './limits.ts'
import type { ParseTask } from './parserProcess.ts'

/** Run from source, the parser is beside this file; in the bundle, beside the core. */
const entry = join(import.meta.dirname, basename(import.meta.dirname) === 'files' ? 'parserProcess.ts' : 'parser.cjs')

/** `process`: a child of its own. `thread`: a worker, for packaged Electron, where the runAsNode fuse forbids forking Node. */
export type Apartment = 'process' | 'thread'
export type ApartOptions = { how?: Apartment; limitMs?: number; heapMb?: number }

/** What to kill, and how to hear from it. */
type Runner = { kill: () => void }
type Listener = { answer: (parsed: ParsedFile) => void; gone: () => void }

/**
 * Reads a foreign file in a child with a capped heap and kills it after the limit (10 s). A child that hangs is reported
 * as timedOut, one that dies as parserFailed; neither can hurt the core.
 */
export function parseApart(
  bytes: Uint8Array,
  fileName: string,
  options: ParseOptions,
  { how, limitMs = PARSER_LIMIT_MS, heapMb = PARSER_HEAP_MB }: ApartOptions = {},
): Promise<ParsedFile> {
  if (bytes.length > MAX_FILE_BYTES) return Promise.resolve(wholeFileFault('tooLarge'))
  const task: ParseTask = { bytes, fileName, options }
  const start = (how ?? (process.versions['electron'] ? 'thread' : 'process')) === 'thread' ? inThread : inProcess
  return new Promise((resolve) => {
    let runner: Runner | null = null
    const finish = (parsed: ParsedFile) => {
      clearTimeout(timer)
      resolve(parsed)
      runner?.kill()
    }
    const timer = setTimeout(() => finish(wholeFileFault('timedOut')), limitMs)
    runner = start(task, heapMb, { answer: finish, gone: () => finish(wholeFileFault('parserFailed')) })
  })
}

function inProcess(task: ParseTask, heapMb: number, listener: Listener): Runner {
  const child = fork(entry, [], {
    execArgv: [`--max-old-space-size=${heapMb}`],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.once('message', (parsed) => listener.answer(parsed as ParsedFile))
  child.once('error', listener.gone)
  child.once('exit', listener.gone)
  child.send(task, () => {})
  return { kill: () => void child.kill('SIGKILL') }
}

function inThread(task: ParseTask, heapMb: number, listener: Listener): Runner {
  const worker = new Worker(entry, {
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: heapMb },
    stderr: true,
    stdout: true,
  })
  worker.once('message', (parsed: ParsedFile) => listener.answer(parsed))
  worker.once('error', listener.gone)
  worker.once('exit', listener.gone)
  worker.postMessage(task)
  return { kill: () => void worker.terminate() }
}
