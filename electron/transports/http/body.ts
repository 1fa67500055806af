import type { Refusal } from '../../../shared/refusals.ts'

export const MAX_BODY_BYTES = 64 * 1024
/** A file of 5 MB in base64, and its JSON around it. */
export const MAX_IMPORT_BYTES = 8 * 1024 * 1024
export const MAX_DEPTH = 20

export type Body = { read: true; input: unknown; requestId: string | undefined } | { read: false; refusal: Refusal }

/** Reads a call's JSON body within its limits of size and depth; anything else is badInput and says why. */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return bad('content-type', 'badFormat', { given: type.slice(0, 80) })
  if (Number(request.headers.get('content-length') ?? 0) > limit) return bad('', 'tooLarge', { limit })
  const text = await readText(request, limit)
  if (text === null) return bad('', 'tooLarge', { limit })
  if (tooDeep(text)) return bad('', 'tooLarge', { limit: MAX_DEPTH })
  let body: unknown
  try {
    body = text.trim() === '' ? {} : JSON.parse(text)
  } catch {
    return bad('', 'badFormat', {})
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return bad('', 'wrongType', {})
  const { input = {}, requestId, ...rest } = body as Record<string, unknown>
  const extra = Object.keys(rest)[0]
  if (extra !== undefined) return bad(extra.slice(0, 80), 'unknownKey', {})
  if (requestId !== undefined && (typeof requestId !== 'string' || !/^[\w:.-]{1,64}$/.test(requestId))) {
    return bad('requestId', 'badFormat', {})
  }
  return { read: true, input, requestId }
}

function bad(
  path: string,
  why: Extract<Refusal, { code: 'badInput' }>['why'],
  more: { limit?: number; given?: string },
): Body {
  return { read: false, refusal: { code: 'badInput', path, why, ...more } }
}

/** The body as text, or null as soon as it is longer than allowed: what is too much is never kept. */
async function readText(request: Request, limit: number): Promise<string | null> {
  if (request.body === null) return ''
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body) {
    size += chunk.byteLength
    if (size > limit) return null
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** Whether brackets nest deeper than twenty, found without parsing: a deep text can overflow what parses or checks it. */
export function tooDeep(text: string): boolean {
  let depth = 0
  let inText = false
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (inText) {
      if (code === 0x5c) at += 1
      else if (code === 0x22) inText = false
    } else if (code === 0x22) inText = true
    else if (code === 0x5b || code === 0x7b) {
      depth += 1
      if (depth > MAX_DEPTH) return true
    } else if (code === 0x5d || code === 0x7d) depth -= 1
  }
  return false
}
