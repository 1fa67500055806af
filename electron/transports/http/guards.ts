import type { Refusal } from '../../../shared/refusals.ts'

/** Names that always mean this machine. The portal listens on nothing else until it has certificates (reliability.md §5.3). */
const loopbackNames = ['localhost', '127.0.0.1', '::1', '[::1]']

/** Whether an address to listen on stays inside this machine. */
export function isLoopback(host: string): boolean {
  return loopbackNames.includes(host.toLowerCase()) || /^127(\.\d{1,3}){3}$/.test(host)
}

/**
 * The Host header names us: a loopback name with our port. A page of another site that points its own name at 127.0.0.1
 * (DNS rebinding) sends its own name here and is refused.
 */
export function hostAllowed(host: string | undefined, port: number): boolean {
  if (host === undefined) return false
  const match = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d{1,5}))?$/i.exec(host)
  return match !== null && isLoopback(match[1]!) && Number(match[2] ?? 80) === port
}

/**
 * Whether a request that changes something comes from our own pages or from no page at all. A browser says where from in
 * Origin and Sec-Fetch-Site; a script says nothing.
 */
export function originAllowed(headers: Headers, port: number): boolean {
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') return false
  const origin = headers.get('origin')
  if (origin === null) return true
  try {
    const url = new URL(origin)
    return (
      url.protocol === 'http:' &&
      url.origin === origin &&
      url.host === headers.get('host') &&
      hostAllowed(url.host, port)
    )
  } catch {
    return false
  }
}

/** The refusal for a request from somewhere it may not come from. */
export function outsideRefusal(operation: string): Refusal {
  return { code: 'notAllowed', operation, role: null, needs: [] }
}
