import { createHash } from 'node:crypto'
import { join, resolve } from 'node:path'

/** The folders of one run: the data, and what the window keeps for itself (cache, place, colours), apart so that the data folder holds data only. */
export type Folders = { data: string; window: string }

/**
 * `--data DIR`, else HENGTONG_DATA, else `hengtong-booking` where the system keeps what belongs to a user's apps (a
 * `--user-data-dir` given to Chromium is that place). Each data folder has a window memory and a single-instance lock of its own.
 */
export function chooseFolders(
  args: readonly string[],
  named: string | undefined,
  appData: string,
  userDataDir: string | null,
): Folders {
  const given = optionOf(args, '--data') ?? (named === '' ? undefined : named)
  const usual = userDataDir ?? join(appData, 'hengtong-booking')
  const data = given === undefined ? usual : resolve(given)
  const mark = data === usual ? '' : `-${createHash('sha256').update(data).digest('hex').slice(0, 12)}`
  return { data, window: userDataDir ?? join(appData, `hengtong-booking-window${mark}`) }
}

function optionOf(args: readonly string[], name: string): string | undefined {
  for (const [index, arg] of args.entries()) {
    if (arg === name) return args[index + 1]
    if (arg.startsWith(`${name}=`)) return arg.slice(name.length + 1)
  }
  return undefined
}
