import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openCore } from '../../../electron/core/core.ts'
import type { Core } from '../../../electron/core/coreTypes.ts'
import type { Input, OperationName, Value } from '../../../shared/operations/index.ts'
import { indexCalendar, isWorkday } from '../../../shared/scheduling/calendar.ts'
import { stateCouncilCalendar } from '../../../shared/scheduling/stateCouncil.ts'
import type { LocalDate } from '../../../shared/scheduling/time.ts'
import { addDays, dateOf, toInstant } from '../../../shared/scheduling/zone.ts'

export const zone = 'Asia/Shanghai'
export const secret = 'journey-secret-1'
export const pin = '482915'

/** A small centre on disk for a journey, set up through ordinary operations, and a workday after today on which everything is still to come. */
export type Centre = { folder: string; day: LocalDate; ids: Record<string, string>; at: (time: string) => number }

/** Opens the core on a folder, works, closes: before the app has it, or after. */
export async function withData<T>(folder: string, work: (core: Core) => Promise<T>): Promise<T> {
  const opened = await openCore({ folder, make: true, version: '0.1.0' })
  if ('refusals' in opened) throw new Error(JSON.stringify(opened.refusals))
  try {
    return await work(opened.core)
  } finally {
    await opened.core.close()
  }
}

/** One operation as the local administrator; throws with the reasons when it was refused. */
export async function perform<N extends OperationName>(core: Core, name: N, input: Input<N>): Promise<Value<N>> {
  const reply = await core.perform(name, input)
  if (reply.ok) return reply.value
  throw new Error(`${name}: ${JSON.stringify(reply)}`)
}

/** The first workday after today. */
export function nextWorkday(now = Date.now()): LocalDate {
  const calendar = indexCalendar(stateCouncilCalendar)
  let day = addDays(dateOf(now, zone), 1)
  while (!isWorkday(day, calendar)) day = addDays(day, 1)
  return day
}

/** Two rooms, a hall of two parts, an analyser; the desk's 单晓 with a PIN, the manager 曾乐; one booking at 13:00 in 会议室2. */
export async function makeCentre(): Promise<Centre> {
  const folder = mkdtempSync(join(tmpdir(), 'hengtong-journey-'))
  const day = nextWorkday()
  const at = (time: string) => {
    const [hour, minute] = time.split(':').map(Number)
    return toInstant({ date: day, minute: hour! * 60 + minute! }, zone)
  }
  const ids: Record<string, string> = {}
  await withData(folder, async (core) => {
    const set = {
      centreName: '亨通验证中心',
      zone,
      administratorName: '系统管理员',
      login: 'admin',
      secret,
      language: 'zh',
    }
    const done = await core.call({ operation: 'centre.setUp', input: set, token: null, door: 'desk' })
    if (!done.ok) throw new Error(JSON.stringify(done))
    const area = await perform(core, 'zones.save', { zone: { code: 'A', name: '公共区', nameEn: 'Public area' } })
    const make = async (resource: Omit<Input<'resources.save'>['resource'], 'zoneId'>) => {
      ids[resource.code] = (await perform(core, 'resources.save', { resource: { zoneId: area.id, ...resource } })).id
    }
    await make({ code: 'A106', name: '会议室2', nameEn: 'Meeting room 2', kind: 'meetingRoom', capacity: 10 })
    await make({ code: 'A107', name: '研讨室', nameEn: 'Seminar room', kind: 'seminarRoom', capacity: 6 })
    await make({ code: 'A102', name: '路演厅A', nameEn: 'Hall A', kind: 'roadshowHall', capacity: 40 })
    await make({ code: 'A103', name: '路演厅B', nameEn: 'Hall B', kind: 'roadshowHall', capacity: 24 })
    await make({
      code: 'HALL',
      name: '路演厅(全厅)',
      nameEn: 'Whole hall',
      kind: 'roadshowHall',
      capacity: 64,
      partIds: [ids['A102']!, ids['A103']!],
    })
    await make({ code: 'YQ-003', name: '矢量网络分析仪', nameEn: 'Network analyser', kind: 'instrument' })
    const team = await perform(core, 'teams.save', {
      team: { name: '理微医疗(示例)', shortName: '理微医疗', kind: 'residentCompany' },
    })
    ids['team'] = team.id
    const people = [
      { name: '单晓', role: 'frontDesk', login: 'qiantai', secret, pin },
      { name: '曾乐', role: 'manager', login: 'zhuguan', secret, pin },
      { name: '阿依古丽·买买提', role: 'member', login: 'tuandui', secret, teamId: team.id },
    ] as const
    for (const person of people) {
      // oxlint-disable-next-line no-await-in-loop -- one after another
      ids[person.login] = (await perform(core, 'people.save', { person })).id
    }
    const booked = await perform(core, 'bookings.create', {
      resources: [{ resourceId: ids['A106']! }],
      start: at('13:00'),
      end: at('14:00'),
      title: '客户视频会',
      teamId: team.id,
    })
    ids['booked'] = booked.id
  })
  return { folder, day, ids, at }
}
