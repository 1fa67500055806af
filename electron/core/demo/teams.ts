import type { Input } from '../../../shared/operations/index.ts'
import type { Role } from '../../../shared/refusals.ts'

type TeamFields = Input<'teams.save'>['team']

/** Short keys by which the plan speaks of the teams. */
export type TeamKey = 'liwei' | 'jicheng' | 'guixiang' | 'zhifang' | 'xiwei' | 'yiyuan' | 'zhongxin'

/** Six invented teams and the centre itself (domain facts §6.3). */
export const teamPlans: readonly ({ key: TeamKey } & TeamFields)[] = [
  {
    key: 'liwei',
    name: '理微医疗(示例)',
    shortName: '理微医疗',
    kind: 'rdInstitution',
    colour: 'teal',
    since: '2025-03-01',
    note: '虚构示例：介入导管与超声探头样机',
  },
  {
    key: 'jicheng',
    name: '集成电路创新实验室(示例)',
    shortName: '集成电路实验室',
    kind: 'instituteLab',
    colour: 'indigo',
    since: '2025-01-15',
    note: '虚构示例：射频前端与高可靠性集成电路',
  },
  {
    key: 'guixiang',
    name: '硅巷传感(虚构)',
    shortName: '硅巷传感',
    kind: 'startup',
    colour: 'orange',
    since: '2025-09-01',
    note: '虚构：MEMS 谐振传感器',
  },
  {
    key: 'zhifang',
    name: '智纺新材(虚构)',
    shortName: '智纺新材',
    kind: 'residentCompany',
    colour: 'green',
    since: '2025-11-10',
    note: '虚构：织物电极与传感纱线',
  },
  {
    key: 'xiwei',
    name: '曦微光电(虚构)',
    shortName: '曦微光电',
    kind: 'startup',
    colour: 'violet',
    since: '2026-02-01',
    note: '虚构：窄线宽激光器封装',
  },
  {
    key: 'yiyuan',
    name: '外部-某三甲医院课题组(虚构)',
    shortName: '外部医院课题组',
    kind: 'externalOrg',
    colour: 'rose',
    since: '2026-03-01',
    note: '虚构：出题人，提出临床需求',
  },
  {
    key: 'zhongxin',
    name: '概念验证中心(示例)',
    shortName: '中心',
    kind: 'centre',
    colour: 'slate',
    since: '2025-01-01',
    note: '中心自用与公共活动',
  },
]

export type PersonPlan = {
  key: string
  name: string
  role: Role
  team: TeamKey
  /** Login name of the five users of the demo. */
  login?: string
  note?: string
}

/** Invented people. The first five sign in; surnames that break pinyin and names of other make are among them on purpose. */
export const personPlans: readonly PersonPlan[] = [
  { key: 'admin', name: '系统管理员', role: 'administrator', team: 'zhongxin', login: 'admin' },
  { key: 'shan', name: '单晓', role: 'frontDesk', team: 'zhongxin', login: 'qiantai', note: '前台' },
  { key: 'zeng', name: '曾乐', role: 'manager', team: 'zhongxin', login: 'zhuguan', note: '中心主管' },
  { key: 'ou', name: '区伟文', role: 'keeper', team: 'zhongxin', login: 'jizu', note: '机组负责人' },
  { key: 'ayi', name: '阿依古丽·买买提', role: 'member', team: 'liwei', login: 'tuandui', note: '导管样机工程师' },
  { key: 'qiu', name: '仇颖', role: 'keeper', team: 'zhongxin', note: '操作员：键合、安规、振动' },
  { key: 'audit', name: '韩审之', role: 'auditor', team: 'zhongxin', note: '审计，只读' },
  { key: 'ouyang', name: '欧阳靖', role: 'teamLead', team: 'liwei' },
  { key: 'shen', name: '沈知远', role: 'member', team: 'liwei' },
  { key: 'li', name: '李Ming', role: 'teamLead', team: 'jicheng' },
  { key: 'gu', name: '顾承安', role: 'member', team: 'jicheng' },
  { key: 'ding', name: '丁若溪', role: 'member', team: 'jicheng' },
  { key: 'lu', name: '陆行舟', role: 'teamLead', team: 'guixiang' },
  { key: 'xu', name: '许望舒', role: 'member', team: 'guixiang' },
  { key: 'meng', name: '孟嘉树', role: 'member', team: 'guixiang' },
  { key: 'su', name: '苏锦纶', role: 'teamLead', team: 'zhifang' },
  { key: 'ye', name: '叶棉', role: 'member', team: 'zhifang' },
  { key: 'jiang', name: '江映川', role: 'teamLead', team: 'xiwei' },
  { key: 'bai', name: '白露宁', role: 'member', team: 'xiwei' },
  { key: 'wan', name: '万俟雪', role: 'member', team: 'xiwei' },
  { key: 'zhou', name: '周未然', role: 'teamLead', team: 'yiyuan', note: '出题人代表' },
  { key: 'lv', name: '吕安宁', role: 'member', team: 'yiyuan' },
]

/** Telephone numbers of the demo: a range that is plainly invented, 199-0000-00xx. */
export function fakePhone(index: number): string {
  return `199000000${String(index + 1).padStart(2, '0')}`
}

/** Days are those of the plan; a shifted demo shifts them too. */
export const projectPlans = [
  {
    no: 'PC-2026-001',
    name: '介入导管样机可靠性验证',
    team: 'liwei',
    lead: 'ouyang',
    fundingSource: 'pocFund',
    grantedWan: 90,
    startOn: '2026-01-12',
    endOn: '2026-12-31',
    stage: 'verifying',
    note: '中期已过，按计划推进（虚构）',
  },
  {
    no: 'PC-2026-002',
    name: '射频前端晶圆级测试方法',
    team: 'jicheng',
    lead: 'li',
    fundingSource: 'pocFund',
    grantedWan: 100,
    startOn: '2026-02-02',
    endOn: '2027-01-29',
    stage: 'midterm',
    note: '延期：原定 2026-11-30 结束，因流片排期推迟两个月，2026-10-19 批准（虚构）',
  },
  {
    no: 'PC-2026-003',
    name: 'MEMS 谐振传感器标定',
    team: 'guixiang',
    lead: 'lu',
    fundingSource: 'pocFund',
    grantedWan: 60,
    startOn: '2026-01-05',
    endOn: '2026-11-13',
    stage: 'closed',
    note: '2026-11-13 结项，用量清单已出具（虚构）',
  },
  {
    no: 'PC-2026-004',
    name: '织物电极小批量试制',
    team: 'zhifang',
    lead: 'su',
    fundingSource: 'horizontal',
    grantedWan: 75,
    startOn: '2026-03-16',
    endOn: '2027-03-12',
    stage: 'verifying',
    note: '（虚构）',
  },
  {
    no: 'PC-2026-005',
    name: '窄线宽激光器贴片工艺',
    team: 'xiwei',
    lead: 'jiang',
    fundingSource: 'pocFund',
    grantedWan: 80,
    startOn: '2026-04-01',
    endOn: '2027-03-31',
    stage: 'midterm',
    note: '（虚构）',
  },
  {
    no: 'PC-2026-006',
    name: '超声探头键合良率',
    team: 'liwei',
    lead: 'shen',
    fundingSource: 'pocFund',
    grantedWan: 50,
    startOn: '2026-03-02',
    endOn: '2026-10-30',
    stage: 'verifying',
    note: '超期：2026-10-30 到期，尚未结项（虚构）',
  },
  {
    no: 'PC-2026-007',
    name: '柔性压力传感阵列',
    team: 'guixiang',
    lead: 'meng',
    fundingSource: 'selfRaised',
    grantedWan: 55,
    startOn: '2026-05-11',
    endOn: '2026-10-16',
    stage: 'terminated',
    note: '2026-10-16 终止：关键材料停产，余款退回（虚构）',
  },
  {
    no: 'PC-2026-008',
    name: '床旁监测手柄医工验证',
    team: 'yiyuan',
    lead: 'zhou',
    fundingSource: 'schoolFunds',
    grantedWan: 70,
    startOn: '2026-09-01',
    endOn: '2027-08-31',
    stage: 'initiated',
    note: '需求方出题：某三甲医院课题组（虚构）',
  },
] as const satisfies readonly {
  no: string
  name: string
  team: TeamKey
  lead: string
  fundingSource: string
  grantedWan: number
  startOn: string
  endOn: string
  stage: string
  note: string
}[]
