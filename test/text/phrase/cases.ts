import type { Understood } from '../../../shared/operations/find.ts'

/** What is not named here is not understood: null or empty. */
export type Case = [text: string, understood: Partial<Omit<Understood, 'pieces'>>]
const on = (from: string, to = from) => ({ dates: { from, to } })

// Today is Tuesday 2026-11-24, the clock says 10:42.
export const chinese: readonly Case[] = [
  ['明天下午2点 3人 白板 90分', { ...on('2026-11-25'), from: 840, minutes: 90, heads: 3, features: ['白板'] }],
  [
    '下周三上午 路演厅 理微医疗',
    { ...on('2026-12-02'), partOfDay: 'morning', kinds: ['roadshowHall'], teamIds: ['liwei'] },
  ],
  ['11月25日 14:00-15:30 会议室2', { ...on('2026-11-25'), from: 840, until: 930, minutes: 90, places: [['A106']] }],
  ['周五 全天 YQ-003', { ...on('2026-11-27'), partOfDay: 'day', places: [['YQ-003']] }],
  ['后天晚上7点半 两小时', { ...on('2026-11-26'), from: 1170, minutes: 120 }],
  ['tomorrow 14:00 room 2 for 90 min', { ...on('2026-11-25'), from: 840, minutes: 90, places: [['A106']] }],
  [
    'next wed morning seminar room 6 people whiteboard',
    { ...on('2026-12-02'), partOfDay: 'morning', heads: 6, features: ['白板'], places: [['A107']] },
  ],
  ['今天 3点 会议室', { ...on('2026-11-24'), from: 900, kinds: ['meetingRoom'] }],
  ['今晚 8点 路演厅A 二十人', { ...on('2026-11-24'), from: 1200, heads: 20, places: [['A102']] }],
  [
    '明早9点半到11点 会议室1A 项目例会',
    { ...on('2026-11-25'), from: 570, until: 660, minutes: 90, places: [['A104']], title: '项目例会' },
  ],
  ['大后天 中午12点半 洽谈室 一个半小时', { ...on('2026-11-27'), from: 750, minutes: 90, places: [['A108']] }],
  ['本周四下午3点一刻 电话间 半小时', { ...on('2026-11-26'), from: 915, minutes: 30, kinds: ['phoneBooth'] }],
  [
    '下周一 上午九点 到 十一点 微组装间 集成电路实验室',
    { ...on('2026-11-30'), from: 540, until: 660, minutes: 120, places: [['B102']], teamIds: ['jicheng'] },
  ],
  ['周日 14点 研讨室', { ...on('2026-11-29'), from: 840, places: [['A107']] }],
  [
    '２０２６年１２月１日　１４：００－１６：００　路演厅Ｂ',
    { ...on('2026-12-01'), from: 840, until: 960, minutes: 120, places: [['A103']] },
  ],
  [
    '2026-12-03 9:00-12:00 探针台 曦微光电',
    { ...on('2026-12-03'), from: 540, until: 720, minutes: 180, places: [['YQ-002']], teamIds: ['xiwei'] },
  ],
  ['12/5 下午 3D打印机', { ...on('2026-12-05'), partOfDay: 'afternoon', places: [['YQ-015', 'YQ-016']] }],
  [
    '25号下午两点 4位 投影 客户来访',
    { ...on('2026-11-25'), from: 840, heads: 4, features: ['投影'], title: '客户来访' },
  ],
  ['下下周二 10点到12点 会议室', { ...on('2026-12-08'), from: 600, until: 720, minutes: 120, kinds: ['meetingRoom'] }],
  ['周末 SLA光固化3D打印机 全天', { ...on('2026-11-28', '2026-11-29'), partOfDay: 'day', places: [['YQ-015']] }],
  ['明天 8个人 视频会议 1小时30分', { ...on('2026-11-25'), minutes: 90, heads: 8, features: ['视频会议'] }],
  ['现在 电话间1 15分钟', { from: 645, minutes: 15, places: [['A109']] }],
  ['上午10点到下午2点 会议室2 仇颖', { from: 600, until: 840, minutes: 240, places: [['A106']], personIds: ['qiu'] }],
  [
    '明天下午2-4点 会议室 12人',
    { ...on('2026-11-25'), from: 840, until: 960, minutes: 120, heads: 12, kinds: ['meetingRoom'] },
  ],
  ['14-16点 路演厅', { from: 840, until: 960, minutes: 120, kinds: ['roadshowHall'] }],
  [
    '周三到周五 上午 2小时 研讨室',
    { ...on('2026-11-25', '2026-11-27'), partOfDay: 'morning', minutes: 120, places: [['A107']] },
  ],
  [
    '11月25日至27日 下午 矢量网络分析仪 4小时',
    { ...on('2026-11-25', '2026-11-27'), partOfDay: 'afternoon', minutes: 240, places: [['YQ-003']] },
  ],
  [
    '三个人 明天 2点到3点半 洽谈室',
    { ...on('2026-11-25'), from: 840, until: 930, minutes: 90, heads: 3, places: [['A108']] },
  ],
  [
    '下周 会议室 8人 白板 2个小时',
    { ...on('2026-11-30', '2026-12-06'), minutes: 120, heads: 8, features: ['白板'], kinds: ['meetingRoom'] },
  ],
  ['十二月三号 晚上七点 路演厅(全厅) 60人', { ...on('2026-12-03'), from: 1140, heads: 60, places: [['HALL']] }],
  ['请帮我订明天上午10点的会议室2', { ...on('2026-11-25'), from: 600, places: [['A106']] }],
  ['明天14：30，研讨室，6人，90分钟', { ...on('2026-11-25'), from: 870, minutes: 90, heads: 6, places: [['A107']] }],
  ['后天上午 三刻钟 电话间', { ...on('2026-11-26'), partOfDay: 'morning', minutes: 45, kinds: ['phoneBooth'] }],
  [
    '礼拜五下午 理微医疗 样机评审 会议室1B',
    { ...on('2026-11-27'), partOfDay: 'afternoon', places: [['A105']], teamIds: ['liwei'], title: '样机评审' },
  ],
  ['星期一早上8点半 微组装间', { ...on('2026-11-30'), from: 510, places: [['B102']] }],
  [
    '这周五 16:00 45分 阿依古丽 面谈',
    { ...on('2026-11-27'), from: 960, minutes: 45, personIds: ['ayi'], title: '面谈' },
  ],
  ['凌晨 FDM 3D打印机 5小时', { partOfDay: 'night', minutes: 300, places: [['YQ-016']] }],
  [
    '早期项目评审 明天下午 会议室',
    { ...on('2026-11-25'), partOfDay: 'afternoon', kinds: ['meetingRoom'], title: '早期项目评审' },
  ],
  ['本周 贴片/倒装键合机 2小时', { ...on('2026-11-24', '2026-11-29'), minutes: 120, places: [['YQ-009']] }],
  ['中午 会议室 1人', { partOfDay: 'noon', heads: 1, kinds: ['meetingRoom'] }],
]
export const mixed: readonly Case[] = [
  ['晚上12点 路演厅A', { from: 1440, places: [['A102']] }],
  [
    '明天 hys2 14:00 90分 lwyl',
    { ...on('2026-11-25'), from: 840, minutes: 90, places: [['A106']], teamIds: ['liwei'] },
  ],
  ['mingtian xiawu 2点 huiyishi 3人', { ...on('2026-11-25'), from: 840, heads: 3, kinds: ['meetingRoom'] }],
  ['下周三 lyt 理微yl', { ...on('2026-12-02'), kinds: ['roadshowHall'], teamIds: ['liwei'] }],
  ['周五 yq-003 全天 gxcg', { ...on('2026-11-27'), partOfDay: 'day', places: [['YQ-003']], teamIds: ['guixiang'] }],
  ['明天 10:00 bb ', { ...on('2026-11-25'), from: 600, features: ['白板'] }],
  [
    '后天 9点 tzt 2h jcdl',
    { ...on('2026-11-26'), from: 540, minutes: 120, places: [['YQ-002']], teamIds: ['jicheng'] },
  ],
  [
    '明天 下午 会议室 lwyl 60min',
    { ...on('2026-11-25'), partOfDay: 'afternoon', minutes: 60, kinds: ['meetingRoom'], teamIds: ['liwei'] },
  ],
  [
    '周四 14:00-15:00 yts xwgd',
    { ...on('2026-11-26'), from: 840, until: 900, minutes: 60, places: [['A107']], teamIds: ['xiwei'] },
  ],
  ['明天 2pm 会议室2', { ...on('2026-11-25'), from: 840, places: [['A106']] }],
  ['11/26 10:30 qts zengle', { ...on('2026-11-26'), from: 630, places: [['A108']], personIds: ['zeng'] }],
  ['下周二 上午 slwlfxy 2小时', { ...on('2026-12-01'), partOfDay: 'morning', minutes: 120, places: [['YQ-003']] }],
  ['明天 qtj 3h', { ...on('2026-11-25'), minutes: 180, kinds: ['talkRoom'] }],
  ['wed 14:00 会议室2 理微医疗', { ...on('2026-11-25'), from: 840, places: [['A106']], teamIds: ['liwei'] }],
  ['tmr 下午3点 talk room', { ...on('2026-11-25'), from: 900, places: [['A108']] }],
  ['周五 10点 1h30 meeting room 1A', { ...on('2026-11-27'), from: 600, minutes: 90, places: [['A104']] }],
  ['明天 dhj 15分', { ...on('2026-11-25'), minutes: 15, kinds: ['phoneBooth'] }],
  ['fri 全天 3D打印机', { ...on('2026-11-27'), partOfDay: 'day', places: [['YQ-015', 'YQ-016']] }],
  ['明天 baiban 6ren 1h', { ...on('2026-11-25'), minutes: 60, heads: 6, features: ['白板'] }],
  [
    '后天 下午 hys 8人 sphy',
    { ...on('2026-11-26'), partOfDay: 'afternoon', heads: 8, features: ['视频会议'], kinds: ['meetingRoom'] },
  ],
  ['明天14点 会ys 90分钟', { ...on('2026-11-25'), from: 840, minutes: 90, kinds: ['meetingRoom'] }],
  [
    '周一 9:00-11:00 wzzj 集成电路',
    { ...on('2026-11-30'), from: 540, until: 660, minutes: 120, places: [['B102']], teamIds: ['jicheng'] },
  ],
  ['houtian wanshang 7点半 luyanting', { ...on('2026-11-26'), from: 1170, kinds: ['roadshowHall'] }],
  ['下周五 14:00 hys1a 项目kickoff', { ...on('2026-12-04'), from: 840, places: [['A104']], title: '项目kickoff' }],
  ['明天 jt 2小时', { ...on('2026-11-25'), minutes: 120, title: 'jt' }],
]
export const english: readonly Case[] = [
  ['today 3pm meeting room for 4 people', { ...on('2026-11-24'), from: 900, heads: 4, kinds: ['meetingRoom'] }],
  [
    'tomorrow 9:30-11:00 A106 design review',
    { ...on('2026-11-25'), from: 570, until: 660, minutes: 90, places: [['A106']], title: 'design review' },
  ],
  ['next friday all day vector network analyser', { ...on('2026-12-04'), partOfDay: 'day', places: [['YQ-003']] }],
  [
    'day after tomorrow 10am phone booth half an hour',
    { ...on('2026-11-26'), from: 600, minutes: 30, kinds: ['phoneBooth'] },
  ],
  [
    '25 nov 14:00 to 15:30 roadshow hall A 20 seats projector',
    { ...on('2026-11-25'), from: 840, until: 930, minutes: 90, heads: 20, features: ['投影'], places: [['A102']] },
  ],
  [
    'this thu afternoon 2 hours probe station',
    { ...on('2026-11-26'), partOfDay: 'afternoon', minutes: 120, places: [['YQ-002']] },
  ],
  [
    'mon 9am-11am meeting room 2 weekly sync',
    { ...on('2026-11-30'), from: 540, until: 660, minutes: 120, places: [['A106']], title: 'weekly sync' },
  ],
  ['dec 3 2:30 pm talk room 45 minutes', { ...on('2026-12-03'), from: 870, minutes: 45, places: [['A108']] }],
  [
    'next week seminar room 1.5 hours 6 pax',
    { ...on('2026-11-30', '2026-12-06'), minutes: 90, heads: 6, places: [['A107']] },
  ],
  ['tonight 7pm roadshow hall', { ...on('2026-11-24'), from: 1140, kinds: ['roadshowHall'] }],
  ['now phone booth 1 30m', { from: 645, minutes: 30, places: [['A109']] }],
  [
    'tomorrow noon meeting room an hour with video',
    { ...on('2026-11-25'), partOfDay: 'noon', minutes: 60, features: ['视频会议'], kinds: ['meetingRoom'] },
  ],
  [
    'fri morning whiteboard 8 people 1h30',
    { ...on('2026-11-27'), partOfDay: 'morning', minutes: 90, heads: 8, features: ['白板'] },
  ],
  ['2026-12-01 13:00 lab 3 hours', { ...on('2026-12-01'), from: 780, minutes: 180, kinds: ['lab'] }],
  ['sat 10:00 3d printer 5 h', { ...on('2026-11-28'), from: 600, minutes: 300, places: [['YQ-015', 'YQ-016']] }],
]
