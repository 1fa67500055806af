/** Gives the file of a finished job to the person: the desk window asks where to, a browser downloads it. Ids are made by us and safe in a path. */
export async function saveJobFile(jobId: string, fileName: string): Promise<void> {
  const saveFile = window.hengtong?.saveFile
  if (saveFile !== undefined) {
    await saveFile(jobId)
    return
  }
  const link = document.createElement('a')
  link.href = `/api/files/${encodeURIComponent(jobId)}`
  link.download = fileName
  link.click()
}
