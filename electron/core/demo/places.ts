import type { OpenHours, Policy, ResourceKind } from '../../../shared/operations/fields.ts'
import { alwaysOpen } from '../../../shared/scheduling/policy.ts'

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

const HOUR = 60
const quietAtNoon = workingHours([510, 12 * HOUR], [13 * HOUR, 21 * HOUR])

/** The 23 spaces. */
export const spacePlans: readonly PlacePlan[] = [
  {
    code: 'A101',
    name: '前台接待与等候区',
    nameEn: 'Reception and waiting area',
    kind: 'reception',
    zone: 'A',
    areaM2: 20,
    capacity: 6,
    bookable: false,
  },
  {
    code: 'A102',
    name: '路演厅A',
    nameEn: 'Roadshow hall A',
    kind: 'roadshowHall',
    zone: 'A',
    areaM2: 44,
    capacity: 40,
    features: ['投影', '音响', '活动隔断'],
    note: '剧院式 40 座，课桌式 24 座；与路演厅B合并需 15 分钟开隔断',
  },
  {
    code: 'A103',
    name: '路演厅B',
    nameEn: 'Roadshow hall B',
    kind: 'roadshowHall',
    zone: 'A',
    areaM2: 28,
    capacity: 24,
    features: ['投影', '活动隔断'],
    note: '剧院式 24 座，课桌式 16 座',
  },
  {
    code: 'A104',
    name: '会议室1A',
    nameEn: 'Meeting room 1A',
    kind: 'meetingRoom',
    zone: 'A',
    areaM2: 18,
    capacity: 8,
    features: ['视频会议', '显示屏'],
  },
  {
    code: 'A105',
    name: '会议室1B',
    nameEn: 'Meeting room 1B',
    kind: 'meetingRoom',
    zone: 'A',
    areaM2: 18,
    capacity: 8,
    features: ['显示屏'],
  },
  {
    code: 'A106',
    name: '会议室2',
    nameEn: 'Meeting room 2',
    kind: 'meetingRoom',
    zone: 'A',
    areaM2: 22,
    capacity: 10,
    features: ['视频会议', '显示屏', '白板'],
  },
  {
    code: 'A107',
    name: '研讨室',
    nameEn: 'Seminar room',
    kind: 'seminarRoom',
    zone: 'A',
    areaM2: 14,
    capacity: 6,
    features: ['白板'],
  },
  {
    code: 'A108',
    name: '洽谈室',
    nameEn: 'Talk room',
    kind: 'talkRoom',
    zone: 'A',
    areaM2: 9,
    capacity: 4,
    policy: { horizonDays: 7 },
    note: '最多提前 7 天',
  },
  {
    code: 'A109',
    name: '电话间1',
    nameEn: 'Phone booth 1',
    kind: 'phoneBooth',
    zone: 'A',
    areaM2: 3,
    capacity: 1,
    policy: { maxMinutes: 60, stepMinutes: 15 },
  },
  {
    code: 'A110',
    name: '电话间2',
    nameEn: 'Phone booth 2',
    kind: 'phoneBooth',
    zone: 'A',
    areaM2: 3,
    capacity: 1,
    policy: { maxMinutes: 60, stepMinutes: 15 },
  },
  {
    code: 'A111',
    name: '成果展示区',
    nameEn: 'Exhibition area',
    kind: 'exhibit',
    zone: 'A',
    areaM2: 12,
    capacity: 15,
    features: ['展柜', '导览屏'],
    note: '路演厅全厅活动期间不接待参观',
  },

  {
    code: 'B101',
    name: '电学测试间',
    nameEn: 'Electrical test room',
    kind: 'lab',
    zone: 'B',
    areaM2: 42,
    capacity: 8,
    features: ['屏蔽角', '防静电'],
  },
  {
    code: 'B102',
    name: '微组装间(万级洁净)',
    nameEn: 'Micro-assembly room (clean class 10 000)',
    kind: 'lab',
    zone: 'B',
    areaM2: 38,
    capacity: 6,
    features: ['万级洁净', '氮气', '真空'],
    note: '须有洁净间准入培训',
  },
  {
    code: 'B103',
    name: '样机试制间',
    nameEn: 'Prototyping room',
    kind: 'lab',
    zone: 'B',
    areaM2: 40,
    capacity: 8,
    features: ['排烟'],
    policy: { openHours: quietAtNoon },
    note: '12:00–13:00 静音时段',
  },
  {
    code: 'B104',
    name: '可靠性与医疗器械测试间',
    nameEn: 'Reliability and medical device test room',
    kind: 'lab',
    zone: 'B',
    areaM2: 30,
    capacity: 5,
    features: ['无人值守'],
    policy: { openHours: alwaysOpen, maxMinutes: 14_400 },
  },
  {
    code: 'B105',
    name: '小批量试制工位 T1–T4',
    nameEn: 'Pilot-batch benches T1–T4',
    kind: 'bench',
    zone: 'B',
    areaM2: 20,
    capacity: 1,
    units: 4,
    features: ['焊接', '返修'],
    note: '按半天预约，共 4 个工位',
  },

  {
    code: 'C101',
    name: '联合办公区',
    nameEn: 'Co-working area',
    kind: 'desk',
    zone: 'C',
    areaM2: 36,
    capacity: 1,
    units: 12,
    note: '共 12 个工位，按天或半天',
  },
  {
    code: 'C102',
    name: '入驻办公室1',
    nameEn: 'Resident office 1',
    kind: 'office',
    zone: 'C',
    areaM2: 24,
    capacity: 5,
    note: '长租：理微医疗(示例)',
  },
  {
    code: 'C103',
    name: '入驻办公室2',
    nameEn: 'Resident office 2',
    kind: 'office',
    zone: 'C',
    areaM2: 26,
    capacity: 6,
    note: '长租：集成电路创新实验室(示例)',
  },
  {
    code: 'C104',
    name: '评审与商务辅导室',
    nameEn: 'Review and mentoring room',
    kind: 'meetingRoom',
    zone: 'C',
    areaM2: 15,
    capacity: 6,
    features: ['保密'],
    policy: { openHours: workingHours([510, 18 * HOUR]) },
    note: '会议主题默认保密',
  },

  {
    code: 'D101',
    name: '样品与耗材库',
    nameEn: 'Sample and consumable store',
    kind: 'support',
    zone: 'D',
    areaM2: 8,
    capacity: null,
    bookable: false,
  },
  {
    code: 'D102',
    name: '设备/弱电间',
    nameEn: 'Plant and cabling room',
    kind: 'support',
    zone: 'D',
    areaM2: 8,
    capacity: null,
    bookable: false,
  },
  {
    code: 'D103',
    name: '走道·茶水·卫生间',
    nameEn: 'Corridor, tea point and washrooms',
    kind: 'support',
    zone: 'D',
    areaM2: 72,
    capacity: null,
    bookable: false,
  },
]

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

/** What must not happen at the same time, by code. */
export const exclusionPlans = [
  { name: '激光打标与白光干涉仪(振动)', codes: ['YQ-014', 'YQ-011'] },
  { name: '振动试验台与白光干涉仪(振动)', codes: ['YQ-022', 'YQ-011'] },
  { name: '贴片键合机与等离子清洗机(共用真空)', codes: ['YQ-009', 'YQ-012'] },
  { name: '全厅活动与展示区参观', codes: ['A102+A103', 'A111'] },
] as const
