import type { Input } from '../../../shared/operations/index.ts'
import {
  hallTitles,
  labTitles,
  meetingTitles,
  phoneTitles,
  reviewTitles,
  seminarTitles,
  talkTitles,
  visitTitles,
  type Titles,
} from './titles.ts'

/** How a room is used over a day: how sought it is, how long people stay (minutes with weights), what for. */
export type RoomHabit = {
  code: string
  titles: Titles
  demand: number
  lengths: readonly (readonly [minutes: number, weight: number])[]
  /** First and last start, wall minutes. */
  from: number
  until: number
  longestLead: number
  serviceKind?: Input<'bookings.create'>['serviceKind']
  confidential?: boolean
}

const meeting = [
  [60, 3],
  [90, 7],
  [120, 9],
  [150, 6],
  [180, 6],
  [240, 2],
] as const
const short = [
  [45, 2],
  [60, 5],
  [90, 4],
  [120, 1],
] as const
const call = [
  [30, 3],
  [45, 4],
  [60, 6],
] as const
const hall = [
  [120, 3],
  [150, 3],
  [180, 4],
  [240, 2],
] as const

/** Rooms with ordinary traffic, in the order of the board. */
export const roomHabits: readonly RoomHabit[] = [
  { code: 'A102', titles: hallTitles, demand: 1.25, lengths: hall, from: 540, until: 1140, longestLead: 14 },
  { code: 'A103', titles: hallTitles, demand: 0.75, lengths: hall, from: 540, until: 1080, longestLead: 14 },
  { code: 'A104', titles: meetingTitles, demand: 1.05, lengths: meeting, from: 510, until: 1170, longestLead: 10 },
  { code: 'A105', titles: meetingTitles, demand: 0.8, lengths: meeting, from: 510, until: 1140, longestLead: 10 },
  { code: 'A106', titles: meetingTitles, demand: 1.5, lengths: meeting, from: 510, until: 1200, longestLead: 10 },
  { code: 'A107', titles: seminarTitles, demand: 0.95, lengths: meeting, from: 510, until: 1140, longestLead: 8 },
  { code: 'A108', titles: talkTitles, demand: 0.8, lengths: short, from: 540, until: 1080, longestLead: 6 },
  { code: 'A109', titles: phoneTitles, demand: 0.85, lengths: call, from: 540, until: 1140, longestLead: 3 },
  { code: 'A110', titles: phoneTitles, demand: 0.55, lengths: call, from: 540, until: 1110, longestLead: 3 },
  {
    code: 'A111',
    titles: visitTitles,
    demand: 0.16,
    lengths: short,
    from: 570,
    until: 990,
    longestLead: 12,
    serviceKind: 'visit',
  },
  {
    code: 'C104',
    titles: reviewTitles,
    demand: 0.62,
    lengths: hall,
    from: 540,
    until: 990,
    longestLead: 10,
    serviceKind: 'svcBusiness',
    confidential: true,
  },
]

/** Chance that a free half hour of the day is taken, by the hour it begins in: mornings and afternoons, a dip at lunch, few in the evening. */
export const pressureByHour: Record<number, number> = {
  8: 0.1,
  9: 0.36,
  10: 0.4,
  11: 0.2,
  12: 0.08,
  13: 0.36,
  14: 0.5,
  15: 0.44,
  16: 0.28,
  17: 0.15,
  18: 0.1,
  19: 0.08,
  20: 0.04,
}
/** Monday first; a make-up Saturday is quiet. */
export const pressureByWeekday = [0.9, 1.05, 1.1, 1.05, 0.85, 0.6, 0.6] as const

/** Laboratories and instruments: the chance of a session in the morning and in the afternoon, and how long (minutes). */
export type SessionHabit = {
  codes: readonly string[]
  titles: Titles
  morning: number
  afternoon: number
  shortest: number
  longest: number
  serviceKind: Input<'bookings.create'>['serviceKind']
  /** Note when an operator must be there. */
  note?: string
}

type Chances = Pick<SessionHabit, 'morning' | 'afternoon' | 'shortest' | 'longest' | 'serviceKind'> & { note?: string }

function session(codes: readonly string[], chances: Chances): SessionHabit {
  return { codes, titles: labTitles[codes[0]!]!, ...chances }
}

export const sessionHabits: readonly SessionHabit[] = [
  session(['B101'], { morning: 0.68, afternoon: 0.72, shortest: 120, longest: 240, serviceKind: 'svcFeasibility' }),
  session(['B102'], { morning: 0.59, afternoon: 0.64, shortest: 120, longest: 210, serviceKind: 'svcPrototype' }),
  session(['B103'], { morning: 0.59, afternoon: 0.68, shortest: 90, longest: 180, serviceKind: 'svcPrototype' }),
  session(['B104'], { morning: 0.34, afternoon: 0.42, shortest: 120, longest: 240, serviceKind: 'svcFeasibility' }),
  session(['YQ-001', 'YQ-002'], {
    morning: 0.26,
    afternoon: 0.3,
    shortest: 120,
    longest: 210,
    serviceKind: 'svcFeasibility',
  }),
  session(['YQ-003'], { morning: 0.42, afternoon: 0.42, shortest: 120, longest: 210, serviceKind: 'svcFeasibility' }),
  session(['YQ-004'], { morning: 0.21, afternoon: 0.3, shortest: 60, longest: 180, serviceKind: null }),
  session(['YQ-005'], { morning: 0.17, afternoon: 0.21, shortest: 90, longest: 180, serviceKind: null }),
  session(['YQ-006'], { morning: 0.21, afternoon: 0.21, shortest: 60, longest: 150, serviceKind: null }),
  session(['YQ-007'], { morning: 0.17, afternoon: 0.21, shortest: 60, longest: 150, serviceKind: null }),
  session(['YQ-008'], { morning: 0.3, afternoon: 0.34, shortest: 90, longest: 180, serviceKind: 'svcPrototype' }),
  session(['YQ-009'], {
    morning: 0.26,
    afternoon: 0.38,
    shortest: 120,
    longest: 180,
    serviceKind: 'svcPrototype',
    note: '操作员 仇颖',
  }),
  session(['YQ-010'], { morning: 0.17, afternoon: 0.26, shortest: 60, longest: 120, serviceKind: null }),
  session(['YQ-011'], { morning: 0.26, afternoon: 0.17, shortest: 60, longest: 150, serviceKind: null }),
  session(['YQ-012'], { morning: 0.17, afternoon: 0.13, shortest: 30, longest: 90, serviceKind: null }),
  session(['YQ-013'], { morning: 0.17, afternoon: 0.17, shortest: 60, longest: 120, serviceKind: null }),
  session(['YQ-014'], { morning: 0.3, afternoon: 0.34, shortest: 60, longest: 120, serviceKind: 'svcPrototype' }),
  session(['YQ-016'], { morning: 0.34, afternoon: 0.26, shortest: 120, longest: 240, serviceKind: 'svcPrototype' }),
  session(['YQ-017'], { morning: 0.13, afternoon: 0.21, shortest: 60, longest: 150, serviceKind: 'svcPrototype' }),
  session(['YQ-018'], { morning: 0.17, afternoon: 0.26, shortest: 60, longest: 120, serviceKind: 'svcPilotBatch' }),
  session(['YQ-019'], { morning: 0.13, afternoon: 0.21, shortest: 60, longest: 120, serviceKind: null }),
  session(['YQ-021'], {
    morning: 0.13,
    afternoon: 0.17,
    shortest: 60,
    longest: 150,
    serviceKind: 'svcFeasibility',
    note: '操作员 仇颖',
  }),
  session(['YQ-022'], {
    morning: 0.09,
    afternoon: 0.13,
    shortest: 60,
    longest: 150,
    serviceKind: 'svcFeasibility',
    note: '操作员 仇颖',
  }),
]

/** Fixed weekly meetings: weekday (0 = Monday), wall minutes. */
export const weeklyHabits = [
  { code: 'A106', weekday: 0, from: 510, until: 570, title: '晨间排程', team: 'zhongxin' },
  { code: 'A106', weekday: 1, from: 510, until: 570, title: '晨间排程', team: 'zhongxin' },
  { code: 'A106', weekday: 2, from: 510, until: 570, title: '晨间排程', team: 'zhongxin' },
  { code: 'A106', weekday: 3, from: 510, until: 570, title: '晨间排程', team: 'zhongxin' },
  { code: 'A106', weekday: 4, from: 510, until: 570, title: '晨间排程', team: 'zhongxin' },
  { code: 'A104', weekday: 1, from: 510, until: 600, title: '周例会', team: 'liwei' },
  { code: 'A105', weekday: 0, from: 600, until: 660, title: '周例会', team: 'guixiang' },
  { code: 'A105', weekday: 3, from: 540, until: 600, title: '周例会', team: 'zhifang' },
  { code: 'A104', weekday: 2, from: 960, until: 1050, title: '周例会', team: 'xiwei' },
  { code: 'A107', weekday: 1, from: 840, until: 1020, title: '导师辅导日', team: 'jicheng' },
  { code: 'A107', weekday: 4, from: 540, until: 660, title: '组会', team: 'jicheng' },
  { code: 'A102', weekday: 4, from: 870, until: 960, title: '入驻团队例会', team: 'zhongxin' },
] as const
