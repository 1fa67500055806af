/** Hands a text to the browser as a file of the given name. */
export function downloadText(name: string, text: string, type = 'text/plain;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([text], { type }))
  downloadFrom(address, name)
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Lets the browser download what an address of our own serves. */
export function downloadFrom(address: string, name: string): void {
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
}
