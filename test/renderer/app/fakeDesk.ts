import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { teamPlans } from '../../../electron/core/demo/teams.ts'
import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { ChangeNews, Connection } from '../../../renderer/api/connection.ts'
import type { CoreState } from '../../../shared/bridge.ts'
import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Person } from '../../../shared/operations/people.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { toInstant } from '../../../shared/scheduling/zone.ts'
import { pinyinFilter } from '../../../shared/text/pinyin.ts'

/*
 * A core that is no core: it keeps who is signed in, whether the centre is empty, and a handful of bookings, and answers what the frame
 * asks. Pages are not its matter.
 */

export const zone = 'Asia/Shanghai'
export const now = toInstant({ date: '2026-11-24', minute: 10 * 60 + 42 }, zone)
const at = (hour: number) => toInstant({ date: '2026-11-24', minute: hour * 60 }, zone)
const places = planPlaces()
const teams = teamPlans.map(({ key, ...team }) => ({ ...team, id: key }))

function personOf(id: string, name: string, role: Role, login: string, hasPin = true): Person {
  return {
    id,
    name,
    sortKey: login,
    role,
    teamId: role === 'member' ? teams[0]!.id : null,
    phone: '199****0012',
    email: '',
    login,
    canSignIn: login !== '',
    hasPin,
    note: '',
    retired: false,
    version: 1,
  }
}

export const people: Person[] = [
  personOf('p-desk', '单晓芸', 'frontDesk', 'qiantai'),
  personOf('p-manager', '曾乐', 'manager', 'zhuguan'),
  personOf('p-keeper', '区伟文', 'keeper', 'jizu'),
  personOf('p-member', '阿依古丽·买买提', 'member', 'tuandui', false),
  personOf('p-admin', '尉迟敏', 'administrator', 'admin'),
]
export const secretOf = (login: string) => `${login}-only-once`
export const PIN = '246810'

function bookingOf(id: string, title: string, from: number, status: Booking['status']): Booking {
  return {
    id,
    no: `B26-00${id}`,
    title,
    status,
    start: at(from),
    end: at(from) + 90 * MINUTE,
    resources: [{ resourceId: [...places.resources.keys()][2]!, quantity: 1, before: 0, after: 0 }],
    teamId: teams[0]!.id,
    projectId: null,
    bookerId: 'p-desk',
    occupantId: null,
    occupantName: '',
    headCount: 6,
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
    createdAt: now,
    updatedAt: now,
    version: 1,
    hidden: false,
  }
}

const bookings = [
  bookingOf('1001', '版图评审', 10, 'inUse'),
  bookingOf('1002', '会议纪要评审', 14, 'pending'),
  bookingOf('1003', '投资人尽调', 16, 'pending'),
]

export type FakeDesk = {
  client: Client
  sent: { name: string; input: Record<string, unknown> }[]
  empty: boolean
  demo: boolean
  readOnly: boolean
  signedIn: Person | null
  /** Refuses the named operation next time it is asked. */
  refuse: Map<string, Refusal[]>
  tell: (news: ChangeNews) => void
  become: (state: CoreState) => void
}

/** A desk (or portal) connection that answers from memory. */
export function fakeDesk(
  start: Partial<Pick<FakeDesk, 'empty' | 'readOnly' | 'signedIn'>> & { door?: 'desk' | 'http' } = {},
): FakeDesk {
  const news = new Set<(news: ChangeNews) => void>()
  const states = new Set<(state: CoreState) => void>()
  let state: CoreState = 'ready'
  let saved = now
  const fake: Omit<FakeDesk, 'client'> = {
    sent: [],
    empty: start.empty ?? false,
    demo: true,
    readOnly: start.readOnly ?? false,
    signedIn: start.signedIn ?? null,
    refuse: new Map(),
    tell: (told) => {
      saved += 5_000
      for (const listener of news) listener(told)
    },
    become: (next) => {
      state = next
      for (const listener of states) listener(next)
    },
  }
  const wrong: Refusal[] = [{ code: 'wrongSecret' }]
  const enter = (person: Person | undefined, right: boolean) => {
    if (person === undefined || !right) return { refusals: wrong }
    fake.signedIn = person
    return { person, token: 't' }
  }
  const answers: Record<string, (input: never) => unknown> = {
    'centre.status': () => ({
      empty: fake.empty,
      demo: fake.demo,
      centreName: fake.empty ? '' : '亨通概念验证中心',
      centreNameEn: '',
      zone,
      language: 'zh',
      version: '0.1.0',
      now,
      readOnly: fake.readOnly,
      savedAt: fake.empty ? null : saved,
      seq: 4711,
    }),
    'centre.demo': () => {
      fake.empty = false
      return {
        users: people.map(({ login, name }) => ({ login, name, secret: secretOf(login), pin: PIN })),
        bookings: 812,
        resources: 45,
      }
    },
    'centre.setUp': (input: { administratorName: string; login: string }) => {
      fake.empty = false
      fake.demo = false
      people.push(personOf('p-new', input.administratorName, 'administrator', input.login))
      return { administratorId: 'p-new' }
    },
    'sessions.current': () => ({ person: fake.signedIn, door: start.door ?? 'desk', idleMinutes: 30 }),
    'sessions.people': () => ({
      people: people.map(({ id, name, role, login, hasPin }) => ({ id, name, role, login, hasPin })),
    }),
    'sessions.signIn': ({ name, secret }: { name: string; secret: string }) =>
      enter(
        people.find(({ login }) => login === name),
        secret === secretOf(name) || secret === 'a secret of my own',
      ),
    'sessions.switch': ({ personId, pin }: { personId: string; pin: string }) =>
      enter(
        people.find(({ id }) => id === personId),
        pin === PIN,
      ),
    'sessions.signOut': () => {
      fake.signedIn = null
      return {}
    },
    'sessions.changeSecret': ({ current }: { current: string }) =>
      current === secretOf(fake.signedIn?.login ?? '') ? {} : { refusals: wrong },
    'resources.list': () => ({ zones: [], resources: [...places.resources.values()], exclusions: [] }),
    'teams.list': () => ({ teams }),
    'people.list': () => ({ people }),
    'bookings.search': ({ text = '', statuses }: { text?: string; statuses?: string[] }) => {
      const found = pinyinFilter(bookings, text, ({ title, no }) => [title, no]).filter(
        ({ status }) => statuses?.includes(status) ?? true,
      )
      return { bookings: found, total: found.length }
    },
    'undo.apply': () => ({ undone: 'bookings.move', key: '1001', bookingIds: ['1001'] }),
  }
  const connection: Connection = {
    door: start.door ?? 'desk',
    async send(name, input) {
      fake.sent.push({ name, input })
      if (state !== 'ready') return { ok: false, unreachable: true }
      const refusals = fake.refuse.get(name)
      fake.refuse.delete(name)
      if (refusals !== undefined) return { ok: false, refusals }
      const answer = answers[name]
      if (answer === undefined) return { ok: false, refusals: [{ code: 'notFound', what: 'operation', id: name }] }
      const value = answer(input as never) as { refusals?: Refusal[] }
      if (value.refusals !== undefined) return { ok: false, refusals: value.refusals }
      return { ok: true, value } as never
    },
    onChange: (listener) => {
      news.add(listener)
      return () => news.delete(listener)
    },
    coreState: () => state,
    onCoreState: (listener) => {
      states.add(listener)
      return () => states.delete(listener)
    },
    openChanges: () => {},
    closeChanges: () => {},
  }
  return Object.assign(fake, { client: makeClient(connection) })
}
