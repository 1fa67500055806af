import type { OccupancyRow } from '../operations/reports.ts'

export type Unit = 'text' | 'squareMetres' | 'people' | 'units' | 'count' | 'minutes' | 'personMinutes' | 'rate'
type Words = { name: string; formula: string }
/** What a column means: its name and formula in words, and its unit. Printed in every export (本中心口径). */
export type Definition = { zh: Words; en: Words; unit: Unit }

function define(unit: Unit, zhName: string, zhFormula: string, enName: string, enFormula: string): Definition {
  return { unit, zh: { name: zhName, formula: zhFormula }, en: { name: enName, formula: enFormula } }
}

/** Every column of the occupancy report, in the order of the report. */
export const definitions: Record<keyof OccupancyRow, Definition> = {
  resourceId: define('text', '资源标识', '系统内的唯一标识', 'Resource id', 'Identifier within the system'),
  code: define('text', '编号', '场地或仪器的编号', 'Code', 'Code of the space or instrument'),
  name: define(
    'text',
    '名称',
    '中文名称。组合空间不单列，计入其各组成部分',
    'Name',
    'Chinese name. A compound space has no row; it is credited to its parts',
  ),
  nameEn: define('text', '英文名称', '英文名称', 'English name', 'English name'),
  kind: define('text', '种类', '场地或仪器的种类', 'Kind', 'Kind of space or instrument'),
  areaM2: define('squareMetres', '面积', '使用面积', 'Area', 'Usable area'),
  capacity: define('people', '容量', '可容纳人数', 'Capacity', 'People it holds'),
  units: define(
    'units',
    '数量',
    '同型数量；多于一个时，各时长按“个数×时间”计',
    'Units',
    'Identical units; with more than one, times are unit-minutes',
  ),
  bookings: define(
    'count',
    '预约次数',
    '统计区间内占用过该资源的已确认、使用中、已完成预约数；合计行中跨多个资源的预约只计一次',
    'Bookings',
    'Confirmed, running and completed bookings that touch the period; in the total a booking of several resources counts once',
  ),
  dueCount: define(
    'count',
    '应到次数',
    '开始时间在统计区间内且已到开始时间的预约数，含爽约，不含取消、驳回、暂留和待审批',
    'Due',
    'Bookings that began within the period, no-shows included; cancelled, rejected, held and pending ones not',
  ),
  noShowCount: define(
    'count',
    '爽约次数',
    '开始时间在统计区间内、因未签到而释放的预约数',
    'No-shows',
    'Bookings beginning within the period that were released because nobody came',
  ),
  cancelledCount: define(
    'count',
    '取消次数',
    '开始时间在统计区间内的已取消预约数',
    'Cancelled',
    'Cancelled bookings that would have begun within the period',
  ),
  openMinutes: define(
    'minutes',
    '开放时长',
    '统计区间内开放时段之和（节假日、调休已计入）×数量',
    'Open time',
    'Opening hours in the period, holidays and make-up workdays applied, × units',
  ),
  downMinutes: define(
    'minutes',
    '停机时长',
    '开放时段内的停机时间之和',
    'Down time',
    'Outages within the opening hours',
  ),
  availableMinutes: define('minutes', '可预约时长', '开放时长 − 停机时长', 'Available time', 'Open time − down time'),
  bookedMinutes: define(
    'minutes',
    '预约时长',
    '已确认、使用中、已完成的预约 ∩ 统计区间 ∩ 开放时段；不含准备和收尾的缓冲时间',
    'Booked time',
    'Confirmed, running and completed bookings ∩ period ∩ opening hours; buffers not included',
  ),
  usedMinutes: define(
    'minutes',
    '使用时长',
    '签到至签退的时间取并集 ∩ 统计区间 ∩ 可预约时段；未签退的计至预约结束后 15 分钟',
    'Used time',
    'Union of check-in to check-out ∩ period ∩ available time; without check-out until 15 min after the booking ends',
  ),
  keptMinutes: define(
    'minutes',
    '履约时长',
    '每个预约的使用时间 ∩ 其预约时间 ∩ 开放时段之和',
    'Kept time',
    'Use of each booking ∩ its booked time ∩ opening hours',
  ),
  offHoursBookedMinutes: define(
    'minutes',
    '加班时段预约时长',
    '开放时段之外的预约时间，不计入预约率',
    'Booked out of hours',
    'Booked time outside the opening hours; not in the booking rate',
  ),
  offHoursUsedMinutes: define(
    'minutes',
    '加班时段使用时长',
    '开放时段之外或停机期间的使用时间，不计入使用率',
    'Used out of hours',
    'Use outside the opening hours or during an outage; not in the use rate',
  ),
  heldMinutes: define(
    'minutes',
    '暂留时长',
    '暂留和待审批的预约 ∩ 统计区间 ∩ 开放时段，不计入预约时长',
    'Held time',
    'Tentative and pending bookings ∩ period ∩ opening hours; not in booked time',
  ),
  turnoverMinutes: define(
    'minutes',
    '缓冲时长',
    '准备和收尾的缓冲时间 ∩ 统计区间；相邻预约之间的重叠只计一次',
    'Turnover time',
    'Set-up and strike ∩ period; where neighbours share it, it counts once',
  ),
  noShowMinutes: define(
    'minutes',
    '爽约时长',
    '爽约预约的原定时长 ∩ 统计区间',
    'No-show time',
    'Original length of no-shows ∩ period',
  ),
  seatMinutesUsed: define(
    'personMinutes',
    '实到人时',
    '使用时间 × 人数之和，仅计填了人数的预约',
    'People-time',
    'Σ time used × people, for bookings with a head count',
  ),
  seatMinutesBase: define(
    'personMinutes',
    '座位人时',
    '同一批预约的使用时间 × 容量之和',
    'Seat-time',
    'Σ time used × seats, for the same bookings',
  ),
  bookingRate: define('rate', '预约率', '预约时长 ÷ 可预约时长', 'Booking rate', 'Booked time ÷ available time'),
  useRate: define('rate', '使用率', '使用时长 ÷ 可预约时长', 'Use rate', 'Used time ÷ available time'),
  keepRate: define('rate', '履约率', '履约时长 ÷ 预约时长', 'Keep rate', 'Kept time ÷ booked time'),
  noShowRate: define('rate', '爽约率', '爽约次数 ÷ 应到次数', 'No-show rate', 'No-shows ÷ due'),
  seatOccupancy: define('rate', '上座率', '实到人时 ÷ 座位人时', 'Seat occupancy', 'People-time ÷ seat-time'),
}

/** Sentences that go under every table of figures. */
export const generalNotes = {
  zh: [
    '统计区间为左闭右开，按中心所在时区的墙上时间计算',
    '时间先按毫秒累加，最后一步才换算和舍入',
    '分母为零时显示“—”，不显示 0 %',
    '组合空间的预约计入其每个组成部分，组合空间本身不再相加',
    '未公布调休安排的年份按周一至周五推定，并注明“待公布”',
  ],
  en: [
    'Periods are half-open and follow the wall clock of the centre’s time zone',
    'Times are added up in milliseconds; conversion and rounding come last',
    'Where the base is zero the table shows “—”, not 0 %',
    'A compound space is credited to each of its parts and never added to them',
    'Years whose holiday arrangement is not published are taken as Monday to Friday and marked as such',
  ],
}
