import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Resource, Zone } from '../../../shared/operations/resources.ts'
import { MINUTE } from '../../../shared/scheduling/time.ts'
import { addDays, dayInterval } from '../../../shared/scheduling/zone.ts'
import { seeded } from '../lib/measure.ts'

export const zone = 'Asia/Shanghai'
/** A Monday. */
export const monday = '2026-11-23'
export type Size = { days: number; places: number; perDay: number }
/** The two views that are measured: 600 bookings of a day, 7,000 of a week. */
export const sizes: Record<'day' | 'week', Size> = {
  day: { days: 1, places: 60, perDay: 10 },
  week: { days: 7, places: 200, perDay: 5 },
}

const titles = ['项目周会', '路演排练', '样机评审', '仪器培训', '投资人来访', '专家咨询', '合同洽谈', '中期检查']

/** The days, places and bookings of a view: 08:30–20:30, none over another, the same in every run. */
export function makeData({ days: dayCount, places, perDay }: Size) {
  const random = seeded(7)
  const days = Array.from({ length: dayCount }, (_, index) => addDays(monday, index))
  const zones: Zone[] = Array.from({ length: Math.ceil(places / 20) }, (_, index) => ({
    id: `z${index}`,
    code: `Z${index}`,
    name: `区域 ${index + 1}`,
    nameEn: `Zone ${index + 1}`,
    sort: index,
    retired: false,
  }))
  const resources = Array.from({ length: places }, (_, index) => aPlace(index))
  const bookings: Booking[] = []
  const width = Math.floor(720 / perDay / 15) * 15
  for (const resource of resources) {
    for (const date of days) {
      const midnight = dayInterval(date, zone).start
      for (let slot = 0; slot < perDay; slot += 1) {
        const start = midnight + (510 + slot * width) * MINUTE
        const length = 30 + Math.floor(random() * ((width - 30) / 15)) * 15
        bookings.push(aBooking(bookings.length, resource.id, start, start + length * MINUTE))
      }
    }
  }
  return { days, zones, resources, bookings }
}

function aPlace(index: number): Resource {
  return {
    id: `r${index}`,
    code: `R${String(index + 1).padStart(3, '0')}`,
    name: `会议室 ${index + 1}`,
    nameEn: `Room ${index + 1}`,
    kind: 'meetingRoom',
    zoneId: `z${Math.floor(index / 20)}`,
    roomId: null,
    areaM2: 20,
    capacity: 8,
    units: 1,
    bookable: true,
    partIds: [],
    features: [],
    state: 'up',
    stateReason: '',
    policy: {},
    note: '',
    sort: index,
    retired: false,
    version: 1,
  }
}

function aBooking(index: number, resourceId: string, start: number, end: number): Booking {
  return {
    id: `b${index}`,
    no: `B26-${String(index + 1).padStart(6, '0')}`,
    title: titles[index % titles.length]!,
    status: 'confirmed',
    start,
    end,
    resources: [{ resourceId, quantity: 1, before: 0, after: 0 }],
    teamId: `t${index % 12}`,
    projectId: null,
    bookerId: 'p1',
    occupantId: 'p1',
    occupantName: '',
    headCount: 3,
    confidential: false,
    serviceKind: null,
    note: '',
    sourceUid: null,
    waivers: [],
    checkedInAt: null,
    checkedOutAt: null,
    releasedAt: null,
    holdUntil: null,
    reason: '',
    decidedById: null,
    createdAt: start - 86_400_000,
    updatedAt: start - 86_400_000,
    version: 1,
    hidden: false,
  }
}
