import { realpath } from 'node:fs/promises'
import { sep } from 'node:path'
import { CONTENT_SECURITY_POLICY } from './transports/http/headers.ts'
import { pageFile } from './transports/http/pages.ts'

export const SCHEME = 'app'
const HOST = 'hengtong'
/** The one origin whose pages we trust. A standard scheme gives it a real origin, unlike file:. */
export const OUR_ORIGIN = `${SCHEME}://${HOST}`
export const START_PAGE = `${OUR_ORIGIN}/index.html`

/** On every answer to the window. Scripts only from our own files; nothing may be sent anywhere else. */
const headers: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache',
}

/** Answers app: addresses from the folder of the built pages. What is not one of its own files, by any spelling or link, is not found. */
export async function respond(pages: string, method: string, address: string): Promise<Response> {
  if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405, headers })
  const found = await pageAt(pages, address)
  if (found === null) return new Response(null, { status: 404, headers })
  return new Response(method === 'HEAD' ? null : found.body, {
    headers: { ...headers, 'content-type': found.type },
  })
}

async function pageAt(pages: string, address: string) {
  if (!isOurs(address)) return null
  const path = new URL(address).pathname
  try {
    // A link inside the folder may lead out of it: only what really lies inside is served.
    const folder = await realpath(pages)
    const file = await realpath(folder + decodeURIComponent(path === '/' ? '/index.html' : path))
    if (!file.startsWith(folder + sep)) return null
    return await pageFile(folder, path)
  } catch {
    return null
  }
}

/** Whether an address is one of our own pages, judged by its parsed origin and never by how its text begins. */
export function isOurs(address: string): boolean {
  if (address.length > 4_096) return false
  try {
    const url = new URL(address)
    return (
      url.protocol === `${SCHEME}:` &&
      url.host === HOST &&
      url.username === '' &&
      url.password === '' &&
      // Outside Chromium a scheme of our own has no origin, so that `url.origin` would not tell.
      url.href.startsWith(`${OUR_ORIGIN}/`)
    )
  } catch {
    return false
  }
}
