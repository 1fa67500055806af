import type { ResourceKind } from '../../../shared/operations/fields.ts'
import type { PhraseNames } from '../../../shared/text/phrase/names.ts'

const place = (code: string, name: string, nameEn: string, kind: ResourceKind) => ({
  id: code,
  code,
  name,
  nameEn,
  kind,
})

/** Places, teams and people as a centre has them. */
export const names: PhraseNames = {
  resources: [
    place('A102', '路演厅A', 'Roadshow hall A', 'roadshowHall'),
    place('A103', '路演厅B', 'Roadshow hall B', 'roadshowHall'),
    place('HALL', '路演厅(全厅)', 'Roadshow hall (whole)', 'roadshowHall'),
    place('A104', '会议室1A', 'Meeting room 1A', 'meetingRoom'),
    place('A105', '会议室1B', 'Meeting room 1B', 'meetingRoom'),
    place('A106', '会议室2', 'Meeting room 2', 'meetingRoom'),
    place('A107', '研讨室', 'Seminar room', 'seminarRoom'),
    place('A108', '洽谈室', 'Talk room', 'talkRoom'),
    place('A109', '电话间1', 'Phone booth 1', 'phoneBooth'),
    place('A110', '电话间2', 'Phone booth 2', 'phoneBooth'),
    place('B101', '电学测试间', 'Electrical test room', 'lab'),
    place('B102', '微组装间(万级洁净)', 'Micro-assembly room (clean class 10 000)', 'lab'),
    place('B105', '小批量试制工位 T1–T4', 'Pilot-batch benches T1–T4', 'bench'),
    place('C101', '联合办公区', 'Co-working area', 'desk'),
    place('C104', '评审与商务辅导室', 'Review and mentoring room', 'meetingRoom'),
    place('YQ-002', '手动探针台(8英寸)', 'Manual probe station (8 inch)', 'instrument'),
    place('YQ-003', '矢量网络分析仪', 'Vector network analyser', 'instrument'),
    place('YQ-009', '贴片/倒装键合机', 'Die and flip-chip bonder', 'instrument'),
    place('YQ-015', 'SLA光固化3D打印机', 'SLA 3D printer', 'instrument'),
    place('YQ-016', 'FDM 3D打印机', 'FDM 3D printer', 'instrument'),
  ],
  teams: [
    { id: 'liwei', name: '理微医疗(示例)', shortName: '理微医疗' },
    { id: 'jicheng', name: '集成电路创新实验室(示例)', shortName: '集成电路实验室' },
    { id: 'guixiang', name: '硅巷传感(虚构)', shortName: '硅巷传感' },
    { id: 'xiwei', name: '曦微光电(虚构)', shortName: '曦微光电' },
  ],
  people: [
    { id: 'zeng', name: '曾乐' },
    { id: 'ou', name: '区伟文' },
    { id: 'ayi', name: '阿依古丽·买买提' },
    { id: 'qiu', name: '仇颖' },
  ],
  features: ['视频会议', '显示屏', '白板', '投影', '音响', '防静电', '万级洁净'],
}
