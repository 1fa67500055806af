import { homedir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '../..')
export const dist = join(root, 'dist')

/** The data folder when none is named: where Electron keeps what belongs to a user's app. */
export function defaultDataFolder() {
  const { env, platform } = process
  if (env['HENGTONG_DATA']) return env['HENGTONG_DATA']
  if (platform === 'win32') return join(env['APPDATA'] || join(homedir(), 'AppData/Roaming'), 'hengtong-booking')
  if (platform === 'darwin') return join(homedir(), 'Library/Application Support/hengtong-booking')
  return join(env['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'hengtong-booking')
}
