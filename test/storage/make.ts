import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AllocationRow } from '../../shared/scheduling/leaves.ts'
import { openStorage } from '../../electron/storage/open.ts'
import type { Storage, StoredBooking, StoredPerson } from '../../electron/storage/stores.ts'
import type { Outage } from '../../shared/operations/outages.ts'
import type { Resource } from '../../shared/operations/resources.ts'
import type { Leaf } from '../../shared/scheduling/situation.ts'
import { HOUR } from '../../shared/scheduling/time.ts'

/** Monday 2 March 2026, 0 o'clock in Shanghai. */
export const monday = Date.UTC(2026, 2, 1, 16)

/** A folder of its own, gone after the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hengtong-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Opens or fails the test. Closed after it. */
export function opened(folder: string, make = true): Storage {
  const answer = openStorage({ folder, make, version: '0.1.0', now: () => monday, station: 'test' })
  if ('refusals' in answer) throw new Error(JSON.stringify(answer.refusals))
  onTestFinished(() => answer.storage.close())
  return answer.storage
}

export function inMemory(): Storage {
  const answer = openStorage({ folder: '/', make: true, memory: true, version: '0.1.0', now: () => monday })
  if ('refusals' in answer) throw new Error(JSON.stringify(answer.refusals))
  return answer.storage
}

export function aResource(id: string, more: Partial<Resource> = {}): Resource {
  return {
    id,
    code: id.toUpperCase(),
    name: `会议室 ${id}`,
    nameEn: '',
    kind: 'meetingRoom',
    zoneId: 'z',
    roomId: null,
    areaM2: 20,
    capacity: 8,
    units: 1,
    bookable: true,
    partIds: [],
    features: ['投影'],
    state: 'up',
    stateReason: '',
    policy: {},
    note: '',
    sort: 0,
    retired: false,
    version: 1,
    ...more,
  }
}

export function aLeaf(id: string, capacity = 1): Leaf {
  return { id, capacity, resourceId: id, exclusionId: null }
}

/** Zone `z` and resources with a leaf each; the number is the capacity. */
export function withPlaces(storage: Storage, places: Record<string, number>): void {
  storage.write(() => {
    storage.places.saveZone({ id: 'z', code: 'Z', name: '一区', nameEn: '', sort: 0, retired: false })
    for (const [id, units] of Object.entries(places)) storage.places.saveResource(aResource(id, { units }))
    storage.allocations.setLeaves(Object.entries(places).map(([id, units]) => aLeaf(id, units)))
  })
}

let made = 0
export function aBooking(more: Partial<StoredBooking> = {}): StoredBooking {
  made += 1
  return {
    id: `b${made}`,
    no: `T-${String(made).padStart(6, '0')}`,
    title: '组会',
    status: 'confirmed',
    start: monday + 9 * HOUR,
    end: monday + 10 * HOUR,
    resources: [{ resourceId: 'a', quantity: 1, before: 0, after: 0 }],
    teamId: null,
    projectId: null,
    bookerId: 'lin',
    occupantId: null,
    occupantName: '',
    headCount: null,
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
    createdAt: monday,
    updatedAt: monday,
    version: 1,
    ...more,
  }
}

/** The rows of a booking that needs no set-up, on its own leaves. */
export function plainRows(booking: StoredBooking): AllocationRow[] {
  return booking.resources.map(({ resourceId, quantity }) => ({
    leafId: resourceId,
    start: booking.start,
    end: booking.end,
    quantity,
    kind: 'use',
  }))
}

export function anOutage(more: Partial<Outage> = {}): Outage {
  made += 1
  return {
    id: `o${made}`,
    resourceId: 'a',
    kind: 'maintenance',
    reason: '保养',
    start: monday + 12 * HOUR,
    end: monday + 14 * HOUR,
    status: 'active',
    reportedById: 'lin',
    createdAt: monday,
    updatedAt: monday,
    version: 1,
    ...more,
  }
}

export function aPerson(id: string, more: Partial<StoredPerson> = {}): StoredPerson {
  return {
    id,
    name: '林晓',
    sortKey: 'lin xiao',
    role: 'frontDesk',
    teamId: null,
    phone: '19900000012',
    email: 'lin@example.cn',
    login: id,
    note: '',
    retired: false,
    version: 1,
    secretHash: 'hash',
    pinHash: null,
    ...more,
  }
}

/** Writes a booking and its line in the journal, as the core does. */
export function book(storage: Storage, booking: StoredBooking): void {
  storage.write(() => {
    storage.bookings.insert(booking, '', plainRows(booking))
    storage.journal.append({
      at: booking.createdAt,
      station: '',
      actor: booking.bookerId,
      operation: 'bookings.create',
      topic: 'bookings',
      key: booking.id,
      before: null,
      after: { start: booking.start, end: booking.end },
    })
  })
}
