import type { Instant } from '../../../shared/scheduling/time.ts'
import type { Clerk } from './clerk.ts'
import { demoPolicies, placePlans } from './ledger.ts'
import type { Frame } from './plan.ts'
import { bundlePlans, exclusionPlans, zonePlans } from './places.ts'
import { newSecret } from './secrets.ts'
import { fakePhone, personPlans, projectPlans, teamPlans } from './teams.ts'

export type DemoUser = { login: string; name: string; secret: string; pin: string }

export const centreName = '亨通大厦概念验证中心(演示)'
export const centreNameEn = 'Hengtong Building Proof-of-Concept Centre (demo)'

/** Sets up the centre with its rules, places, teams, people and projects; answers the users with their secrets. */
export function found(clerk: Clerk, frame: Frame, at: Instant): DemoUser[] {
  const users = setUp(clerk, frame, at)
  addPlaces(clerk, at)
  addPeople(clerk, at, users)
  for (const { lead, team, startOn, endOn, ...project } of projectPlans) {
    const saved = clerk.perform(
      'projects.save',
      {
        project: {
          ...project,
          teamId: clerk.ids.teams.get(team)!,
          leadId: clerk.ids.people.get(lead)!,
          startOn: frame.day(startOn),
          endOn: frame.day(endOn),
        },
      },
      'zeng',
      at,
    )
    clerk.ids.projects.set(project.no, saved.id)
  }
  return [...users.values()]
}

function setUp(clerk: Clerk, frame: Frame, at: Instant): Map<string, DemoUser> {
  const users = new Map<string, DemoUser>()
  for (const { key, name, login } of personPlans)
    if (login !== undefined) users.set(key, { login, name, ...newSecret() })
  const admin = users.get('admin')!
  const { administratorId } = clerk.perform(
    'centre.setUp',
    { centreName, zone: frame.zone, administratorName: admin.name, login: admin.login, secret: admin.secret },
    null,
    at,
  )
  clerk.ids.people.set('admin', administratorId)
  clerk.perform(
    'settings.set',
    { change: { centreNameEn, policy: demoPolicies.centre, kindPolicies: demoPolicies.kinds } },
    'admin',
    at,
  )
  return users
}

function addPlaces(clerk: Clerk, at: Instant): void {
  const { ids } = clerk
  const zoneIds = new Map<string, string>()
  zonePlans.forEach((zone, sort) =>
    zoneIds.set(zone.code, clerk.perform('zones.save', { zone: { ...zone, sort } }, 'admin', at).id),
  )
  placePlans.forEach(({ zone, room, parts = [], features = [], ...place }, sort) => {
    const saved = clerk.perform(
      'resources.save',
      {
        resource: {
          ...place,
          sort,
          zoneId: zoneIds.get(zone)!,
          roomId: room === undefined ? null : ids.resources.get(room)!,
          partIds: parts.map((code) => ids.resources.get(code)!),
          features: [...features],
        },
      },
      'admin',
      at,
    )
    ids.resources.set(place.code, saved.id)
  })
  for (const { name, codes } of exclusionPlans)
    clerk.perform(
      'exclusions.save',
      { exclusion: { name, resourceIds: codes.map((code) => ids.resources.get(code)!) } },
      'admin',
      at,
    )
  for (const { parts, ...bundle } of bundlePlans)
    clerk.perform(
      'bundles.save',
      {
        bundle: {
          ...bundle,
          parts: parts.map(({ code, ...part }) => ({
            ...part,
            resourceId: code === null ? null : ids.resources.get(code)!,
          })),
        },
      },
      'admin',
      at,
    )
}

function addPeople(clerk: Clerk, at: Instant, users: ReadonlyMap<string, DemoUser>): void {
  const { ids } = clerk
  for (const { key, ...team } of teamPlans) ids.teams.set(key, clerk.perform('teams.save', { team }, 'admin', at).id)
  personPlans.forEach(({ key, team, note = '', ...person }, index) => {
    const user = users.get(key)
    const saved = clerk.perform(
      'people.save',
      {
        person: {
          ...person,
          ...(key === 'admin' ? { id: ids.people.get('admin')! } : {}),
          ...(user && key !== 'admin' ? { secret: user.secret } : {}),
          ...(user ? { pin: user.pin } : {}),
          teamId: ids.teams.get(team)!,
          phone: fakePhone(index),
          note: ['虚构人物', note].filter(Boolean).join('；'),
        },
      },
      'admin',
      at,
    )
    ids.people.set(key, saved.id)
  })
}
