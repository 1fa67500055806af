import type { Core, CoreOptions, OpenedCore } from '../core/coreTypes.ts'
import { openPortal } from '../transports/http.ts'
import { refused, say, wrongUsage, type Exit, type Terminal } from './terminal.ts'
import { valueOf } from './core.ts'
import { showUsers } from './smallVerbs.ts'
import { missing, type Given } from './usage.ts'

/** What serving needs of the process it runs in. */
export type Server = {
  open: (options: CoreOptions) => Promise<OpenedCore>
  version: string
  /** The folder of the built pages; null serves the API alone. */
  pages: string | null
  /** Resolves when the process is asked to end. */
  ended: Promise<void>
}

/**
 * `serve --data DIR`: the core and the portal without a window, until the process is asked to end. With --demo an empty folder becomes the demo
 * centre first; a folder that is in use already stays as it is.
 */
export async function serveVerb(terminal: Terminal, given: Given<'serve'>, server: Server): Promise<Exit> {
  const { data, port = '0', host = '127.0.0.1', demo } = given.values
  if (data === undefined) return missing(terminal, 'serve', '--data')
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
    return wrongUsage(terminal, say(terminal, 'wrongOption', { what: `--port ${port}` }), 'serve')
  const opened = await server.open({ folder: data, make: true, version: server.version })
  if ('refusals' in opened) return refused(terminal, opened.refusals)
  const { core } = opened
  try {
    const problem = demo === true ? await makeDemo(terminal, core) : null
    if (problem !== null) return problem
    const portal = { ...core, pages: server.pages, call: (call: PortalCall) => core.call({ ...call, door: 'http' }) }
    const reply = await openPortal(portal, host, Number(port))
    if ('refusal' in reply) return refused(terminal, [reply.refusal])
    terminal.out(JSON.stringify({ listening: reply.listening.url, version: server.version }))
    await server.ended
    await reply.listening.close()
    return 0
  } finally {
    await core.close()
  }
}

type PortalCall = { operation: string; input: unknown; requestId: string | undefined; token: string | null }

async function makeDemo(terminal: Terminal, core: Core): Promise<Exit | null> {
  const status = valueOf<'centre.status'>(terminal, await core.perform('centre.status', {}))
  if ('exit' in status) return status.exit
  if (!status.value.empty) return null
  const made = valueOf<'centre.demo'>(terminal, await core.perform('centre.demo', {}))
  if ('exit' in made) return made.exit
  showUsers(terminal, made.value.users)
  return null
}
