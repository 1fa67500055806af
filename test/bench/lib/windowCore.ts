import { join } from 'node:path'
import { startCore } from '../../../electron/coreChild.ts'
import { coreProcess } from '../../../electron/coreProcess.ts'
import type { Input, OperationName, ReplyTo } from '../../../shared/operations/index.ts'
import { login, valueOf } from './centre.ts'

export type WindowCore = {
  send: <N extends OperationName>(name: N, input: Input<N>) => Promise<ReplyTo<N>>
  close: () => Promise<void>
}

/** The built core as the window's main process keeps it: a process of its own that answers over the same messages. Signed in at the desk. */
export async function openWindowCore(folder: string, secret: string): Promise<WindowCore> {
  const root = join(import.meta.dirname, '../../..')
  const files = {
    script: join(root, 'dist/core.cjs'),
    nodes: [join(process.execPath, '..')],
    folder,
    version: '0.0.0-bench',
  }
  const never = () => {
    throw new Error('there is no utility process outside Electron')
  }
  // As with a runtime whose Node-API is older than the database needs.
  const core = coreProcess(() => startCore(files, never, 9), {
    change: () => {},
    state: () => {},
    refused: (refusals) => process.stderr.write(`${JSON.stringify(refusals)}\n`),
    failing: () => process.stderr.write('the core does not start\n'),
  })
  let token: string | null = null
  let count = 0
  const send = async <N extends OperationName>(operation: N, input: Input<N>) => {
    count += 1
    return (await core.call({ operation, input, requestId: `bench-${count}`, token, door: 'desk' })) as ReplyTo<N>
  }
  token = valueOf('sessions.signIn', await send('sessions.signIn', { name: login, secret })).token
  return { send, close: () => core.close() }
}
