import type { Input } from '../../../shared/operations/index.ts'
import type { OpenHours, Policy, ResourceKind } from '../../../shared/operations/fields.ts'

/*
 * The floor programme of the demo centre: invented, not the real building (domain facts §6.1).
 * 23 spaces of 550 m², 462 usable and 88 support; compounds add no area of their own.
 */

export type PlacePlan = {
  code: string
  name: string
  nameEn: string
  kind: ResourceKind
  zone: string
  areaM2: number | null
  /** Heads; of one unit in a pool. */
  capacity: number | null
  units?: number
  bookable?: boolean
  /** Codes of the parts of a compound. */
  parts?: readonly string[]
  /** Code of the room an instrument stands in. */
  room?: string
  features?: readonly string[]
  policy?: Policy
  note?: string
}

/** Zones in the order of the board. */
export const zonePlans = [
  { code: 'A', name: '公共区', nameEn: 'Common area' },
  { code: 'B', name: '实验与试制', nameEn: 'Laboratories and prototyping' },
  { code: 'C', name: '办公', nameEn: 'Offices' },
  { code: 'Y', name: '共享仪器', nameEn: 'Shared instruments' },
  { code: 'D', name: '辅助', nameEn: 'Support' },
] as const

/** Monday to Friday and make-up workdays, in these windows of wall minutes. */
export function workingHours(...windows: [from: number, until: number][]): OpenHours {
  const open = windows.map(([from, until]) => ({ from, until }))
  return { days: [0, 1, 2, 3, 4, 5, 6].map((day) => (day < 5 ? open : [])), makeupWorkday: null, holiday: [] }
}

/** Wholes made of spaces above. The area is that of the parts. */
export const compoundPlans: readonly PlacePlan[] = [
  {
    code: 'A102+A103',
    name: '路演厅(全厅)',
    nameEn: 'Roadshow hall (whole)',
    kind: 'roadshowHall',
    zone: 'A',
    areaM2: 72,
    capacity: 64,
    parts: ['A102', 'A103'],
    features: ['投影', '音响'],
    policy: { approval: true, bufferBefore: 30, bufferAfter: 30 },
    note: '剧院式 64 座，课桌式 40 座；须审批，布场、撤场各 30 分钟',
  },
  {
    code: 'A104+A105',
    name: '会议室1',
    nameEn: 'Meeting room 1 (1A and 1B)',
    kind: 'meetingRoom',
    zone: 'A',
    areaM2: 36,
    capacity: 18,
    parts: ['A104', 'A105'],
    features: ['视频会议'],
  },
]

type BundlePlan = Omit<Input<'bundles.save'>['bundle'], 'id' | 'parts'> & {
  parts: (Omit<Input<'bundles.save'>['bundle']['parts'][number], 'resourceId'> & { code: string | null })[]
}

/** Bookings of several places that the desk makes often, by code; minutes. */
export const bundlePlans: readonly BundlePlan[] = [
  {
    name: '路演',
    nameEn: 'Roadshow',
    title: '项目路演',
    minutes: 180,
    parts: [{ code: 'A102+A103' }, { code: 'A108', offset: { start: -30, end: 0 }, optional: true }],
  },
  {
    name: '产品发布',
    nameEn: 'Product launch',
    title: '产品发布会',
    minutes: 120,
    parts: [
      { code: 'A102' },
      { code: 'A111', offset: { start: -60, end: 30 } },
      { code: null, kinds: ['meetingRoom'], seats: 6, offset: { start: -30, end: 0 }, optional: true },
    ],
  },
]

/** What must not happen at the same time, by code. */
export const exclusionPlans = [
  { name: '激光打标与白光干涉仪(振动)', codes: ['YQ-014', 'YQ-011'] },
  { name: '振动试验台与白光干涉仪(振动)', codes: ['YQ-022', 'YQ-011'] },
  { name: '贴片键合机与等离子清洗机(共用真空)', codes: ['YQ-009', 'YQ-012'] },
  { name: '全厅活动与展示区参观', codes: ['A102+A103', 'A111'] },
] as const
