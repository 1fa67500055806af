import { dialog, shell, type BrowserWindow } from 'electron'
import type { Refusal } from '../shared/refusals.ts'
import { bareNames, explain } from '../shared/text/explain.ts'
import { desktop as en } from '../shared/text/en/desktop.ts'
import { desktop as zh } from '../shared/text/zh/desktop.ts'

/** Both languages together: nobody has signed in yet when these are shown. */
function both(word: Exclude<keyof typeof zh, 'menu'>): string {
  return `${zh[word]} · ${en[word]}`
}

/** The reasons why the data cannot be opened, in both languages; no word blames anyone. */
export function openingProblem(refusals: readonly Refusal[]): string {
  const names = bareNames('Asia/Shanghai')
  return [
    ...refusals.map((refusal) => explain(refusal, 'zh', names)),
    zh.cannotOpenHint,
    '',
    ...refusals.map((refusal) => explain(refusal, 'en', names)),
    en.cannotOpenHint,
  ].join('\n')
}

/** Shows why the data did not open; true to try again, false to quit. */
export function askAfterRefusal(window: BrowserWindow | null, refusals: readonly Refusal[]): Promise<boolean> {
  return askToRetry(window, both('cannotOpen'), openingProblem(refusals))
}

/** Shows that the core died several times in a row; true to try again, false to quit. */
export function askAfterFailures(window: BrowserWindow | null): Promise<boolean> {
  return askToRetry(window, both('coreStopped'), `${zh.coreStoppedHint}\n\n${en.coreStoppedHint}`)
}

async function askToRetry(window: BrowserWindow | null, message: string, detail: string): Promise<boolean> {
  const options = {
    type: 'warning' as const,
    message,
    detail,
    buttons: [both('retry'), both('quit')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
  return response === 0
}

/** Shows the whole address and opens it with another program only when the person says so. */
export async function askToOpen(window: BrowserWindow | null, address: string): Promise<void> {
  const options = {
    type: 'question' as const,
    message: both('openOutside'),
    detail: address,
    buttons: [both('open'), both('cancel')],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  }
  const { response } = await (window === null ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options))
  if (response === 0) await shell.openExternal(address)
}

/** Says that a file could not be written where it was wanted. */
export function sayNotSaved(path: string): void {
  dialog.showErrorBox(both('notSaved'), path)
}
