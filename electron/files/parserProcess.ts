import { parentPort } from 'node:worker_threads'
import type { ParseOptions } from './foreignRow.ts'
import { parseForeign } from './parseForeign.ts'

/** The child's one task. It answers one message and has nothing else open, so it can be killed at any moment. */
export type ParseTask = { bytes: Uint8Array; fileName: string; options: ParseOptions }

async function work(task: ParseTask, answer: (parsed: unknown) => void) {
  answer(await parseForeign(task.bytes, task.fileName, task.options))
}

if (parentPort) {
  const port = parentPort
  port.once('message', (task: ParseTask) => void work(task, (parsed) => port.postMessage(parsed)))
} else {
  process.once('message', (task: ParseTask) => {
    void work(task, (parsed) => process.send?.(parsed, () => process.disconnect()))
  })
}
