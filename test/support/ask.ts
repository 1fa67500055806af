import { request, type IncomingHttpHeaders } from 'node:http'
import { connect } from 'node:net'

export type Answer = { status: number; headers: IncomingHttpHeaders; text: string; json: () => unknown }
export type Question = {
  port: number
  path: string
  method?: string
  headers?: Record<string, string>
  body?: string
}

/** One HTTP request without a browser's or fetch's manners: any Host, any header, any method. */
export function ask({ port, path, method = 'GET', headers = {}, body }: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      { host: '127.0.0.1', port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers }, agent: false },
      (incoming) => {
        let text = ''
        incoming.setEncoding('utf8')
        incoming.on('data', (chunk: string) => (text += chunk))
        incoming.on('end', () =>
          resolve({
            status: incoming.statusCode ?? 0,
            headers: incoming.headers,
            text,
            json: () => JSON.parse(text) as unknown,
          }),
        )
        incoming.on('error', reject)
      },
    )
    outgoing.on('error', reject)
    outgoing.end(body)
  })
}

/** Calls an operation as scripts do. */
export function post(
  port: number,
  operation: string,
  input: unknown,
  more: { headers?: Record<string, string>; requestId?: string } = {},
): Promise<Answer> {
  return ask({
    port,
    path: `/api/op/${operation}`,
    method: 'POST',
    headers: { 'content-type': 'application/json', ...more.headers },
    body: JSON.stringify(more.requestId === undefined ? { input } : { input, requestId: more.requestId }),
  })
}

/** Sends bytes on a bare socket and answers all that comes back until it closes or the time is up. */
export function raw(port: number, bytes: string, waitMs: number): Promise<{ text: string; closed: boolean }> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    let text = ''
    const finish = (closed: boolean) => {
      clearTimeout(timer)
      socket.destroy()
      resolve({ text, closed })
    }
    const timer = setTimeout(() => finish(false), waitMs)
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('close', () => finish(true))
    socket.on('error', () => finish(true))
    socket.write(bytes)
  })
}
