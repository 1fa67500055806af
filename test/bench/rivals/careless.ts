import Database from 'better-sqlite3'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { join } from 'node:path'

// The careless server that the history must convict: it looks, waits a moment as for a database elsewhere, and writes; and no wall stands in the file.
const folder = process.argv[2]!
const db = new Database(join(folder, 'hengtong.db'))
for (const name of db
  .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE '%wall%'")
  .pluck()
  .all())
  db.exec(`DROP TRIGGER ${name}`)
const taken = db.prepare('SELECT 1 FROM allocation WHERE leaf_id = ? AND start_at < ? AND end_at > ?')
const person = db.prepare<[], string>('SELECT id FROM person LIMIT 1').pluck().get()!
const booking = db.prepare(
  `INSERT INTO booking (id, no, title, title_key, status, start_at, end_at, booker_id, occupant_name, confidential, note, reason,
     created_at, updated_at, version, seal)
   VALUES (?, ?, ?, '', 'confirmed', ?, ?, ?, '', 0, '', '', 0, 0, 1, 0)`,
)
const place = db.prepare(
  `INSERT INTO booking_resource (booking_id, position, resource_id, quantity, before_minutes, after_minutes)
   VALUES (?, 0, ?, 1, 0, 0)`,
)
const allocation = db.prepare(
  "INSERT INTO allocation (leaf_id, start_at, kind, owner_id, end_at, quantity) VALUES (?, ?, 'use', ?, ?, 1)",
)
type Input = { resources: { resourceId: string }[]; start: number; end: number; title: string }
const known = new Map<string, string>()

async function create(input: Input, requestId: string): Promise<string | null> {
  if (known.has(requestId)) return known.get(requestId)!
  const { resourceId } = input.resources[0]!
  if (taken.get(resourceId, input.end, input.start) !== undefined) return null
  await wait(2)
  const id = `m-${known.size}`
  known.set(requestId, id)
  db.transaction(() => {
    booking.run(id, id, input.title, input.start, input.end, person)
    place.run(id, resourceId)
    allocation.run(resourceId, input.start, id, input.end)
  })()
  return id
}

const server = createServer((request, response) => {
  void (async () => {
    const { input, requestId } = JSON.parse(await text(request)) as { input: Input; requestId: string }
    const answer = (status: number, body: object) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    if (request.url!.endsWith('sessions.signIn')) return answer(200, { ok: true, value: { token: 'x' } })
    const id = await create(input, requestId)
    return id === null ? answer(409, { ok: false, refusals: [] }) : answer(200, { ok: true, value: { id } })
  })()
})
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number }
  process.stdout.write(`${JSON.stringify({ listening: `http://127.0.0.1:${port}` })}\n`)
})
process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close(() => {
    db.close()
    process.exit(0)
  })
})
