import type { ColumnMap } from '../../shared/operations/reports.ts'
import type { Cell } from './table.ts'

export type ColumnField = keyof ColumnMap | 'status'
/** Where each field stands: column index from 0, and the name the file gives it. */
export type Columns = Partial<Record<ColumnField, { index: number; name: string }>>

/** Header words as offices write them, normalised by `headerWord`. The first field that claims a word keeps it. */
const known: Record<Exclude<ColumnField, 'startTime' | 'endTime'>, string> = {
  uid: 'uid id 标识 编号 预约编号 预约单号 单号 预约号 bookingno bookingnumber no',
  resource:
    'resource room place location space venue hall equipment instrument roomname resourcecode 场地 会议室 房间 地点 资源 场所 空间 仪器 设备 场地名称 会议室名称 房间名称 使用场地 预约场地 仪器名称 设备名称 场地编号 会议地点',
  start:
    'start starttime startsat begin begins from dtstart 开始 开始时间 起始时间 起始 预约开始时间 使用开始时间 开始日期时间 时间 时间段 时段 使用时间 预约时间 会议时间 time period',
  end: 'end endtime endsat finish until to dtend 结束 结束时间 终止时间 截止时间 预约结束时间 使用结束时间 结束日期时间',
  date: 'date day 日期 使用日期 预约日期 会议日期',
  title:
    'title subject summary event topic 主题 标题 会议主题 会议名称 活动名称 活动主题 事由 用途 内容 使用事由 会议内容 预约主题',
  team: 'team organisation organization department company unit 团队 单位 部门 使用单位 公司 申请单位 预约单位 使用部门 申请部门 使用团队',
  person: 'person booker contact organiser organizer bookedby 预约人 申请人 联系人 使用人 姓名 登记人 负责人',
  headCount: 'headcount attendees people participants 人数 参会人数 使用人数 参加人数 与会人数',
  note: 'note notes remark remarks description comment 备注 说明',
  status: 'status 状态 预约状态',
  category: 'category track type 类别 类型 分类',
}

const fieldOf = new Map<string, ColumnField>()
for (const [field, words] of Object.entries(known)) {
  for (const word of words.split(' ')) if (!fieldOf.has(word)) fieldOf.set(word, field as ColumnField)
}

/** A header as it is compared: half-width, lower case, without blanks, marks of duty, and units in brackets. */
export function headerWord(cell: Cell): string {
  if (typeof cell !== 'string') return ''
  return cell
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\([^)]*\)$/, '')
    .replace(/[\s*:_.-]+/g, '')
}

/** The columns that one row names, as a header; a given map of column names comes before our own words. */
export function columnsOf(row: readonly Cell[], map: ColumnMap): Columns {
  const columns: Columns = {}
  const names = row.map((cell) => (typeof cell === 'string' ? cell.trim() : ''))
  for (const [field, wanted] of Object.entries(map)) {
    const index = names.findIndex((name) => name !== '' && headerWord(name) === headerWord(wanted))
    if (index >= 0) columns[field as ColumnField] = { index, name: names[index]! }
  }
  const taken = new Set(Object.values(columns).map((column) => column.index))
  row.forEach((cell, index) => {
    const field = fieldOf.get(headerWord(cell))
    if (field === undefined || taken.has(index) || columns[field] || field in map) return
    columns[field] = { index, name: names[index]! }
    taken.add(index)
  })
  return columns
}

/** The fields without which rows cannot be read. A date column or a start column, either with the end. */
export function missingFields(columns: Columns): ColumnField[] {
  const missing: ColumnField[] = []
  if (!columns.resource) missing.push('resource')
  if (!columns.start && !columns.startTime) missing.push('start')
  if (!columns.title) missing.push('title')
  return missing
}

/** The header among the first rows: the row that names most fields, at least two. Titles and sub-lines above it are skipped. */
export function findHeader(
  rows: readonly { line: number; cells: readonly Cell[] }[],
  map: ColumnMap,
  within: number,
): { at: number; columns: Columns } | null {
  let best: { at: number; columns: Columns; score: number } | null = null
  for (let at = 0; at < Math.min(within, rows.length); at += 1) {
    const columns = columnsOf(rows[at]!.cells, map)
    const score = Object.keys(columns).length
    if (score >= 2 && (best === null || score > best.score)) best = { at, columns, score }
  }
  return best
}
