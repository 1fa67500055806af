import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { Core, DoorName } from '../../electron/core/coreTypes.ts'
import { openCore } from '../../electron/core/core.ts'
import type { Input, OperationName, ReplyTo, Value } from '../../shared/operations/index.ts'
import type { Refusal, Role } from '../../shared/refusals.ts'
import { at } from './situation.ts'

const made: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(made.splice(0).map((close) => close()))
})

/** Speaks to a core as one person through one door. */
export type Caller = {
  send: <N extends OperationName>(name: N, input: Input<N>, requestId?: string) => Promise<ReplyTo<N>>
  /** The value; throws with the reasons when it was refused. */
  done: <N extends OperationName>(name: N, input: Input<N>, requestId?: string) => Promise<Value<N>>
  /** The reasons; throws when it was accepted. */
  refused: <N extends OperationName>(name: N, input: Input<N>) => Promise<Refusal[]>
}

export type TestCore = {
  core: Core
  folder: string
  /** The clock, in UTC ms: set it to let time pass. */
  clock: { now: number }
  /** The local administrator. */
  admin: Caller
  /** Signs a new person of the role in, through a door (the desk by default). */
  as: (
    role: Role,
    options?: { teamId?: string | null; door?: DoorName; name?: string },
  ) => Promise<Caller & { id: string; token: string }>
  callerOf: (token: string | null, door?: DoorName) => Caller
  reopen: () => Promise<TestCore>
}

/** A caller over something that answers. */
export function caller(send: Caller['send']): Caller {
  return {
    send,
    async done(name, input, requestId) {
      const reply = await send(name, input, requestId)
      if (reply.ok) return reply.value as never
      throw new Error(`${name} was not done: ${JSON.stringify('refusals' in reply ? reply.refusals : reply)}`)
    },
    async refused(name, input) {
      const reply = await send(name, input)
      if (!reply.ok && 'refusals' in reply) return reply.refusals
      throw new Error(`${name} was not refused: ${JSON.stringify(reply).slice(0, 500)}`)
    },
  }
}

export const testSecret = 'a-secret-for-tests'

type Options = { folder?: string; now?: number; memory?: boolean }

/** A real core on a real SQLite: in memory by default, with a fixed clock on Monday 2026-03-02 08:00 in Shanghai. Closed after each test. */
export async function makeTestCore(options: Options = {}): Promise<TestCore> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'hengtong-test-'))
  const clock = { now: options.now ?? at('2026-03-02', '08:00') }
  const opened = await openCore({
    folder,
    make: true,
    version: '0.0.0-test',
    memory: options.memory ?? true,
    now: () => clock.now,
  })
  if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
  const { core } = opened
  made.push(async () => {
    await core.close()
    rmSync(folder, { recursive: true, force: true })
  })
  const callerOf = (token: string | null, door: DoorName = 'desk'): Caller =>
    caller((operation, input, requestId) => core.call({ operation, input, requestId, token, door }) as never)
  const admin = caller((name, input) => core.perform(name, input))
  let count = 0
  return {
    core,
    folder,
    clock,
    admin,
    callerOf,
    async as(role, { teamId = null, door = 'desk', name } = {}) {
      count += 1
      const login = `${role.toLowerCase()}${count}`
      const { id } = await admin.done('people.save', {
        person: { name: name ?? `${role} ${count}`, role, teamId, login, secret: testSecret },
      })
      const { token } = await callerOf(null, door).done('sessions.signIn', { name: login, secret: testSecret })
      return { ...callerOf(token, door), id, token }
    },
    async reopen() {
      await core.close()
      return makeTestCore({ folder, now: clock.now, memory: false })
    },
  }
}

/** A zone with two rooms, a hall of two parts, a pool of two printers and an analyser; answers ids by code. */
export async function makePlaces({ admin }: TestCore): Promise<Record<string, string>> {
  const zone = await admin.done('zones.save', { zone: { code: 'A', name: '公共区' } })
  const ids: Record<string, string> = {}
  const make = async (resource: Omit<Input<'resources.save'>['resource'], 'zoneId'>) => {
    const saved = await admin.done('resources.save', { resource: { zoneId: zone.id, ...resource } })
    ids[resource.code] = saved.id
  }
  await make({ code: 'A106', name: '会议室2', kind: 'meetingRoom', capacity: 10, areaM2: 22 })
  await make({ code: 'A107', name: '研讨室', kind: 'seminarRoom', capacity: 6, areaM2: 14 })
  await make({ code: 'A102', name: '路演厅A', kind: 'roadshowHall', capacity: 40, areaM2: 44 })
  await make({ code: 'A103', name: '路演厅B', kind: 'roadshowHall', capacity: 24, areaM2: 28 })
  await make({
    code: 'HALL',
    name: '路演厅(全厅)',
    kind: 'roadshowHall',
    capacity: 64,
    partIds: [ids['A102']!, ids['A103']!],
    policy: { bufferBefore: 30, bufferAfter: 30, approval: true },
  })
  await make({ code: 'YQ-016', name: 'FDM 3D打印机', kind: 'instrument', units: 2 })
  await make({ code: 'YQ-003', name: '矢量网络分析仪', kind: 'instrument' })
  return ids
}
