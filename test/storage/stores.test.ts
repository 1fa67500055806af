import { describe, expect, test } from 'vitest'
import { Collision, type Storage } from '../../electron/storage/stores.ts'
import { DAY, HOUR } from '../../shared/scheduling/time.ts'
import { aBooking, aLeaf, anOutage, aPerson, aResource, book, inMemory, monday, plainRows, withPlaces } from './make.ts'

function centre(places: Record<string, number> = { a: 1, b: 1, p: 2 }): Storage {
  const storage = inMemory()
  withPlaces(storage, places)
  return storage
}

describe('a booking', () => {
  test('comes back as it was written, places and waivers in their order', () => {
    const storage = centre()
    const waiver = { resourceId: 'a', byId: 'wu', at: monday }
    const booking = aBooking({
      resources: [
        { resourceId: 'b', quantity: 1, before: 15, after: 30 },
        { resourceId: 'a', quantity: 1, before: 0, after: 0 },
      ],
      waivers: [
        { ...waiver, rule: 'tooLong', reason: '评审' },
        { ...waiver, rule: 'closedDay', reason: '路演' },
      ],
      headCount: 5,
      confidential: true,
      serviceKind: 'roadshow',
      note: '两行\n的备注',
      sourceUid: 'uid@1',
      checkedInAt: monday + 9 * HOUR,
    })
    storage.write(() => storage.bookings.insert(booking, 'zuhui zh', plainRows(booking)))
    expect(storage.bookings.byId(booking.id)).toEqual(booking)
    expect(storage.bookings.bySource('uid@1')).toEqual([booking])
    const changed = { ...booking, version: 2, waivers: [], resources: booking.resources.slice(1), title: '答辩' }
    storage.write(() => storage.bookings.replace(changed, '', plainRows(changed)))
    expect(storage.bookings.byId(booking.id)).toEqual(changed)
  })

  test('is refused whole when one of its places is taken, and nothing of it stays', () => {
    const storage = centre()
    book(storage, aBooking())
    const second = aBooking({
      resources: ['b', 'a'].map((resourceId) => ({ resourceId, quantity: 1, before: 0, after: 0 })),
    })
    storage.write(() => {
      expect(() => storage.bookings.insert(second, '', plainRows(second))).toThrow(Collision)
    })
    expect(storage.bookings.byId(second.id)).toBeNull()
    expect(storage.allocations.touching('b', { start: 0, end: monday + DAY }, null)).toEqual([])
  })

  test('keeps the words of every version for undo', () => {
    const storage = centre()
    const first = aBooking({ title: '一', note: 'n1' })
    book(storage, first)
    const titles = ['一', '二', '二', '三']
    titles.slice(1).forEach((title, index) => {
      const next = { ...first, title, version: index + 2 }
      storage.write(() => storage.bookings.replace(next, '', plainRows(next)))
    })
    expect([1, 2, 3, 4].map((version) => storage.bookings.wordsAt(first.id, version)?.title)).toEqual(titles)
    expect(storage.bookings.wordsAt(first.id, 5)).toBeNull()
    expect(storage.bookings.wordsAt(first.id, 0)).toBeNull()
  })

  test('is found in a day whether it is short, overnight or weeks long', () => {
    const storage = centre()
    const day = { start: monday + 10 * DAY, end: monday + 11 * DAY }
    const times: [string, number, number, boolean][] = [
      ['a', -2 * HOUR, 0, false],
      ['a', 0, HOUR, true],
      ['a', 23 * HOUR, 26 * HOUR, true],
      ['b', -9 * DAY, 3 * HOUR, true],
      ['p', -9 * DAY, 9 * DAY, true],
      ['p', -2 * DAY, HOUR, true],
      ['b', 24 * HOUR, 9 * DAY, false],
    ]
    const expected: string[] = []
    for (const [resourceId, from, until, inside] of times) {
      const booking = aBooking({
        start: day.start + from,
        end: day.start + until,
        resources: [{ resourceId, quantity: 1, before: 0, after: 0 }],
      })
      book(storage, booking)
      if (inside) expected.push(booking.id)
    }
    const found = storage.bookings.range({ interval: day })
    expect(found.map((each) => each.id).sort()).toEqual(expected.sort())
    expect(found.map((each) => each.start)).toEqual(found.map((each) => each.start).sort((a, b) => a - b))
    expect(storage.bookings.range({ interval: day, resourceIds: ['p'] })).toHaveLength(2)
    expect(storage.bookings.range({ interval: day, statuses: ['cancelled'] })).toEqual([])
  })

  test('is found by number, title, pinyin and the given ids; newest first, with the exact total', () => {
    const storage = centre()
    const at = (day: number) => ({ start: monday + day * DAY, end: monday + day * DAY + HOUR })
    const make = (title: string, key: string, more: object) => {
      const booking = aBooking({ title, ...more })
      storage.write(() => storage.bookings.insert(booking, key, plainRows(booking)))
      return booking
    }
    const review = make('中期评审 100%', 'zhongqipingshen100% zqps100%', at(1))
    const talk = make('沙龙', 'shalong sl', { ...at(2), occupantId: 'wu' })
    const far = make('评审会', 'pingshenhui psh', at(3))
    const search = (words: string, more: object = {}) =>
      storage.bookings.search({
        interval: null,
        statuses: null,
        teamId: null,
        resourceId: null,
        text: { words, teamIds: [], personIds: [], resourceIds: [], ...more },
        limit: 1,
        offset: 0,
      })
    expect(search('评审')).toEqual({ bookings: [far], total: 2 })
    expect(search('zhong qi')).toEqual({ bookings: [review], total: 1 })
    expect(search('SL').bookings).toEqual([talk])
    expect(search('0%').total).toBe(1)
    expect(search('_').total).toBe(0)
    expect(search(far.no).bookings).toEqual([far])
    expect(search('无', { personIds: ['wu'] }).bookings).toEqual([talk])
    expect(search('无', { resourceIds: ['a'] }).total).toBe(3)
    const within = (days: number) => ({ start: monday + 2 * DAY, end: monday + days * DAY })
    for (const days of [4, 900]) {
      const { total } = storage.bookings.search({
        interval: within(days),
        statuses: ['confirmed'],
        teamId: null,
        resourceId: 'a',
        text: null,
        limit: 9,
        offset: 0,
      })
      expect(total).toBe(2)
    }
  })

  test('that nobody came to, or whose hold ran out, is found', () => {
    const storage = centre()
    const awaited = aBooking()
    const held = aBooking({ status: 'tentative', holdUntil: monday, start: monday, end: monday + HOUR })
    book(storage, awaited)
    book(storage, held)
    expect(storage.bookings.overdue(awaited.start)).toEqual([])
    expect(storage.bookings.overdue(awaited.start + 1)).toEqual([awaited.id])
    expect(storage.bookings.heldUntil(monday)).toEqual([held.id])
    expect(storage.bookings.heldUntil(monday - 1)).toEqual([])
    expect(storage.bookings.occupying(['a', 'b'], { start: monday, end: monday + DAY })).toEqual([held.id, awaited.id])
  })
})

describe('places', () => {
  test('come back with their parts, members and policy', () => {
    const storage = centre()
    const hall = aResource('hall', { partIds: ['b', 'a'], policy: { stepMinutes: 30 }, areaM2: null, sort: -1 })
    const exclusion = { id: 'e', name: '共用真空', resourceIds: ['b', 'a'], retired: false }
    storage.write(() => {
      storage.places.saveResource(hall)
      storage.places.saveExclusion(exclusion)
    })
    const all = storage.places.all()
    expect(all.resources[0]).toEqual(hall)
    expect(all.exclusions).toEqual([exclusion])
  })

  test('keep a leaf on which something stands, and refuse a capacity that does not hold it', () => {
    const storage = centre({ p: 3 })
    const place = { resourceId: 'p', before: 0, after: 0 }
    book(storage, aBooking({ resources: [{ ...place, quantity: 2 }] }))
    expect(() => storage.write(() => storage.allocations.setLeaves([aLeaf('p', 1)]))).toThrow(Collision)
    storage.write(() => storage.allocations.setLeaves([]))
    const second = aBooking({ resources: [{ ...place, quantity: 1 }] })
    book(storage, second)
    expect(() => book(storage, aBooking({ resources: [{ ...place, quantity: 1 }] }))).toThrow(Collision)
  })

  test('whose composition changed are allocated anew, outages last', () => {
    const storage = centre()
    const booking = aBooking()
    const outage = anOutage()
    book(storage, booking)
    storage.write(() => {
      storage.outages.insert(outage)
      storage.allocations.setOutage(outage.id, [{ ...outage, leafId: 'a', quantity: 1, kind: 'outage' }])
    })
    storage.write(() =>
      storage.allocations.rebuild(
        monday,
        (each) => plainRows(each).map((row) => ({ ...row, leafId: 'b' })),
        (each) => [{ start: each.start, end: each.end, leafId: 'b', quantity: 1, kind: 'outage' }],
      ),
    )
    const all = { start: 0, end: monday + DAY }
    expect(storage.allocations.touching('a', all, null)).toEqual([])
    expect(storage.allocations.touching('b', all, null)).toEqual([
      {
        leafId: 'b',
        start: booking.start,
        end: booking.end,
        quantity: 1,
        kind: 'use',
        bookingId: booking.id,
        outageId: null,
      },
      {
        leafId: 'b',
        start: outage.start,
        end: outage.end,
        quantity: 1,
        kind: 'outage',
        bookingId: null,
        outageId: outage.id,
        outageKind: 'maintenance',
      },
    ])
    expect(storage.allocations.touching('b', all, booking.id)).toHaveLength(1)
  })
})

test('people are found by login without regard to case and width, and two cannot share one', () => {
  const storage = centre()
  storage.write(() => storage.people.savePerson(aPerson('lin')))
  expect(storage.people.byLogin('ＬＩＮ')).toEqual(aPerson('lin'))
  expect(storage.people.byLogin('')).toBeNull()
  expect(() => storage.write(() => storage.people.savePerson(aPerson('wu', { login: 'LIN' })))).toThrow(/UNIQUE/)
})

test('what people made is never deleted', () => {
  const storage = centre()
  book(storage, aBooking())
  expect(Object.keys(storage.dump()).sort()).toContain('booking')
  expect(storage.check()).toEqual([])
})

test('a part that fails is undone alone; a promise is no transaction', () => {
  const storage = centre()
  const row = { requestId: '1', operation: 'o', inputHash: '', reply: '{}', at: monday }
  storage.write(() => {
    storage.requests.keep({ ...row, actor: 'kept' })
    expect(() =>
      storage.write(() => {
        storage.requests.keep({ ...row, actor: 'undone' })
        throw new Error('no')
      }),
    ).toThrow('no')
  })
  expect(storage.requests.find('kept', '1')).not.toBeNull()
  expect(storage.requests.find('undone', '1')).toBeNull()
  expect(() => storage.write(() => Promise.resolve())).toThrow(/wait/)
  expect(() => storage.read(() => storage.write(() => 1))).toThrow(/read/)
})

test('settings, calendar, sessions and jobs come back as they were written', () => {
  const storage = centre()
  expect(storage.centre.settings()).toBeNull()
  const job = {
    id: 'j',
    kind: 'backup',
    status: 'running' as const,
    progress: 1,
    total: 2,
    fileName: null,
    result: { rows: [1] },
    refusals: [],
    createdAt: monday,
    updatedAt: monday,
    byId: null,
  }
  const day = {
    date: '2026-05-01',
    kind: 'holiday' as const,
    name: '劳动节',
    nameEn: '',
    source: 'official' as const,
    note: '',
  }
  storage.write(() => {
    storage.jobs.insert(job)
    storage.centre.saveDay(day)
    storage.centre.saveYear({ year: 2026, known: true, source: '国办' })
    storage.people.savePerson(aPerson('lin'))
    storage.sessions.open({ tokenHash: 't', personId: 'lin', door: 'http', createdAt: monday, seenAt: monday })
    storage.sessions.touch('t', monday + 1)
  })
  expect(storage.jobs.byId('j')).toEqual(job)
  expect(storage.jobs.interrupted(monday + 5)).toEqual(['j'])
  expect(storage.jobs.newest(3)).toEqual([{ ...job, status: 'interrupted', updatedAt: monday + 5 }])
  expect(storage.centre.calendar()).toEqual({ days: [day], years: [{ year: 2026, known: true, source: '国办' }] })
  expect(storage.sessions.find('t')?.seenAt).toBe(monday + 1)
  expect(storage.sessions.endAll(null)).toBe(1)
})
