import type { OpenHours, Policy, ResourceKind } from '../operations/fields.ts'
import type { Resource } from '../operations/resources.ts'
import type { Level, Refusal } from '../refusals.ts'
import { contradictions } from './rules/contradictions.ts'
import type { Policies } from './situation.ts'

export type Knob = keyof Policy
/** A setting with the level it came from. */
export type Effective<K extends Knob> = { value: NonNullable<Policy[K]>; level: Exclude<Level, 'always' | 'team'> }
export type EffectivePolicy = { [K in Knob]-?: Effective<K> }

function weekdays(from: number, until: number): OpenHours {
  return {
    days: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? [{ from, until }] : [])),
    makeupWorkday: null,
    holiday: [],
  }
}

/** Open at every minute of every day, holidays included: offices let for long, chambers that run unattended. */
export const alwaysOpen: OpenHours = {
  days: Array.from({ length: 7 }, () => [{ from: 0, until: 1440 }]),
  makeupWorkday: null,
  holiday: [{ from: 0, until: 1440 }],
}

/** What a new centre has set for itself: the suggested defaults (domain facts §4.1). Open 08:30–21:00 Monday to Friday. */
const suggested = {
  openHours: weekdays(510, 1260),
  stepMinutes: 15,
  minMinutes: 15,
  maxMinutes: 240,
  noticeMinutes: 0,
  horizonDays: 30,
  approval: false,
  bufferBefore: 0,
  bufferAfter: 0,
  checkInBefore: 10,
  checkInAfter: 15,
  releaseNoShow: false,
  releaseOwn: false,
} satisfies Policy

/** What holds where nothing is set: the suggested defaults, and no limit that nobody asked for. */
export const fallbackPolicy: Required<Policy> = {
  ...suggested,
  changeNoticeMinutes: 0,
  cancelNoticeMinutes: 0,
  personLimits: [],
  openBookings: 0,
  gapMinutes: 0,
  minHeads: 0,
  samePerson: 'warn',
  seriesDates: 0,
  seriesMonths: 36,
  blackouts: [],
  quietHours: [],
  blocks: [],
  relaxed: { rules: [], windows: [] },
  priority: [],
  requires: [],
}

const HALF_DAY = 240
const WHOLE_DAY = 750

/**
 * What a new centre starts with. Kinds differ where the work does: roadshows are long and planned early, phone booths short, talk rooms not
 * hoarded, benches and desks go by half days, offices are let for months. The 30/30 buffers belong to the full hall, a resource's own policy.
 */
export const defaultPolicies: Policies = {
  centre: suggested,
  kinds: {
    meetingRoom: { releaseNoShow: true },
    seminarRoom: { releaseNoShow: true },
    roadshowHall: { maxMinutes: 480, horizonDays: 90 },
    phoneBooth: { maxMinutes: 60, horizonDays: 7, releaseNoShow: true },
    talkRoom: { horizonDays: 7, releaseNoShow: true },
    exhibit: { horizonDays: 90 },
    lab: { minMinutes: 30, maxMinutes: WHOLE_DAY },
    bench: { stepMinutes: 30, minMinutes: HALF_DAY, maxMinutes: WHOLE_DAY },
    desk: { stepMinutes: 30, minMinutes: HALF_DAY, maxMinutes: WHOLE_DAY },
    office: { openHours: alwaysOpen, stepMinutes: 60, minMinutes: 60, maxMinutes: 525_600, horizonDays: 730 },
    instrument: { minMinutes: 30, maxMinutes: 480, horizonDays: 60 },
  },
}

/** One setting for a resource: its own, else its kind's, else the centre's, with the level it was found at. */
export function knob<K extends Knob>(resource: Resource, policies: Policies, name: K): Effective<K> {
  const own = resource.policy[name]
  if (own !== undefined) return { value: own, level: 'resource' }
  const ofKind = policies.kinds[resource.kind]?.[name]
  if (ofKind !== undefined) return { value: ofKind, level: 'kind' }
  return { value: policies.centre[name] ?? fallbackPolicy[name], level: 'centre' } as Effective<K>
}

/** Every setting for a resource with the level each came from. */
export function effectivePolicy(resource: Resource, policies: Policies): EffectivePolicy {
  const names = Object.keys(fallbackPolicy) as Knob[]
  return Object.fromEntries(names.map((name) => [name, knob(resource, policies, name)])) as EffectivePolicy
}

/** Set-up and strike of a place in minutes, as a new booking records them. */
export function buffersOf(resource: Resource, policies: Policies): { before: number; after: number } {
  return {
    before: knob(resource, policies, 'bufferBefore').value,
    after: knob(resource, policies, 'bufferAfter').value,
  }
}

/** Settings of the centre as the rules take them. */
export function policiesOf(settings: {
  policy: Policy
  kindPolicies: Partial<Record<ResourceKind, Policy>>
}): Policies {
  return { centre: settings.policy, kinds: settings.kindPolicies }
}

/**
 * Why settings cannot be stored, as badInput with a path under `path`: hours and windows that run backwards or overlap, and settings that contradict
 * each other or what they inherit (`above`: the levels above, nearest first).
 */
export function checkPolicy(policy: Policy, path: string, above: readonly Policy[] = []): Refusal[] {
  return contradictions(policy, [...above, fallbackPolicy], path)
}
