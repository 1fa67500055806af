import { describe, expect, it } from 'vitest'
import { roles, waiversOf, type Refusal, type RefusalCode, type RuleOrigin } from '../../shared/refusals.ts'
import {
  explain,
  explainFault,
  isRuleRefusal,
  originText,
  ruleTitle,
  waiverText,
  type Names,
} from '../../shared/text/explain.ts'
import { refusals as en } from '../../shared/text/en/refusals.ts'
import { duration, range } from '../../shared/text/moments.ts'
import { refusals as zh } from '../../shared/text/zh/refusals.ts'

const at = (day: number, hour: number, minute = 0) => Date.UTC(2026, 2, day, hour - 8, minute)
const origin: RuleOrigin = { resourceId: 'r2', level: 'resource', waivers: ['manager'] }
const names: Names = {
  zone: 'Asia/Shanghai',
  today: '2026-03-02',
  resource: (id) => ({ r2: '会议室2', hall: '路演厅(全厅)' })[id] ?? null,
  booking: (id) => (id === 'b1' ? '「客户视频会」曦微光电' : null),
  project: (id) => (id === 'p1' ? 'PC-2026-003' : null),
  team: (id) => (id === 't1' ? '理微医疗' : null),
}
const hours = { start: at(2, 17), end: at(2, 18) }

/** One of each code with the words that must be in its sentences, Chinese and English. A missing code does not compile. */
const samples: { [C in RefusalCode]: [Extract<Refusal, { code: C }>, string, string] } = {
  overlaps: [
    { code: 'overlaps', bookingId: 'b1', ...hours, viaResourceId: null, buffer: false, ...origin },
    '会议室2 17:00–18:00 已有「客户视频会」曦微光电',
    '会议室2 is taken 17:00–18:00 by',
  ],
  noUnitsLeft: [
    { code: 'noUnitsLeft', free: 1, asked: 2, ...hours, ...origin },
    '还剩 1 个，本次需要 2 个',
    'has 1 left 17:00–18:00; 2 asked',
  ],
  outage: [{ code: 'outage', outageId: 'o', kind: 'calibration', ...hours, ...origin }, '停机（校准）', 'calibration'],
  closedDay: [
    { code: 'closedDay', date: '2026-02-16', name: '春节', ...origin },
    '会议室2 2月16日 周一（春节）不开放',
    'Mon 16 Feb (春节)',
  ],
  outsideHours: [
    { code: 'outsideHours', date: '2026-03-02', from: 510, until: 1080, minutesOutside: 30, ...origin },
    '开放 08:30–18:00，本次超出 30 分钟',
    '08:30–18:00 on Mon 2 Mar; this runs 30 min',
  ],
  offStep: [{ code: 'offStep', stepMinutes: 15, ...origin }, '15 分钟', '15 min'],
  tooShort: [
    { code: 'tooShort', limitMinutes: 30, askedMinutes: 15, ...origin },
    '至少 30 分钟，本次 15 分钟',
    'at least 30 min; this is 15 min',
  ],
  tooLong: [
    { code: 'tooLong', limitMinutes: 240, askedMinutes: 270, ...origin },
    '最长 4 小时，本次 4.5 小时',
    '4 h at a time; this is 4.5 h',
  ],
  inPast: [{ code: 'inPast', earliest: at(2, 9, 15), ...origin }, '09:15', '09:15'],
  tooSoon: [
    { code: 'tooSoon', noticeMinutes: 2880, earliest: at(4, 9), ...origin },
    '提前 2 天 预约，最早可从 3月4日 周三 09:00',
    '2 days notice; the earliest start is Wed 4 Mar 09:00',
  ],
  tooFar: [
    { code: 'tooFar', horizonDays: 30, latest: Date.UTC(2027, 0, 1, 2), ...origin },
    '30 天预约，目前可约到 2027年1月1日 周五 10:00',
    '30 days ahead',
  ],
  overCapacity: [
    { code: 'overCapacity', capacity: 8, headCount: 12, ...origin },
    '8 人，本次 12 人',
    '8 people; this is for 12',
  ],
  notBookable: [{ code: 'notBookable', state: 'down', ...origin }, '会议室2 停用中', '会议室2 is down'],
  projectOutsideTerm: [
    { code: 'projectOutsideTerm', projectId: 'p1', startOn: '2026-01-01', endOn: '2026-02-28', ...origin },
    'PC-2026-003的期限是 2026-01-01 至 2026-02-28',
    'PC-2026-003 runs from 2026-01-01 to 2026-02-28',
  ],
  changeTooLate: [
    { code: 'changeTooLate', noticeMinutes: 120, until: at(2, 7), ...origin },
    '会议室2 的预约在开始前 2 小时以内不再改动，本次最晚到 07:00',
    'not changed within 2 h of their start; for this one until 07:00',
  ],
  cancelTooLate: [
    { code: 'cancelTooLate', noticeMinutes: 2880, until: at(4, 9), ...origin },
    '开始前 2 天以内不再取消',
    'not cancelled within 2 days',
  ],
  personLimit: [
    {
      code: 'personLimit',
      personId: 'x',
      scope: { of: 'resource', resourceId: 'r2' },
      per: 'day',
      unit: 'count',
      limit: 2,
      used: 2,
      asked: 1,
      freeAgain: at(4, 0),
      ...origin,
    },
    '每人当日会议室2还可约 0 次，本次 1 次。上限 2 次，3月4日 周三 00:00 起重新计算',
    'One person has 0 bookings left that day for 会议室2; this is 1. The limit is 2',
  ],
  teamQuota: [
    {
      code: 'teamQuota',
      teamId: 't1',
      quotaId: 'q1',
      scope: { of: 'kind', kind: 'meetingRoom' },
      per: 'week',
      unit: 'minutes',
      limit: 600,
      used: 450,
      asked: 210,
      freeAgain: at(9, 0),
      ...origin,
      level: 'team',
    },
    '理微医疗本周会议室还可约 2.5 小时，本次 3.5 小时',
    '理微医疗 has 2.5 h left this week',
  ],
  openLimit: [
    { code: 'openLimit', personId: 'x', limit: 4, used: 4, freeAgain: at(2, 11), ...origin },
    '未结束的预约最多 4 个，已有 4 个，11:00 后空出一个',
    'At most 4 bookings may be open, 4 are; the next one ends 11:00',
  ],
  gapTooShort: [
    { code: 'gapTooShort', gapMinutes: 60, bookingId: 'b1', earliest: at(2, 12), ...origin },
    '至少相隔 1 小时，可从 12:00 开始',
    '1 h between two bookings of one person; the earliest start is 12:00',
  ],
  tooFew: [
    { code: 'tooFew', minHeads: 20, headCount: 3, ...origin },
    '供 20 人以上使用，本次 3 人',
    'for 20 people or more; this is for 3',
  ],
  samePersonTwice: [
    { code: 'samePersonTwice', personId: 'x', bookingId: 'b1', ...hours, warning: true, ...origin },
    '使用人 17:00–18:00 已在「客户视频会」曦微光电',
    'The person is at',
  ],
  seriesTooLong: [
    { code: 'seriesTooLong', unit: 'dates', limit: 12, asked: 52, ...origin },
    '一个系列最多 12 次，本次 52 次',
    'at most 12 dates; this has 52',
  ],
  blackout: [
    { code: 'blackout', ...hours, reason: '年度检修', ...origin },
    '17:00–18:00 不可预约（年度检修）',
    'cannot be booked 17:00–18:00 (年度检修)',
  ],
  quietHours: [
    { code: 'quietHours', ...hours, reason: '', ...origin },
    '会议室2 17:00–18:00 是安静时段',
    'quiet hours 17:00–18:00',
  ],
  offBlock: [
    {
      code: 'offBlock',
      blocks: [
        { from: 510, until: 720 },
        { from: 780, until: 1020 },
      ],
      ...origin,
    },
    '按整段预约：08:30–12:00、13:00–17:00',
    'whole blocks: 08:30–12:00, 13:00–17:00',
  ],
  reserved: [
    { code: 'reserved', teamIds: ['t1'], ...hours, opens: at(2, 9), ...origin },
    '17:00–18:00 优先留给理微医疗，09:00 起其他人可约',
    'kept 17:00–18:00 for 理微医疗; others may book from 09:00',
  ],
  needsAlso: [
    { code: 'needsAlso', neededId: 'hall', ...hours, ...origin },
    '会议室2 要与路演厅(全厅)一起预约',
    'booked together with 路演厅(全厅)',
  ],
  notFound: [{ code: 'notFound', what: 'booking', id: 'b9' }, '预约 b9', 'booking b9'],
  notSignedIn: [{ code: 'notSignedIn' }, '登录', 'sign in'],
  notAllowed: [
    { code: 'notAllowed', operation: 'settings.set', role: 'frontDesk', needs: ['manager', 'administrator'] },
    '前台没有 settings.set 的权限，可由主管或系统管理员办理',
    'manager or administrator',
  ],
  notYours: [{ code: 'notYours', what: 'booking', id: 'b9' }, '他人的预约', "someone else's booking"],
  badInput: [
    { code: 'badInput', path: 'resources.1.quantity', why: 'tooLarge', limit: 1000, given: '9999' },
    '数量：数值偏大（界限 1,000），给出的是「9999」',
    'Quantity: is too large (limit 1,000); given was “9999”',
  ],
  wrongSecret: [{ code: 'wrongSecret' }, '口令', 'password'],
  slowDown: [{ code: 'slowDown', retryAfterMs: 2400 }, '3 秒', '3 s'],
  changedMeanwhile: [{ code: 'changedMeanwhile', what: 'resource', id: 'r2', version: 4 }, '第 4 版', 'version 4'],
  wrongStatus: [
    { code: 'wrongStatus', bookingId: 'b1', status: 'cancelled', needs: ['pending', 'tentative'] },
    '「客户视频会」曦微光电目前是已取消，这一步只用于待审批或暂留的预约',
    'is cancelled; this step is for bookings that are pending approval or on hold',
  ],
  checkInNotOpen: [
    { code: 'checkInNotOpen', bookingId: 'b1', opens: at(2, 9), closes: at(2, 10) },
    '「客户视频会」曦微光电的签到时间是 09:00',
    'Check-in for',
  ],
  waiverRefused: [
    { code: 'waiverRefused', rule: 'tooLong', needs: ['manager'] },
    '「时长超限」可由主管豁免',
    'manager',
  ],
  bookingsInTheWay: [
    { code: 'bookingsInTheWay', bookingIds: ['b1', 'b2'], interval: hours },
    '17:00–18:00 有 2 个预约：「客户视频会」曦微光电、其他预约',
    '2 bookings',
  ],
  undoBlocked: [
    { code: 'undoBlocked', seq: 11, bySeq: 14 },
    '第 11 号改动之后又有第 14 号',
    'Change 14 came after change 11',
  ],
  nothingToUndo: [{ code: 'nothingToUndo', seq: 7 }, '第 7 号', 'Change 7'],
  alreadySetUp: [{ code: 'alreadySetUp' }, '已经建好', 'already set up'],
  requestReused: [{ code: 'requestReused', requestId: 'q-1' }, 'q-1', 'q-1'],
  fileBad: [
    {
      code: 'fileBad',
      file: 'a.ics',
      faults: [{ line: 12, column: 'DTSTART', why: 'badTime', value: 'xx' }],
      faultCount: 3,
    },
    'a.ics 有 3 处读不懂，没有导入任何内容。第 12 行 「DTSTART」列时间读不懂：xx；另有 2 处',
    'Line 12, column “DTSTART”: the time cannot be read (xx); 2 more',
  ],
  rowRefused: [
    {
      code: 'rowRefused',
      file: 'a.csv',
      line: 5,
      uid: null,
      title: 'Opening',
      refusals: [{ code: 'offStep', stepMinutes: 15, ...origin }, { code: 'notSignedIn' }],
    },
    'a.csv 第 5 行「Opening」：会议室2 以 15 分钟',
    'a.csv line 5 “Opening”',
  ],
  seriesRefused: [
    {
      code: 'seriesRefused',
      count: 3,
      dates: [{ date: '2026-03-09', refusals: [{ code: 'offStep', stepMinutes: 15, ...origin }] }],
    },
    '有 3 个日期约不上：',
    '3 dates cannot be booked: ',
  ],
  exportTooLarge: [
    { code: 'exportTooLarge', rows: 1_234_567, limit: 100_000 },
    '1,234,567 行，一次最多导出 100,000 行',
    '1,234,567 rows; one export holds 100,000',
  ],
  newerDatabase: [
    { code: 'newerDatabase', file: 'h.db', found: 9, supported: 3, writtenBy: '2.0.0' },
    'h.db 由较新的版本 2.0.0 写成（数据格式 9，本版支持到 3）',
    'data format 9, this version supports 3',
  ],
  notOurDatabase: [{ code: 'notOurDatabase', file: 'h.db' }, 'h.db', 'h.db'],
  damagedDatabase: [
    { code: 'damagedDatabase', file: 'h.db', problem: 'page 3', backup: 'h-1.db' },
    'page 3）。最近的完好备份：h-1.db',
    'page 3). Latest sound backup: h-1.db',
  ],
  readOnlyStorage: [{ code: 'readOnlyStorage', folder: '/data' }, '/data 不可写', '/data cannot be written'],
  diskFull: [{ code: 'diskFull', folder: '/data' }, '/data', '/data'],
  folderInUse: [{ code: 'folderInUse', folder: '/data', holder: 'pid 7' }, 'pid 7', 'pid 7'],
  portInUse: [{ code: 'portInUse', host: '127.0.0.1', port: 4310 }, '4310', 'Port 4310 on 127.0.0.1'],
  notLoopback: [{ code: 'notLoopback', host: '0.0.0.0' }, '0.0.0.0', '0.0.0.0'],
  fileExists: [{ code: 'fileExists', file: 'o.xlsx' }, 'o.xlsx', 'o.xlsx'],
  fileUnreadable: [{ code: 'fileUnreadable', file: 'i.ics' }, 'i.ics', 'i.ics'],
  nodeTooOld: [{ code: 'nodeTooOld', found: '20.19.0', needs: '≥ 24' }, '20.19.0，需要 ≥ 24', '20.19.0; ≥ 24'],
}

/** Other shapes of the same codes. */
const more: [Refusal, string, string][] = [
  [
    { code: 'overlaps', bookingId: 'gone', ...hours, viaResourceId: 'hall', buffer: false, ...origin },
    '被路演厅(全厅)占用：其他预约',
    'through 路演厅(全厅) by another booking',
  ],
  [
    {
      code: 'overlaps',
      bookingId: 'b1',
      start: at(2, 22),
      end: at(3, 2),
      viaResourceId: null,
      buffer: true,
      ...origin,
    },
    '22:00–次日02:00',
    '22:00–02:00 next day',
  ],
  [
    { code: 'closedDay', date: '2026-03-07', name: null, ...origin },
    '会议室2 3月7日 周六不开放',
    'closed on Sat 7 Mar',
  ],
  [
    { code: 'outsideHours', date: '2026-03-07', from: null, until: null, minutesOutside: 60, ...origin },
    '超出 1 小时',
    '1 h outside',
  ],
  [{ code: 'tooFar', horizonDays: 0, latest: at(3, 0), ...origin }, '只能预约当天', 'on the day only'],
  ...(['retired', 'notBookable', 'unknown'] as const).map((state): [Refusal, string, string] => [
    { code: 'notBookable', state, ...origin },
    '会议室2',
    '会议室2',
  ]),
  [
    { code: 'seriesTooLong', unit: 'months', limit: 3, asked: 5, ...origin },
    '最多跨 3 个月，本次 5 个月',
    'spans at most 3 months',
  ],
  [
    { code: 'seriesTooLong', unit: 'dates', limit: 1, asked: 5, ...origin },
    '会议室2 不接受循环预约',
    'takes no repeated bookings',
  ],
  [{ code: 'openLimit', personId: 'x', limit: 0, used: 0, freeAgain: null, ...origin }, '最多 0 个', 'At most 0'],
  [{ code: 'notAllowed', operation: 'x', role: null, needs: ['manager'] }, '当前身份', 'This session'],
  [{ code: 'badInput', path: 'strange.path', why: 'required' }, 'strange.path：要填写', 'strange.path: is needed'],
  [{ code: 'waiverRefused', rule: 'overlaps', needs: [] }, '任何人都不能豁免', 'nobody'],
  [{ code: 'nothingToUndo', seq: null }, '没有可以撤销的改动', 'nothing to undo'],
  [{ code: 'damagedDatabase', file: 'h.db', problem: 'x', backup: null }, '没有找到完好的备份', 'no sound backup'],
  [
    {
      code: 'fileBad',
      file: 'a',
      faults: [{ line: null, column: null, why: 'emptyFile', value: null }],
      faultCount: 1,
    },
    '文件是空的',
    'the file is empty',
  ],
]

const all = [...(Object.values(samples) as [Refusal, string, string][]), ...more]

describe('explain', () => {
  it.each(all)('says $code in both languages, with its facts', (refusal, chinese, english) => {
    const said = { zh: explain(refusal, 'zh', names), en: explain(refusal, 'en', names) }
    expect(said.zh).toContain(chinese)
    expect(said.en).toContain(english)
    for (const sentence of Object.values(said)) {
      expect(sentence).not.toMatch(/\{|\}|undefined|null|NaN/)
      expect(sentence).not.toMatch(/[!！]|您|错误|！/)
      expect(sentence.trim()).toBe(sentence)
      expect(sentence).not.toMatch(/ {2}/)
    }
    expect(said.zh).not.toBe(said.en)
    expect(isRuleRefusal(refusal)).toBe('waivers' in refusal)
  })
  it('asks for the same facts in both languages', () => {
    const holes = (text: string) =>
      [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]!).toSorted((a, b) => a.localeCompare(b))
    for (const key of Object.keys(zh.sentences) as (keyof typeof zh.sentences)[])
      expect(holes(en.sentences[key]), key).toEqual(holes(zh.sentences[key]))
  })
  it('puts nothing from a name or a file back through the template', () => {
    const sly = { ...names, resource: () => '{{time}} <b>' }
    expect(explain({ code: 'offStep', stepMinutes: 15, ...origin }, 'zh', sly)).toContain('{{time}} <b> 以 15')
  })
  it('names rules, their level and who may waive them', () => {
    expect(ruleTitle('tooLong', 'zh')).toBe('时长超限')
    expect(originText('kind', { name: '会议室2', kind: 'meetingRoom' }, 'zh')).toBe('来自「会议室」类设置')
    expect(originText('resource', { name: '会议室2', kind: 'meetingRoom' }, 'zh')).toBe('来自会议室2的设置')
    expect(originText('always', null, 'en')).toBe('applies always')
    expect(waiverText([], 'zh')).toBe('无人可豁免')
    expect(waiverText(waiversOf.tooLong ?? [], 'zh')).toBe('可由主管或系统管理员豁免')
    expect(waiverText([...roles], 'en')).toContain('front desk or ')
    expect(explainFault({ line: 3, column: null, why: 'unknownZone', value: 'Mars' }, 'zh')).toBe(
      '第 3 行 没有这个时区：Mars',
    )
  })
  it('writes lengths and ranges exactly', () => {
    expect([5, 45, 60, 90, 100, 1440, 2880, 2890].map((minutes) => duration(minutes, 'zh'))).toEqual([
      '5 分钟',
      '45 分钟',
      '1 小时',
      '1.5 小时',
      '100 分钟',
      '24 小时',
      '2 天',
      '2890 分钟',
    ])
    expect(range(at(2, 22), at(3, 0), 'Asia/Shanghai', 'zh', '2026-03-02')).toBe('22:00–24:00')
    expect(range(at(2, 22), at(5, 9), 'Asia/Shanghai', 'zh', '2026-03-02')).toBe('22:00 – 3月5日 周四 09:00')
    expect(range(at(3, 9), at(3, 10), 'Asia/Shanghai', 'zh')).toBe('2026年3月3日 周二 09:00–10:00')
  })
})
