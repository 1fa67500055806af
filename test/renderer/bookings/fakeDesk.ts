import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { ChangeNews, Connection } from '../../../renderer/api/connection.ts'
import { setCoreClock } from '../../../renderer/api/now.ts'
import type { Alternative, Booking } from '../../../shared/operations/bookings.ts'
import { operations, type OperationName } from '../../../shared/operations/index.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Refusal } from '../../../shared/refusals.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import { booking, now, outage, people, places, projects, teams, zone, zones } from './deskData.ts'

export * from './deskData.ts'

/*
 * The desk without a core: the places and teams of the demo, a few bookings, and answers that a test sets. Every input is checked against
 * the contract, so that a form cannot send what the core would not take.
 */

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
  /** What an operation answers that this desk knows nothing of, by its name. */
  answers: Partial<Record<OperationName, unknown>> = {}
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
    const value = this.#value(name, parsed.data)
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
          centreNameEn: '',
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
        return { warnings: [], changes: [], ...this.judge(input['request'] as never) }
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
        return this.answers[name]
    }
  }
}
