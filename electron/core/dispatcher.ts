import { hash } from 'node:crypto'
import { dirname } from 'node:path'
import type { z } from 'zod'
import { isOperationName, operations, type OperationName } from '../../shared/operations/index.ts'
import type { Operation, Topic, Who } from '../../shared/operations/operation.ts'
import type { Refusal, Role } from '../../shared/refusals.ts'
import type { Outcome, Refused, Reply } from '../../shared/result.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import { StorageError } from '../storage/errors.ts'
import type { Storage } from '../storage/stores.ts'
import { badInput } from './badInput.ts'
import type { ChangeFeed } from './changefeed.ts'
import type { Actor, Context, Handlers, Jobs } from './context.ts'
import { settleWaitlist } from './life/settleWaitlist.ts'
import type { Memory } from './memory.ts'
import { nothingPrepared, preparations, type PreparationReply, type Prepared } from './preparations.ts'
import type { SignInGuard } from './signInGuard.ts'

export type DispatcherParts = {
  storage: Storage
  memory: Memory
  feed: ChangeFeed
  handlers: Handlers
  guard: SignInGuard
  jobs: Jobs
  version: string
  newId: () => string
  newToken: () => string
  /** Notes a fault of ours and answers its id. */
  fault: (operation: string, error: unknown) => string
}

export type Request = { operation: string; input: unknown; requestId?: string | undefined; actor: Actor; now: Instant }
export type Dispatcher = {
  dispatch: (request: Request) => Promise<Reply<unknown>>
  /** The write of a job: like an operation's, in the name of the operation that started it. A refusal rolls back everything. */
  transact: <T>(
    as: { operation: OperationName; actor: Actor; now: Instant },
    work: (context: Context) => Outcome<T>,
  ) => Reply<T>
  savedAt: () => Instant | null
}

/** Carries a refusal out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  readonly refusals: Refusal[]
  constructor(refusals: Refusal[]) {
    super('refused')
    this.refusals = refusals
  }
}

type Any = Operation<z.ZodType, z.ZodType>
type AnyHandler = (context: Context, input: unknown) => Outcome<unknown>

const no = (...refusals: Refusal[]): Refused => ({ ok: false, refusals })
const definitionOf = (name: OperationName): Any => operations[name]

/** The one path of every operation, whatever the door: name, right, input, transaction, handler, journal, COMMIT, and only then the news. */
export function openDispatcher(parts: DispatcherParts): Dispatcher {
  const { storage, memory, feed, handlers, guard, jobs } = parts
  const folder = dirname(storage.file)
  let savedAt: Instant | null = storage.journal.head().at

  async function dispatch(request: Request): Promise<Reply<unknown>> {
    const { operation: name, actor, now } = request
    if (!isOperationName(name)) return no({ code: 'notFound', what: 'operation', id: name.slice(0, 64) })
    const definition = definitionOf(name)
    if (actor.door === 'http' && !definition.portal) return no({ code: 'notFound', what: 'operation', id: name })
    const right = mayRun(name, definition.who, actor.role)
    if (right !== null) return no(right)
    const parsed = definition.input.safeParse(request.input)
    if (!parsed.success) return no(...badInput(parsed.error, request.input))
    if (definition.kind === 'write' && storage.readOnly) return no({ code: 'readOnlyStorage', folder })
    try {
      const prepare = preparations[name] as ((door: object, input: unknown) => Promise<PreparationReply>) | undefined
      const ready = (await prepare?.({ stores: storage, guard, actor, now }, parsed.data)) ?? {
        prepared: nothingPrepared,
      }
      if ('refusals' in ready) return no(...ready.refusals)
      return definition.kind === 'read'
        ? storage.read(() => answer(name, parsed.data, request, ready.prepared))
        : write(name, parsed.data, request, ready.prepared)
    } catch (error) {
      return notDone(name, error)
    }
  }

  function answer(name: OperationName, input: unknown, { actor, now }: Request, prepared: Prepared): Reply<unknown> {
    const outcome = (handlers[name] as AnyHandler)(contextFor({ name, actor, now, prepared }, null), input)
    return outcome.done ? { ok: true, value: outcome.value } : no(...outcome.refusals)
  }

  function write(name: OperationName, input: unknown, request: Request, prepared: Prepared): Reply<unknown> {
    const { actor, now, requestId } = request
    const remembers = definitionOf(name).remembers !== false && requestId !== undefined
    const who = actor.personId ?? actor.door
    const inputHash = remembers ? hashOf(name, input) : ''
    return commit({ name, actor, now, prepared }, (context, log) => {
      const known = remembers ? storage.requests.find(who, requestId) : null
      if (known !== null) {
        const same = known.operation === name && known.inputHash === inputHash
        return same ? (JSON.parse(known.reply) as Reply<unknown>) : no({ code: 'requestReused', requestId: requestId! })
      }
      const outcome = (handlers[name] as AnyHandler)(context, input)
      if (!outcome.done) throw new RolledBack(outcome.refusals)
      settleWaitlist(context, log.last)
      const accepted: Reply<unknown> = { ok: true, value: outcome.value, ...(log.last > 0 ? { seq: log.last } : {}) }
      if (remembers) {
        const reply = JSON.stringify(accepted)
        storage.requests.keep({ actor: who, requestId, operation: name, inputHash, reply, at: now })
      }
      return accepted
    })
  }

  function transact<T>(
    { operation: name, actor, now }: { operation: OperationName; actor: Actor; now: Instant },
    work: (context: Context) => Outcome<T>,
  ): Reply<T> {
    try {
      return commit({ name, actor, now, prepared: nothingPrepared }, (context, log) => {
        const outcome = work(context)
        if (!outcome.done) throw new RolledBack(outcome.refusals)
        settleWaitlist(context, log.last)
        return { ok: true, value: outcome.value, ...(log.last > 0 ? { seq: log.last } : {}) }
      }) as Reply<T>
    } catch (error) {
      return notDone(name, error) as Reply<T>
    }
  }

  /** One immediate transaction; the news of it only after its COMMIT. */
  function commit(as: Act, work: (context: Context, log: WriteLog) => Reply<unknown>): Reply<unknown> {
    const log: WriteLog = { first: 0, last: 0, topics: new Set(), keys: new Set(), after: [] }
    let reply: Reply<unknown>
    try {
      reply = storage.write(() => work(contextFor(as, log), log))
    } catch (error) {
      const refused = error instanceof RolledBack
      if (!refused || log.topics.size > 0) memory.forget('everything')
      if (refused) return no(...error.refusals)
      throw error
    }
    if (log.last > 0) {
      savedAt = as.now
      feed.publish({ seq: log.last, from: log.first, topics: [...log.topics], keys: [...log.keys] })
    }
    for (const after of log.after) after()
    return reply
  }

  function contextFor({ name, actor, now, prepared }: Act, log: WriteLog | null): Context {
    return {
      now,
      actor,
      operation: name,
      stores: storage,
      memory,
      version: parts.version,
      readOnly: storage.readOnly,
      newId: parts.newId,
      newToken: parts.newToken,
      prepared,
      jobs,
      savedAt: () => savedAt,
      record(topic, key, before, after) {
        if (log === null) throw new Error(`${name} is a read and must not write the journal`)
        const row = { at: now, station: '', actor: actor.personId, operation: name, topic, key, before, after }
        const seq = storage.journal.append(row)
        log.first ||= seq
        log.last = seq
        log.topics.add(topic)
        log.keys.add(key)
        memory.forget(topic)
      },
      afterCommit(work) {
        if (log === null) throw new Error(`${name} is a read and has nothing to do after a commit`)
        log.after.push(work)
      },
      within(inner, input, as) {
        const definition = definitionOf(inner)
        const parsed = definition.input.safeParse(input)
        if (!parsed.success) return { done: false, refusals: badInput(parsed.error, input) }
        const right = mayRun(inner, definition.who, as.actor.role)
        if (right !== null) return { done: false, refusals: [right] }
        const context = contextFor({ name: inner, actor: as.actor, now: as.now, prepared: nothingPrepared }, log)
        const before = log === null ? null : { first: log.first, last: log.last }
        try {
          return storage.write(() => {
            const outcome = (handlers[inner] as AnyHandler)(context, parsed.data)
            if (!outcome.done) throw new RolledBack(outcome.refusals)
            return outcome as never
          })
        } catch (error) {
          memory.forget('everything')
          // The numbers that were given out are free again.
          if (log !== null && before !== null) Object.assign(log, before)
          if (error instanceof RolledBack) return { done: false, refusals: error.refusals }
          return { faultId: parts.fault(inner, error) }
        }
      },
    }
  }

  /** What went wrong below the handlers: full and read-only disks are reasons a person can act on; the rest is a fault of ours. */
  function notDone(name: string, error: unknown): Reply<unknown> {
    if (error instanceof StorageError && error.kind === 'full') return no({ code: 'diskFull', folder })
    if (error instanceof StorageError && error.kind === 'readOnly') return no({ code: 'readOnlyStorage', folder })
    return { ok: false, faultId: parts.fault(name, error) }
  }

  return { dispatch, transact, savedAt: () => savedAt }
}

type Act = { name: OperationName; actor: Actor; now: Instant; prepared: Prepared }
type WriteLog = { first: number; last: number; topics: Set<Topic>; keys: Set<string>; after: (() => void)[] }

function mayRun(operation: OperationName, who: Who, role: Role | null): Refusal | null {
  if (who === 'anyone') return null
  if (role === null) return { code: 'notSignedIn' }
  if (who === 'signedIn' || who.includes(role)) return null
  return { code: 'notAllowed', operation, role, needs: [...who] }
}

function hashOf(name: string, input: unknown): string {
  return hash('sha256', `${name}\0${JSON.stringify(input)}`, 'base64url')
}
