import type { OpenHours, Policy } from '../../../shared/operations/fields.ts'
import { alwaysOpen } from '../../../shared/scheduling/policy.ts'
import { workingHours, type PlacePlan } from './places.ts'

/**
 * The 22 shared instruments of the demo centre: plausible, without brand, all figures invented (domain facts §6.2). One a line:
 * number | name | English | room | warm-up, clean-down minutes | shortest, longest hours | original value in 万元 | rated hours a year | note
 */
const table = `
YQ-001|半导体参数分析仪|Semiconductor parameter analyser|B101|40,10|1,8|68|1400|晶圆级测试须与探针台 YQ-002 一并预约
YQ-002|手动探针台(8英寸)|Manual probe station (8 inch)|B101|15,15|1,8|42|1400|钨针按支计；请注明晶圆尺寸
YQ-003|矢量网络分析仪|Vector network analyser|B101|30,10|1,8|85|1400|校准件提前 1 小时开盒
YQ-004|高带宽示波器(4 GHz)|Oscilloscope (4 GHz)|B101|20,5|0.5,8|36|1400|有源探头签字借用
YQ-005|信号/频谱分析仪|Signal and spectrum analyser|B101|30,5|1,8|48|1400|
YQ-006|LCR/阻抗分析仪|LCR and impedance analyser|B101|30,5|0.5,8|16|1400|
YQ-007|源表(双通道)|Source-measure unit (two channels)|B101|30,5|0.5,8|9|1400|便携，经同意可带出
YQ-008|引线键合机(金/铝)|Wire bonder (gold and aluminium)|B102|20,15|1,4|58|800|25 µm 金丝按米计；洁净间
YQ-009|贴片/倒装键合机|Die and flip-chip bonder|B102|30,20|2,6|96|800|须操作员在场；仅工作日 9:00–17:00；氮气
YQ-010|金相显微镜(含DIC)|Metallurgical microscope (DIC)|B102|5,5|0.5,4|22|1400|
YQ-011|3D轮廓/白光干涉仪|Optical profiler|B102|30,10|1,6|74|1400|怕振动，不与激光打标、振动台同时使用
YQ-012|等离子清洗机|Plasma cleaner|B102|10,10|0.5,3|12|800|与 YQ-009 共用真空管路
YQ-013|匀胶机与热板|Spin coater and hotplate|B102|15,20|0.5,3|6|800|光刻胶按毫升计；用后必须清洗
YQ-014|紫外激光打标/切割机|Ultraviolet laser marker and cutter|B103|15,10|0.5,4|35|800|须激光安全培训；先开排烟
YQ-015|SLA光固化3D打印机|SLA 3D printer|B103|15,30|2,48|18|800|树脂按毫升计；可过夜无人值守
YQ-016|FDM 3D打印机|FDM 3D printer|B103|10,5|1,24|4|800|同型号 2 台
YQ-017|台式CNC雕刻机|Desktop CNC mill|B103|10,20|1,6|14|800|有噪声，12:00–13:00 不开机
YQ-018|台式回流焊炉|Reflow oven|B105|25,20|0.5,4|8|800|锡膏按克计；可选氮气
YQ-019|返修台(BGA)|BGA rework station|B105|15,15|1,4|11|800|
YQ-020|高低温(湿热)试验箱|Temperature and humidity chamber|B104|30,60|4,240|26|800|可连续多日无人值守；每月保养一次
YQ-021|医用电气安规测试仪|Medical electrical safety tester|B104|15,5|1,4|15|800|须操作员在场；法定检验机时另计
YQ-022|振动试验台(小型)|Vibration table (small)|B104|20,15|1,6|62|800|须操作员在场；开机时白光干涉仪不能用
`

const HOUR = 60

/** Hours of their own; the others keep the centre's. Unattended machines never close. */
const hours: Record<string, OpenHours> = {
  'YQ-009': workingHours([9 * HOUR, 17 * HOUR]),
  'YQ-015': alwaysOpen,
  'YQ-016': alwaysOpen,
  'YQ-017': workingHours([510, 12 * HOUR], [13 * HOUR, 21 * HOUR]),
  'YQ-020': alwaysOpen,
}
/** An operator must be there, so a keeper approves. */
const withOperator = new Set(['YQ-009', 'YQ-021', 'YQ-022'])
const units: Record<string, number> = { 'YQ-016': 2 }

function planOf(text: string): PlacePlan {
  const [code, name, nameEn, room, buffers, length, value, rated, note] = text.split('|') as [string, ...string[]]
  const [bufferBefore, bufferAfter] = buffers!.split(',').map(Number)
  const [shortest, longest] = length!.split(',').map(Number)
  const policy: Policy = { minMinutes: shortest! * HOUR, maxMinutes: longest! * HOUR, bufferBefore, bufferAfter }
  if (hours[code]) policy.openHours = hours[code]
  if (withOperator.has(code)) policy.approval = true
  return {
    code,
    name: name!,
    nameEn: nameEn!,
    kind: 'instrument',
    zone: 'Y',
    areaM2: null,
    capacity: null,
    units: units[code] ?? 1,
    room: room!,
    policy,
    note: [`原值 ${value} 万元，定额 ${rated} 小时/年（虚构）`, note].filter(Boolean).join('；'),
  }
}

/** The 22 instruments, each in its room. */
export const instrumentPlans: readonly PlacePlan[] = table.trim().split('\n').map(planOf)
