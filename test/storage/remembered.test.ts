import { expect, test } from 'vitest'
import { HOUR } from '../../shared/scheduling/time.ts'
import { aBooking, aPerson, book, inMemory, monday, withPlaces } from './make.ts'

test('numbers of bookings go on after the highest one and are never given twice, past the sixth digit too', () => {
  const storage = inMemory()
  withPlaces(storage, { a: 1, b: 1 })
  const numbers = storage.write(() => [2026, 2026, 2027].map((year) => storage.bookings.nextNo(year)))
  expect(numbers).toEqual(['B26-000001', 'B26-000002', 'B27-000001'])
  const take = (year = 2026) => storage.write(() => storage.bookings.nextNo(year))
  book(storage, aBooking({ no: numbers[1]! }))
  expect(take()).toBe('B26-000003')
  book(storage, aBooking({ no: 'B26-999999', start: monday, end: monday + HOUR }))
  expect(take()).toBe('B26-1000000')
  book(storage, aBooking({ no: 'B26-1000000', start: monday + HOUR, end: monday + 2 * HOUR }))
  expect(take()).toBe('B26-1000001')
  expect(take(2027)).toBe('B27-000001')
})

test('a person and a session held in memory are what the tables say, after changes and after a write that rolled back', () => {
  const storage = inMemory()
  const name = () => storage.people.person('p1')?.name
  const seen = () => storage.sessions.find('t')?.seenAt
  const person = aPerson('p1', { name: '林' })
  storage.write(() => storage.people.savePerson(person))
  storage.write(() =>
    storage.sessions.open({ tokenHash: 't', personId: 'p1', door: 'desk', createdAt: monday, seenAt: monday }),
  )
  expect([name(), seen()]).toEqual(['林', monday])
  expect(() =>
    storage.write(() => {
      storage.people.savePerson({ ...person, name: '吴' })
      storage.sessions.touch('t', monday + HOUR)
      expect([name(), seen()]).toEqual(['吴', monday + HOUR])
      throw new Error('no')
    }),
  ).toThrow('no')
  expect([name(), seen()]).toEqual(['林', monday])
  storage.write(() => expect([name(), seen()]).toEqual(['林', monday]))
  storage.write(() => storage.sessions.end('t'))
  expect([name(), seen()]).toEqual(['林', undefined])
})
