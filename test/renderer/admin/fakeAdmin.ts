import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { exclusionPlans, zonePlans } from '../../../electron/core/demo/places.ts'
import { fakePhone, personPlans, projectPlans, teamPlans } from '../../../electron/core/demo/teams.ts'
import { makeClient, type Client } from '../../../renderer/api/client.ts'
import type { Connection } from '../../../renderer/api/connection.ts'
import type { CalendarDay, Settings } from '../../../shared/operations/centre.ts'
import type { OperationName, Parsed } from '../../../shared/operations/index.ts'
import type { Person, Project, Team } from '../../../shared/operations/people.ts'
import type { Job } from '../../../shared/operations/reports.ts'
import type { Exclusion, Resource, Zone } from '../../../shared/operations/resources.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { defaultPolicies } from '../../../shared/scheduling/policy.ts'
import { stateCouncilDays, stateCouncilYears } from '../../../shared/scheduling/stateCouncil.ts'
import { toInstant } from '../../../shared/scheduling/zone.ts'
import { maskPhone } from '../../../shared/text/format.ts'

/*
 * A centre without a core: the demo's places, teams and people in memory, changed by the few writes of the administration pages. It judges
 * nothing; a test that wants a refusal says which.
 */

export const zone = 'Asia/Shanghai'
export const now = toInstant({ date: '2026-11-24', minute: 10 * 60 + 42 }, zone)

export type FakeAdmin = {
  client: Client
  /** Every operation asked for, in order. */
  sent: { name: string; input: Record<string, unknown> }[]
  /** Reasons with which an operation is refused, until taken out. */
  refusals: Record<string, Refusal[]>
  /** What the next imports.start answers, by its input. */
  job: (input: { fileName: string; dryRun: boolean }) => Job
  resources: Resource[]
  people: Person[]
  settings: Settings
  days: CalendarDay[]
}

/** A client on a centre in memory, seen by a person of the given role. */
export function fakeAdmin(role: Role = 'administrator'): FakeAdmin {
  const places = planPlaces()
  const zones: Zone[] = zonePlans.map((plan, sort) => ({ ...plan, id: plan.code, sort, retired: false }))
  const exclusions: Exclusion[] = exclusionPlans.map((plan, index) => ({
    id: `x${index}`,
    name: plan.name,
    resourceIds: [...plan.codes],
    retired: false,
  }))
  const teams = teamPlans.map(({ key, ...team }) => ({
    creditCode: '',
    since: null,
    until: null,
    note: '',
    colour: 'slate',
    ...team,
    id: key,
    retired: false,
    version: 1,
  })) as Team[]
  const projects: Project[] = projectPlans.map(({ team, lead, ...plan }) => ({
    ...plan,
    id: plan.no,
    teamId: team,
    leadId: lead,
    fundingSource: plan.fundingSource as Project['fundingSource'],
    stage: plan.stage as Project['stage'],
    retired: false,
    version: 1,
  }))
  const years = stateCouncilYears.map((year) => ({ ...year }))
  const jobs: Job[] = []
  const fake: Omit<FakeAdmin, 'client'> = {
    sent: [],
    refusals: {},
    resources: [...places.resources.values()],
    people: personPlans.map((plan, index) => ({
      id: plan.key,
      name: plan.name,
      sortKey: plan.key,
      role: plan.role,
      teamId: plan.team,
      phone: maskPhone(fakePhone(index)),
      email: '',
      login: plan.login ?? '',
      canSignIn: plan.login !== undefined,
      hasPin: plan.login !== undefined,
      note: plan.note ?? '',
      retired: false,
      version: 1,
    })),
    settings: {
      centreName: '亨通大厦概念验证中心(演示)',
      centreNameEn: 'Hengtong Building Proof-of-Concept Centre (demo)',
      zone,
      demo: true,
      boardFrom: 480,
      boardUntil: 1260,
      language: 'zh',
      policy: { ...defaultPolicies.centre, horizonDays: 60 },
      kindPolicies: defaultPolicies.kinds,
      idleMinutes: 30,
    },
    days: [...stateCouncilDays],
    job: ({ fileName, dryRun }) => ({
      ...blankJob,
      result: {
        file: fileName,
        dryRun,
        found: 2,
        created: 2,
        changed: 0,
        unchanged: 0,
        refused: 0,
        resourcesCreated: [],
        preview: [0, 1].map((index) => ({
          line: index + 2,
          title: `周例会 ${index + 1}`,
          resource: '会议室2',
          start: now + index * 86_400_000,
          end: now + index * 86_400_000 + 3_600_000,
          outcome: 'create',
        })),
      },
    }),
  }
  const replace = <T extends { id: string }>(list: T[], id: string, change: Partial<T>) => {
    const at = list.findIndex((each) => each.id === id)
    list[at] = { ...list[at]!, ...change }
    return list[at]
  }
  const saved = <T extends { id: string; version?: number }>(
    list: T[],
    given: object & { id?: string | undefined },
    blank: object,
  ) => {
    if (given.id !== undefined) {
      const old = list.find((each) => each.id === given.id)
      return replace(list, given.id, { ...given, version: (old?.version ?? 1) + 1 } as Partial<T>)
    }
    const made = { ...blank, ...given, id: `new-${list.length}`, retired: false, version: 1 } as unknown as T
    list.push(made)
    return made
  }
  const answers: { [N in OperationName]?: (input: Parsed<N>) => unknown } = {
    'centre.status': () => ({
      empty: false,
      demo: true,
      centreName: fake.settings.centreName,
      centreNameEn: '',
      zone,
      language: 'zh',
      version: '0.1.0',
      now,
      readOnly: false,
      savedAt: now,
      seq: 3,
    }),
    'sessions.current': () => ({ person: { ...fake.people[0]!, role }, door: 'desk', idleMinutes: 30 }),
    'settings.get': () => fake.settings,
    'settings.set': ({ change }) => (fake.settings = { ...fake.settings, ...change } as Settings),
    'resources.list': () => ({ zones: [...zones], resources: [...fake.resources], exclusions: [...exclusions] }),
    'resources.save': ({ resource }) => saved(fake.resources, resource, { state: 'up', stateReason: '' }),
    'resources.retire': ({ id, retired }) => replace(fake.resources, id, { retired }),
    'resources.setState': ({ id, state, reason }) => replace(fake.resources, id, { state, stateReason: reason }),
    'zones.save': ({ zone: given }) => saved(zones, given, {}),
    'zones.retire': ({ id, retired }) => replace(zones, id, { retired }),
    'exclusions.save': ({ exclusion }) => saved(exclusions, exclusion, {}),
    'exclusions.retire': ({ id, retired }) => replace(exclusions, id, { retired }),
    'teams.list': () => ({ teams: [...teams] }),
    'teams.save': ({ team }) =>
      saved(teams, team, { colour: 'sky', creditCode: '', since: null, until: null, note: '' }),
    'projects.list': () => ({ projects: [...projects] }),
    'projects.save': ({ project }) => saved(projects, project, {}),
    'people.list': () => ({ people: [...fake.people] }),
    'people.save': ({ person }) => saved(fake.people, person, {}),
    'people.retire': ({ id, retired }) => replace(fake.people, id, { retired }),
    'people.reveal': ({ id }) => ({
      phone: fakePhone(fake.people.findIndex((each) => each.id === id)),
      email: 'someone@example.org',
    }),
    'calendar.range': () => ({ days: [...fake.days], years: [...years] }),
    'calendar.setDay': ({ day }) => {
      const made = { nameEn: '', note: '', ...day, source: 'manual' } as CalendarDay
      fake.days = [...fake.days.filter((each) => each.date !== made.date), made]
      return made
    },
    'calendar.clearDay': ({ date }) => {
      fake.days = fake.days.filter((each) => each.date !== date)
      return {}
    },
    'calendar.importYear': ({ year, days }) => {
      const given = days.map((day) => ({ nameEn: '', note: '', ...day, source: 'official' }) as CalendarDay)
      fake.days = [...fake.days.filter((each) => !each.date.startsWith(String(year))), ...given]
      return { days: given.length, affectedBookingIds: ['b1'] }
    },
    'bookings.one': ({ id }) => ({
      id,
      no: 'B27-000001',
      title: '版图评审',
      status: 'confirmed',
      start: now,
      end: now + 3_600_000,
      resources: [{ resourceId: 'A106', quantity: 1, before: 0, after: 0 }],
    }),
    'imports.start': (input) => {
      const job = { ...fake.job(input), id: `job-${jobs.length}` }
      jobs.unshift(job)
      return job
    },
    'backups.start': () => {
      const job = { ...blankJob, kind: 'backup', fileName: 'hengtong-20261124.db', id: `job-${jobs.length}` }
      jobs.unshift(job)
      return job
    },
    'jobs.get': ({ id }) => jobs.find((each) => each.id === id),
    'jobs.list': () => ({ jobs: [...jobs] }),
    'journal.read': () => ({
      entries: [1, 2, 3].map((seq) => ({
        seq,
        at: now - (4 - seq) * 60_000,
        byId: 'zeng',
        operation: seq === 3 ? 'bookings.move' : 'resources.save',
        key: `k${seq}`,
        before: seq === 1 ? null : { name: '会议室2', capacity: 8 },
        after: { name: '会议室2', capacity: 10 },
      })),
      head: 'c0ffee1234567890',
      seq: 3,
    }),
    'journal.verify': () => ({ sound: true, entries: 3, head: 'c0ffee1234567890', firstBad: null }),
  }
  let seq = 3
  const connection: Connection = {
    door: 'desk',
    async send(name, input) {
      fake.sent.push({ name, input })
      const refusals = fake.refusals[name]
      if (refusals !== undefined) return { ok: false, refusals }
      const answer = answers[name] as ((input: unknown) => unknown) | undefined
      if (answer === undefined) return { ok: false, refusals: [{ code: 'notFound', what: 'operation', id: name }] }
      const write = /\.(save|retire|setState|set|setDay|clearDay|importYear|start|reveal)$/.test(name)
      return {
        ok: true,
        value: structuredClone(answer(input)),
        ...(write ? { seq: (seq += 1) } : {}),
      } as never
    },
    onChange: () => () => {},
    coreState: () => 'ready',
    onCoreState: () => () => {},
    openChanges: () => {},
    closeChanges: () => {},
  }
  return Object.assign(fake, { client: makeClient(connection) })
}

const blankJob: Job = {
  id: '',
  kind: 'import',
  status: 'done',
  progress: 2,
  total: 2,
  fileName: 'plan.csv',
  result: null,
  refusals: [],
  createdAt: now,
  updatedAt: now,
  byId: 'zeng',
}
/** A job that came to its end, to be filled in by a test. */
export const endedJob = blankJob
