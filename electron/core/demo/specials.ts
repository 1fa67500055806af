import { dayKind } from '../../../shared/scheduling/calendar.ts'
import { DAY, HOUR } from '../../../shared/scheduling/time.ts'
import { addDays, dateOf } from '../../../shared/scheduling/zone.ts'
import { faults, maintenance } from './outages.ts'
import type { Workshop } from './ordinary.ts'
import { plan } from './plan.ts'
import { bookLine, clock, type Line } from './script.ts'
import { showcaseDay, showcaseLines } from './showcase.ts'

/** Single bookings by written day: the cases of domain facts §6.3 that chance would not make. */
const cases: readonly (Line & { on: string })[] = [
  {
    on: '2026-10-22',
    at: 'A102+A103',
    from: clock(9),
    until: clock(17),
    title: '秋季集成电路路演日（全厅）',
    team: 'zhongxin',
    heads: 60,
    occupant: 'zeng',
    booker: 'shan',
    serviceKind: 'roadshow',
    longestLead: 30,
    tag: 'roadshow',
  },
  {
    on: '2026-12-17',
    at: 'A102+A103',
    from: clock(13, 30),
    until: clock(17, 30),
    title: '年终成果路演（全厅）',
    team: 'zhongxin',
    heads: 64,
    occupant: 'zeng',
    booker: 'shan',
    serviceKind: 'roadshow',
    longestLead: 30,
    tag: 'roadshow',
  },
  {
    on: '2026-10-16',
    at: 'B104 YQ-020',
    from: clock(18),
    until: clock(18) + 3 * 1440,
    title: '72 小时湿热试验',
    team: 'liwei',
    occupant: 'ouyang',
    serviceKind: 'svcFeasibility',
    projectNo: 'PC-2026-001',
    note: '周末无人值守',
    tag: 'chamber72',
  },
  {
    on: '2026-10-28',
    at: 'A106',
    from: clock(14),
    until: clock(16),
    title: '项目中期评审会',
    team: 'zhongxin',
    heads: 12,
    occupant: 'zeng',
    booker: 'zeng',
    waivers: [{ rule: 'overCapacity', code: 'A106', reason: '临时加座 2 个，已确认通道畅通' }],
    tag: 'waived',
  },
  {
    on: '2026-11-18',
    at: 'A106',
    from: clock(19, 30),
    until: clock(21, 30),
    title: '海外客户视频会',
    team: 'xiwei',
    heads: 5,
    occupant: 'jiang',
    booker: 'zeng',
    waivers: [{ rule: 'outsideHours', code: 'A106', reason: '海外客户时差，值班人员留守' }],
    tag: 'waived',
  },
  {
    on: '2026-12-08',
    at: 'A102+A103',
    from: clock(13, 30),
    until: clock(16, 30),
    title: '客户大会（全厅）',
    team: 'liwei',
    heads: 50,
    occupant: 'ouyang',
    booker: 'ouyang',
    fate: 'pending',
    tag: 'pending',
  },
  {
    on: '2026-11-26',
    at: 'YQ-022',
    from: clock(14),
    until: clock(16),
    title: '传感模组振动',
    team: 'guixiang',
    occupant: 'lu',
    booker: 'lu',
    fate: 'pending',
    note: '操作员 仇颖',
    tag: 'pending',
  },
  {
    on: '2026-11-27',
    at: 'YQ-009',
    from: clock(10),
    until: clock(13),
    title: '激光器贴片',
    team: 'xiwei',
    occupant: 'bai',
    booker: 'bai',
    fate: 'pending',
    note: '操作员 仇颖',
    projectNo: 'PC-2026-005',
    tag: 'pending',
  },
  {
    on: '2026-11-12',
    at: 'YQ-022',
    from: clock(10),
    until: clock(12),
    title: '床旁监测手柄振动',
    team: 'yiyuan',
    occupant: 'zhou',
    booker: 'zhou',
    fate: 'rejected',
    tag: 'rejected',
  },
  {
    on: '2026-11-25',
    at: 'YQ-014',
    from: clock(9, 30),
    until: clock(11),
    title: '导管刻度打标',
    team: 'liwei',
    occupant: 'ayi',
    booker: 'ayi',
    fate: 'untouched',
    tag: 'faultAffected',
  },
  {
    on: '2026-11-26',
    at: 'A104',
    from: clock(14),
    until: clock(15, 30),
    title: '联合申报讨论',
    team: 'xiwei',
    heads: 5,
    fate: 'tentative',
    tag: 'tentative',
  },
  {
    on: '2026-11-27',
    at: 'A103',
    from: clock(14),
    until: clock(16),
    title: '路演彩排',
    team: 'zhifang',
    heads: 12,
    fate: 'tentative',
    tag: 'tentative',
  },
  {
    on: '2026-12-02',
    at: 'A106',
    from: clock(13, 30),
    until: clock(15),
    title: '投资人尽调',
    team: 'guixiang',
    heads: 8,
    fate: 'tentative',
    tag: 'tentative',
  },
]

/** The Saturday that the centre opened for an event and later needed for electrical work: its booking waits for a decision. */
export const conflictDay = '2026-12-05'

/** Puts every named case into the ledger before the ordinary days; answers the titles of those that found no room. */
export function addSpecials(workshop: Workshop): string[] {
  const { frame, ledger } = workshop
  const missed: string[] = []
  for (const outage of maintenance(frame)) ledger.block(outage)
  for (const { on, ...line } of cases)
    if (!bookLine(line, frame.workday(on), workshop)) missed.push(`${on} ${line.title}`)
  for (const line of showcaseLines)
    if (!bookLine(line, frame.workday(showcaseDay), workshop)) missed.push(`${showcaseDay} ${line.title}`)
  for (const outage of faults(frame)) ledger.block(outage)
  addConflict(workshop)
  return missed
}

function addConflict({ frame, ledger }: Workshop): void {
  const date = frame.day(conflictDay)
  if (!frame.holds(date) || dayKind(date, frame.calendar) !== 'rest') return
  ledger.stand(
    plan({
      places: [{ code: 'A102', quantity: 1 }],
      start: frame.at(date, clock(10)),
      end: frame.at(date, clock(12)),
      title: '客户开放日彩排',
      team: 'guixiang',
      booker: 'shan',
      occupant: 'lu',
      headCount: 20,
      bookedAt: frame.at(addDays(date, -30), clock(10)),
      fate: 'untouched',
      tag: 'holidayConflict',
    }),
  )
}

/** Offices let for long, from the day after the centre was set up; they run beyond the frame. */
export function addOffices({ frame, ledger }: Workshop, setUpAt: number): void {
  const from = addDays(dateOf(setUpAt, frame.zone), 1)
  for (const [code, team, occupant] of [
    ['C102', 'liwei', 'ouyang'],
    ['C103', 'jicheng', 'li'],
  ] as const) {
    const start = frame.at(from, 0)
    ledger.stand(
      plan({
        places: [{ code, quantity: 1 }],
        start,
        end: frame.at(addDays(from, 360), 0),
        title: '入驻办公',
        team,
        booker: 'shan',
        occupant,
        headCount: 4,
        note: '长租，合同编号见纸质档案（虚构）',
        bookedAt: Math.min(setUpAt + HOUR, start - DAY / 24),
        tag: 'longTerm',
      }),
    )
  }
}
