import { downloadFrom } from '../ui/download.ts'

/** Gives the file of a finished job to the person: the desk window asks where to, a browser downloads it. Ids are made by us and safe in a path. */
export async function saveJobFile(jobId: string, fileName: string): Promise<void> {
  const saveFile = window.hengtong?.saveFile
  if (saveFile !== undefined) {
    await saveFile(jobId)
    return
  }
  downloadFrom(`/api/files/${encodeURIComponent(jobId)}`, fileName)
}
