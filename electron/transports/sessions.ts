/** The cookie a browser keeps its session in. Without `__Host-` and Secure because the portal speaks plain HTTP on loopback only. */
export const SESSION_COOKIE = 'hengtong_session'

/** The token of a request: `Authorization: Bearer` of a script before a browser's cookie. Null when there is none of sound form. */
export function tokenOf(headers: Headers): string | null {
  const bearer = /^Bearer\s+(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const token = bearer ?? cookieOf(headers.get('cookie') ?? '')
  return token !== null && /^[\w.~+/=-]{16,256}$/.test(token) ? token : null
}

function cookieOf(header: string): string | null {
  for (const pair of header.split(';')) {
    const [name, ...value] = pair.split('=')
    if (name?.trim() === SESSION_COOKIE) return value.join('=').trim()
  }
  return null
}

/** The Set-Cookie that opens a browser's session. Scripts in the page cannot read it; other sites cannot send it. */
export function sessionCookie(token: string): string {
  return `${SESSION_COOKIE}=${token}; Path=/; HttpOnly; SameSite=Strict`
}

/** The Set-Cookie that ends it. */
export function endedCookie(): string {
  return `${SESSION_COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`
}
