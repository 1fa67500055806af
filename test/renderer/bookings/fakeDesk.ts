import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { teamPlans } from '../../../electron/core/demo/teams.ts'
import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { ChangeNews, Connection } from '../../../renderer/api/connection.ts'
import { setCoreClock } from '../../../renderer/api/now.ts'
import type { Alternative, Booking } from '../../../shared/operations/bookings.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Person, Project } from '../../../shared/operations/people.ts'
import { operations, type OperationName } from '../../../shared/operations/index.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { toInstant } from '../../../shared/scheduling/zone.ts'

/*
 * The desk without a core: the places and teams of the demo, a few bookings, and answers that a test sets. Every input is checked against
 * the contract, so that a form cannot send what the core would not take.
 */

export const zone = 'Asia/Shanghai'
export const at = (date: string, hour: number, minute = 0) => toInstant({ date, minute: hour * 60 + minute }, zone)
export const now = at('2026-11-24', 10, 42)
export const places = planPlaces()
const byName = new Map([...places.resources.values()].map((each) => [each.name, each.id]))
/** The id of a place of the demo. */
export const placeId = (name: string) => byName.get(name) ?? name

const person = (id: string, name: string, role: Role, teamId: string | null): Person => ({
  id,
  name,
  sortKey: id,
  role,
  teamId,
  phone: '199****0012',
  email: '',
  login: id,
  canSignIn: true,
  hasPin: false,
  note: '',
  retired: false,
  version: 1,
})
export const teams = teamPlans.map(({ key, ...team }) => ({ ...team, id: key }))
const liwei = teams.find(({ shortName }) => shortName === '理微医疗')!.id
const ximicro = teams.find(({ shortName }) => shortName === '曦微光电')!.id
export const people = [
  person('qiantai', '单晓', 'frontDesk', null),
  person('zhuguan', '曾乐', 'manager', null),
  person('tuandui', '欧阳靖', 'member', liwei),
  person('shen', '沈知远', 'member', ximicro),
]
export const projects: Project[] = [
  {
    id: 'pj1',
    no: 'POC-2026-01',
    name: '导管夹具验证',
    teamId: liwei,
    leadId: 'tuandui',
    fundingSource: 'pocFund',
    grantedWan: 85,
    startOn: '2026-03-01',
    endOn: '2027-02-28',
    stage: 'verifying',
    note: '',
    retired: false,
    version: 1,
  },
]

/** A booking of 会议室2 on the next day, 17:00–18:00, with anything changed. */
export function booking(change: Partial<Booking> = {}): Booking {
  return {
    id: 'b1',
    no: 'B26-000123',
    title: '客户视频会',
    status: 'confirmed',
    start: at('2026-11-25', 17),
    end: at('2026-11-25', 18),
    resources: [{ resourceId: placeId('会议室2'), quantity: 1, before: 0, after: 0 }],
    teamId: ximicro,
    projectId: null,
    bookerId: 'qiantai',
    occupantId: 'shen',
    occupantName: '',
    headCount: 4,
    confidential: false,
    serviceKind: null,
    note: '',
    sourceUid: null,
    waivers: [],
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: now - 86_400_000,
    updatedAt: now - 86_400_000,
    version: 3,
    hidden: false,
    ...change,
  }
}

/** Three reasons at once: taken, outside opening hours, too long; the last two a manager may waive. */
export const threeReasons: Refusal[] = [
  {
    code: 'overlaps',
    bookingId: 'b1',
    start: at('2026-11-25', 17),
    end: at('2026-11-25', 18),
    viaResourceId: null,
    buffer: false,
    resourceId: placeId('会议室2'),
    level: 'always',
    waivers: [],
  },
  {
    code: 'outsideHours',
    date: '2026-11-25',
    from: 510,
    until: 1080,
    minutesOutside: 30,
    resourceId: placeId('会议室2'),
    level: 'resource',
    waivers: ['manager', 'administrator'],
  },
  {
    code: 'tooLong',
    limitMinutes: 180,
    askedMinutes: 210,
    resourceId: placeId('会议室2'),
    level: 'centre',
    waivers: ['manager', 'administrator'],
  },
]
export const threeWays: Alternative[] = [
  {
    kind: 'shorter',
    resources: [{ resourceId: placeId('会议室2'), quantity: 1 }],
    start: at('2026-11-25', 15),
    end: at('2026-11-25', 17),
  },
  {
    kind: 'otherPlace',
    resources: [{ resourceId: placeId('研讨室'), quantity: 1 }],
    start: at('2026-11-25', 15),
    end: at('2026-11-25', 18, 30),
  },
  {
    kind: 'otherTime',
    resources: [{ resourceId: placeId('会议室2'), quantity: 1 }],
    start: at('2026-11-30', 14),
    end: at('2026-11-30', 17, 30),
  },
]

type Verdict = { refusals: Refusal[]; alternatives: Alternative[]; needsApproval: boolean }
export type Sent = { name: string; input: Record<string, unknown> }

export class FakeDesk {
  readonly client: Client
  readonly sent: Sent[] = []
  bookings: Booking[] = [booking()]
  outages: Outage[] = []
  affected: string[] = []
  history: unknown[] = []
  /** What `bookings.check` answers to a request. */
  judge: (request: { start: number; end: number; resources: { resourceId: string }[] }) => Verdict = () => ({
    refusals: [],
    alternatives: [],
    needsApproval: false,
  })
  /** Reasons with which a write is refused, by its name. */
  refuse: Record<string, Refusal[] | undefined> = {}
  #listener: ((news: ChangeNews) => void) | null = null
  #seq = 100

  readonly who: string

  constructor(who = 'qiantai') {
    this.who = who
    const connection: Connection = {
      door: 'desk',
      send: async (name, input) => this.#answer(name, input) as never,
      onChange: (listener) => {
        this.#listener = listener
        return () => {
          this.#listener = null
        }
      },
      coreState: () => 'ready',
      onCoreState: () => () => {},
      openChanges: () => {},
      closeChanges: () => {},
    }
    this.client = makeClient(connection)
    setCoreClock(this.client, now)
  }

  /** The last input of an operation. */
  last(name: OperationName): Record<string, unknown> | undefined {
    return this.sent.findLast((each) => each.name === name)?.input
  }

  count(name: OperationName): number {
    return this.sent.filter((each) => each.name === name).length
  }

  /** Another person changes a booking: the stream tells of it. */
  changeElsewhere(id: string, change: Partial<Booking>): void {
    this.bookings = this.bookings.map((each) =>
      each.id === id ? { ...each, ...change, version: each.version + 1, updatedAt: now } : each,
    )
    this.#seq += 1
    this.#listener?.({ seq: this.#seq, from: this.#seq, topics: ['bookings'], keys: [id] })
  }

  #answer(name: OperationName, input: unknown): unknown {
    this.sent.push({ name, input: input as Record<string, unknown> })
    const parsed = operations[name].input.safeParse(input)
    if (!parsed.success) throw new Error(`${name} was given what the contract does not take: ${parsed.error.message}`)
    const refusals = this.refuse[name]
    if (refusals !== undefined) return { ok: false, refusals }
    const value = this.#value(name, parsed.data as Record<string, unknown>)
    if (value === undefined) return { ok: false, refusals: [{ code: 'notFound', what: 'operation', id: name }] }
    this.#seq += operations[name].kind === 'write' ? 1 : 0
    return { ok: true, value, ...(operations[name].kind === 'write' ? { seq: this.#seq } : {}) }
  }

  #value(name: OperationName, input: Record<string, unknown>): unknown {
    const { id } = input as { id?: string }
    const found = this.bookings.find((each) => each.id === id)
    const become = (change: Partial<Booking>) => {
      this.bookings = this.bookings.map((each) =>
        each.id === id ? { ...each, ...change, version: each.version + 1 } : each,
      )
      return this.bookings.find((each) => each.id === id)
    }
    switch (name) {
      case 'centre.status':
        return {
          empty: false,
          demo: true,
          centreName: '演示',
          zone,
          language: 'zh',
          version: '0',
          now,
          readOnly: false,
          savedAt: now,
          seq: 100,
        }
      case 'sessions.current':
        return { person: people.find((each) => each.id === this.who), door: 'desk', idleMinutes: 30 }
      case 'settings.get':
        return { policy: defaultPolicies.centre, kindPolicies: defaultPolicies.kinds }
      case 'resources.list':
        return { zones: zones(), resources: [...places.resources.values()], exclusions: [] }
      case 'teams.list':
        return { teams }
      case 'people.list':
        return { people }
      case 'projects.list':
        return { projects }
      case 'calendar.range':
        return stateCouncilCalendar
      case 'bookings.check':
        return this.judge(input['request'] as never)
      case 'bookings.range':
        return { start: 0, end: 1, bookings: this.bookings }
      case 'bookings.search':
        return { bookings: this.bookings, total: this.bookings.length }
      case 'bookings.one':
        return found
      case 'bookings.history':
        return { entries: this.history }
      case 'bookings.create':
        return { ...booking({ id: 'made', no: 'B26-000900' }), ...input }
      case 'bookings.change':
        return become(input['change'] as Partial<Booking>)
      case 'bookings.cancel':
        return become({ status: 'cancelled' })
      case 'bookings.approve':
        return become({ status: 'confirmed' })
      case 'bookings.reject':
        return become({ status: 'rejected' })
      case 'bookings.checkIn':
        return become({ status: 'inUse' })
      case 'outages.range':
        return { outages: this.outages }
      case 'outages.affected':
        return { bookingIds: this.affected }
      case 'outages.add':
        return { ...outage(), ...input }
      case 'outages.end':
        return { ...outage(), status: 'ended' }
      default:
        return undefined
    }
  }
}

/** 会议室2 out of use on the next day. */
export function outage(change: Partial<Outage> = {}): Outage {
  return {
    id: 'o1',
    resourceId: placeId('会议室2'),
    kind: 'maintenance',
    reason: '空调检修',
    start: at('2026-11-25', 9),
    end: at('2026-11-25', 20),
    status: 'active',
    reportedById: 'zhuguan',
    createdAt: now,
    updatedAt: now,
    version: 1,
    ...change,
  }
}

function zones() {
  const ids = [...new Set([...places.resources.values()].map(({ zoneId }) => zoneId))]
  return ids.map((id, sort) => ({ id, code: id, name: `区域${id}`, nameEn: `Zone ${id}`, sort, retired: false }))
}
