import { spawn } from 'node:child_process'
import { once } from 'node:events'

export type Screen = { env: Record<string, string>; close: () => void }

/** A screen for windows: the one there is, or a virtual one on Linux without any. */
export async function openScreen(): Promise<Screen> {
  const env = process.env as Record<string, string>
  if (process.platform !== 'linux' || env['DISPLAY'] || env['WAYLAND_DISPLAY']) return { env, close: () => {} }
  const server = spawn('Xvfb', ['-displayfd', '1', '-screen', '0', '1440x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const [number] = (await Promise.race([
    once(server.stdout, 'data'),
    once(server, 'error').then(([error]) => Promise.reject(error as Error)),
  ])) as [Buffer]
  return { env: { ...env, DISPLAY: `:${number.toString().trim()}` }, close: () => void server.kill() }
}
