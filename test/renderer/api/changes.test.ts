import { describe, expect, it } from 'vitest'
import { changeCounter } from '../../../renderer/api/changes.ts'

const news = (from: number, seq: number) => ({ from, seq, topics: ['bookings' as const], keys: [] })

describe('the counter of changes', () => {
  it('a change that follows the last one refreshes its topics', () => {
    const counter = changeCounter()
    counter.startAt(10)
    expect(counter.take(news(11, 12))).toEqual(['bookings'])
    expect(counter.take(news(13, 13))).toEqual(['bookings'])
  })

  it('a gap refreshes everything, once', () => {
    const counter = changeCounter()
    counter.startAt(10)
    expect(counter.take(news(12, 12))).toBe('everything')
    expect(counter.take(news(13, 13))).toEqual(['bookings'])
  })

  it('what was seen already asks for nothing', () => {
    const counter = changeCounter()
    counter.startAt(10)
    expect(counter.take(news(9, 10))).toBe('nothing')
  })

  it('our own write refreshes at once and is not refreshed a second time by the stream', () => {
    const counter = changeCounter()
    counter.startAt(10)
    expect(counter.ownWrite(11)).toBe(true)
    expect(counter.take(news(11, 11))).toBe('nothing')
  })

  it('our own write that the stream told of first needs nothing more', () => {
    const counter = changeCounter()
    counter.startAt(10)
    counter.take(news(11, 11))
    expect(counter.ownWrite(11)).toBe(false)
  })

  it('a reset forgets what was known', () => {
    const counter = changeCounter()
    counter.startAt(10)
    expect(counter.take('reset')).toBe('everything')
    expect(counter.take(news(500, 500))).toEqual(['bookings'])
  })
})
