import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import { teamPlans } from '../../../electron/core/demo/teams.ts'
import type { Alternative, Booking } from '../../../shared/operations/bookings.ts'
import type { Outage } from '../../../shared/operations/outages.ts'
import type { Person, Project } from '../../../shared/operations/people.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { toInstant } from '../../../shared/scheduling/zone.ts'

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

/** The zones that the places name. */
export function zones() {
  const ids = [...new Set([...places.resources.values()].map(({ zoneId }) => zoneId))]
  return ids.map((id, sort) => ({ id, code: id, name: `区域${id}`, nameEn: `Zone ${id}`, sort, retired: false }))
}
