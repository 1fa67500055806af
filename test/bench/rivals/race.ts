import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { login, type Centre } from '../lib/centre.ts'
import { freeSlots } from '../lib/slots.ts'
import type { Order, Report } from './client.ts'
import type { Event } from './history.ts'

export const PROCESSES = 4
export const RIVALS = 20
export const ROUNDS = 50

/** Starts a server that prints where it listens as its first line, and has 20 rivals in 4 processes ask it for one slot a round. Answers what they saw. */
export async function race(command: readonly string[], centre: Centre): Promise<Event[]> {
  const server = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'inherit'] })
  const clients: ChildProcess[] = []
  try {
    const [first] = (await once(createInterface({ input: server.stdout }), 'line')) as [string]
    const port = Number(new URL((JSON.parse(first) as { listening: string }).listening).port)
    for (let index = 0; index < PROCESSES; index += 1)
      clients.push(fork(join(import.meta.dirname, 'client.ts'), { stdio: 'inherit' }))
    const tell = (order: (index: number) => Order) =>
      Promise.all(clients.map((client, index) => say(client, order(index))))
    await tell((index) => ({
      kind: 'open',
      name: `p${index}`,
      port,
      login,
      secret: centre.secret,
      rivals: RIVALS / PROCESSES,
    }))
    const slots = freeSlots(centre.places.length)
    const events: Event[] = []
    for (let round = 0; round < ROUNDS; round += 1) {
      const { place, start, end } = slots.next().value
      const resourceId = centre.places[place]!.id
      // oxlint-disable-next-line no-await-in-loop -- the next slot only when everyone has their answer
      for (const report of await tell(() => ({ kind: 'round', round, resourceId, start, end })))
        if (report.kind === 'done') events.push(...report.events)
    }
    return events
  } finally {
    for (const client of clients) client.kill()
    const gone = server.exitCode === null ? once(server, 'exit') : null
    server.kill('SIGTERM')
    await gone
  }
}

async function say(client: ChildProcess, order: Order): Promise<Report> {
  const answer = once(client, 'message') as Promise<[Report]>
  client.send(order)
  return (await answer)[0]
}
