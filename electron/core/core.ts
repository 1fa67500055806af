import { mkdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stateCouncilCalendar } from '../../shared/scheduling/stateCouncil.ts'
import { MINUTE } from '../../shared/scheduling/time.ts'
import { openStorage } from '../storage/open.ts'
import type { Storage } from '../storage/stores.ts'
import { openChangeFeed } from './changefeed.ts'
import type { Actor } from './context.ts'
import type { Core, CoreOptions, OpenedCore } from './coreTypes.ts'
import { openDispatcher, type Dispatcher } from './dispatcher.ts'
import { handlers } from './handlers/index.ts'
import { LOCAL } from './handlers/sessions.ts'
import { openJobRunner } from './jobRunner.ts'
import { lookAfter } from './life/lookAfter.ts'
import { openFaultLog } from './faultLog.ts'
import { openMemory } from './memory.ts'
import { newToken } from './secrets.ts'
import { openSessions } from './sessions.ts'
import { openSignInGuard } from './signInGuard.ts'
import { uuidv7 } from './uuid.ts'

/** How often what happens by itself is looked after: holds that run out, sessions that ended. */
const TICK = MINUTE / 2

/**
 * Opens the application on a data folder. Refuses, with reasons, a folder that cannot be one: of a newer version, damaged, not ours, in use by
 * another core, not writable and empty. On a folder that can be read but not written it opens for reading.
 */
export async function openCore(options: CoreOptions): Promise<OpenedCore> {
  const { folder, version, make } = options
  // The one clock of the core; handlers get their instant from here.
  const now = options.now ?? Date.now
  const opened = openStorage({ folder, make, version, now, ...(options.memory === true ? { memory: true } : {}) })
  if ('refusals' in opened) return opened
  const { storage } = opened
  const exportsFolder = join(folder, 'exports')
  if (!storage.readOnly)
    for (const name of ['exports', 'backups', 'logs']) mkdirSync(join(folder, name), { recursive: true })
  seedCalendar(storage, now())

  const memory = openMemory(storage)
  const feed = openChangeFeed(storage.journal.head().seq)
  const sessions = openSessions(storage, memory)
  const faults = openFaultLog(join(folder, 'logs'), now)
  const newId = options.newId ?? (() => uuidv7(now()))
  let dispatcher: Dispatcher | null = null
  const jobs = openJobRunner({
    storage,
    memory,
    exportsFolder,
    backupsFolder: join(folder, 'backups'),
    now,
    fault: faults.note,
    transact: (as, work) => dispatcher!.transact(as, work),
  })
  dispatcher = openDispatcher({
    storage,
    memory,
    feed,
    handlers,
    guard: openSignInGuard(),
    jobs,
    version,
    newId,
    newToken,
    fault: faults.note,
  })
  const { dispatch, transact } = dispatcher

  function look(): void {
    try {
      sessions.sweep(now())
      if (!storage.readOnly) lookAfter(storage, memory, transact, now())
    } catch (error) {
      faults.note('tick', error)
    }
  }
  // What was due while nothing was running is done before anyone asks.
  look()
  const tick = setInterval(look, TICK)
  tick.unref()

  const actorOf = (token: string | null, door: Actor['door']) => sessions.actorOf(token, door, now())
  let closing: Promise<void> | null = null
  const core: Core = {
    version,
    folder,
    exportsFolder,
    changes: feed,
    async call({ operation, input, requestId, token, door }) {
      try {
        return await dispatch({ operation, input, requestId, actor: actorOf(token, door), now: now() })
      } catch (error) {
        return { ok: false, faultId: faults.note(operation.slice(0, 64), error) }
      }
    },
    async perform(operation, input) {
      const actor = localAdministrator(storage)
      return (await dispatch({ operation, input, actor, now: now() })) as never
    },
    signedIn: (token) => actorOf(token, 'http').personId !== null || actorOf(token, 'desk').personId !== null,
    async jobFile(jobId, token) {
      const job = storage.jobs.byId(jobId)
      const readers = [actorOf(token, 'http').personId, actorOf(token, 'desk').personId]
      if (job === null || job.status !== 'done' || job.fileName === null || job.kind !== 'export') return null
      if (job.byId === null || !readers.includes(job.byId)) return null
      try {
        return { name: job.fileName, body: new Uint8Array(await readFile(join(exportsFolder, job.fileName))) }
      } catch {
        return null
      }
    },
    lookAfter: look,
    close() {
      closing ??= (async () => {
        clearInterval(tick)
        await jobs.close()
        storage.close()
      })()
      return closing
    },
  }
  return { core }
}

/** The days of the State Council that come with the product, on the first start. */
function seedCalendar(storage: Storage, at: number): void {
  if (storage.readOnly || storage.centre.calendar().years.length > 0) return
  storage.write(() => {
    for (const day of stateCouncilCalendar.days) storage.centre.saveDay(day)
    for (const year of stateCouncilCalendar.years) storage.centre.saveYear(year)
    const after = { days: stateCouncilCalendar.days.length, years: stateCouncilCalendar.years.length }
    const entry = { topic: 'calendar', key: 'stateCouncil', before: null, after } as const
    storage.journal.append({ at, station: '', actor: null, operation: 'calendar.importYear', ...entry })
  })
}

/** Who works on the command line: a person of the data folder without a login, made when first needed. */
function localAdministrator(storage: Storage): Actor {
  if (!storage.readOnly && storage.people.person(LOCAL) === null) {
    const unused = { phone: '', email: '', login: '', secretHash: null, pinHash: null, note: '' }
    storage.write(() =>
      storage.people.savePerson({
        id: LOCAL,
        name: '本机管理员',
        sortKey: 'ben ji guan li yuan',
        role: 'administrator',
        teamId: null,
        ...unused,
        retired: false,
        version: 1,
      }),
    )
  }
  return { personId: LOCAL, role: 'administrator', door: 'cli', tokenHash: null }
}
