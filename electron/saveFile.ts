import { dialog, type BrowserWindow } from 'electron'
import { rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { JobFile } from './coreMessages.ts'
import { sayNotSaved } from './dialogs.ts'

/** Asks where to put a file and writes it there, whole or not at all; false when the person thought better of it or it cannot be written. */
export async function saveFileAs(window: BrowserWindow, folder: string, file: JobFile): Promise<boolean> {
  // A name from a job is ours, but it becomes a path here: only its last part counts.
  const options = { defaultPath: join(folder, basename(file.name)) }
  const { canceled, filePath } = await dialog.showSaveDialog(window, options)
  if (canceled || filePath === '') return false
  const part = join(dirname(filePath), `.${basename(filePath)}.part`)
  try {
    await writeFile(part, file.body)
    await rename(part, filePath)
    return true
  } catch {
    await rm(part, { force: true }).catch(() => {})
    sayNotSaved(filePath)
    return false
  }
}
