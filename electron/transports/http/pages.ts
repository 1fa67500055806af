import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.webmanifest': 'application/manifest+json',
}

/**
 * A file of the built renderer, or null. `path` is the URL's path, still encoded. What would leave the folder is not found.
 * Files under assets/ have a hash in their name and may be kept.
 */
export async function pageFile(
  folder: string,
  path: string,
): Promise<{ body: Uint8Array<ArrayBuffer>; type: string; keep: boolean } | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return null
  }
  if (/[\0\\]/.test(decoded)) return null
  const file = normalize(join(folder, decoded === '/' ? 'index.html' : decoded))
  const root = folder.endsWith(sep) ? folder : folder + sep
  const type = types[extname(file).toLowerCase()]
  if (!file.startsWith(root) || type === undefined) return null
  try {
    const found = await stat(file)
    if (!found.isFile()) return null
    return { body: new Uint8Array(await readFile(file)), type, keep: decoded.startsWith('/assets/') }
  } catch {
    return null
  }
}
