import { createAdaptorServer } from '@hono/node-server'
import { createServer, type Server } from 'node:http'
import type { Socket } from 'node:net'
import type { Refusal } from '../../../shared/refusals.ts'
import { isLoopback } from './guards.ts'

/** Limits against slow and greedy clients (reliability.md §5.4). Times in ms. */
const limits = {
  headersTimeout: 10_000,
  requestTimeout: 15_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
  maxHeaderSize: 16 * 1024,
}
const MAX_HEADERS = 100
const MAX_CONNECTIONS = 512
/** Everything on loopback has the same address, so this is one machine's whole share; a browser opens at most six. */
const MAX_PER_ADDRESS = 128

export type Listening = { url: string; port: number; close: () => Promise<void> }
export type ListenReply = { listening: Listening } | { refusal: Refusal }

/**
 * Listens on a loopback address. Refuses any other (notLoopback) and a port that another program has (portInUse).
 * `port` 0 takes a free one. `close` ends open streams too.
 */
export function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  host: string,
  port: number,
): Promise<ListenReply> {
  if (!isLoopback(host)) return Promise.resolve({ refusal: { code: 'notLoopback', host } })
  const server = createAdaptorServer({
    fetch,
    createServer,
    serverOptions: limits,
    overrideGlobalObjects: false,
  }) as Server
  server.maxHeadersCount = MAX_HEADERS
  server.maxConnections = MAX_CONNECTIONS
  limitPerAddress(server)
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
  })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES')
        resolve({ refusal: { code: 'portInUse', host, port } })
      else reject(error)
    })
    server.listen({ host: host === '[::1]' ? '::1' : host, port }, () => {
      const address = server.address()
      const bound = typeof address === 'object' && address !== null ? address.port : port
      const name = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host
      resolve({ listening: { url: `http://${name}:${bound}`, port: bound, close: () => close(server) } })
    })
  })
}

function limitPerAddress(server: Server) {
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left === 0) open.delete(address)
      else open.set(address, left)
    })
    if (count > MAX_PER_ADDRESS) socket.destroy()
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 500).unref()
  })
}
