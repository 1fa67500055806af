import type { Frame, PlannedOutage } from './plan.ts'
import { clock } from './script.ts'

type Row = Pick<PlannedOutage, 'code' | 'kind' | 'reason'> & {
  on: string
  from: number
  /** The last day, when it is another. */
  to?: string
  until: number
  tag?: string
}

const cleanRoomWeek = ['YQ-008', 'YQ-009', 'YQ-010', 'YQ-011', 'YQ-012', 'YQ-013'] as const

const planned: readonly Row[] = [
  {
    code: 'B102',
    kind: 'maintenance',
    reason: '保养周：更换高效过滤器',
    on: '2026-11-02',
    from: clock(8, 30),
    to: '2026-11-06',
    until: clock(21),
    tag: 'maintenanceWeek',
  },
  ...cleanRoomWeek.map((code): Row => ({
    code,
    kind: 'calibration',
    reason: '保养周：校准与检定',
    on: '2026-11-02',
    from: clock(8, 30),
    to: '2026-11-06',
    until: clock(21),
    tag: 'maintenanceWeek',
  })),
  {
    code: 'A102',
    kind: 'maintenance',
    reason: '活动隔断检修',
    on: '2026-10-13',
    from: clock(8, 30),
    until: clock(12, 30),
  },
  { code: 'A106', kind: 'maintenance', reason: '视频终端更换', on: '2026-10-20', from: clock(8, 30), until: clock(12) },
  { code: 'A107', kind: 'cleaning', reason: '地毯清洗', on: '2026-10-27', from: clock(8, 30), until: clock(10, 30) },
  { code: 'YQ-020', kind: 'maintenance', reason: '月度保养', on: '2026-10-12', from: clock(9), until: clock(12) },
  { code: 'YQ-020', kind: 'maintenance', reason: '月度保养', on: '2026-11-09', from: clock(9), until: clock(12) },
  { code: 'YQ-020', kind: 'maintenance', reason: '月度保养', on: '2026-12-07', from: clock(9), until: clock(12) },
  {
    code: 'YQ-003',
    kind: 'calibration',
    reason: '年度校准',
    on: '2026-12-14',
    from: clock(8, 30),
    to: '2026-12-15',
    until: clock(18),
  },
  { code: 'B102', kind: 'cleaning', reason: '洁净度检测', on: '2026-11-24', from: clock(8), until: clock(10) },
]

const broken: readonly Row[] = [
  {
    code: 'YQ-017',
    kind: 'fault',
    reason: '主轴异响，更换轴承',
    on: '2026-10-21',
    from: clock(14, 10),
    until: clock(17, 30),
  },
  {
    code: 'YQ-014',
    kind: 'fault',
    reason: '光路偏移，等待备件',
    on: '2026-11-24',
    from: clock(9, 40),
    to: '2026-11-25',
    until: clock(12),
    tag: 'fault',
  },
]

function planOf(frame: Frame, row: Row, daysAhead: number): PlannedOutage[] {
  const first = frame.day(row.on)
  if (!frame.holds(first)) return []
  const start = frame.at(first, row.from)
  const end = frame.at(frame.day(row.to ?? row.on), row.until)
  const { code, kind, reason, tag = '' } = row
  return [{ code, kind, reason, start, end, knownAt: start - daysAhead * 24 * 3_600_000, tag }]
}

/** Planned work, entered three weeks ahead; bookings are made around it. */
export function maintenance(frame: Frame): PlannedOutage[] {
  return planned.flatMap((row) => planOf(frame, row, 21))
}

/** Faults, entered when they happen; bookings made before stand in their way. */
export function faults(frame: Frame): PlannedOutage[] {
  return broken.flatMap((row) => planOf(frame, row, 0))
}
