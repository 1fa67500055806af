import { describe, expect, it } from 'vitest'
import { readTime, readTimeOfDay, readTimeRange, toInstantOf } from '../../electron/files/wallTime.ts'
import { DAY, HOUR, MINUTE } from '../../shared/scheduling/time.ts'

const day = Date.UTC(2026, 10, 24) / DAY
const wall = (hours: number, minutes = 0) => ({ is: 'wall', at: day * DAY + hours * HOUR + minutes * MINUTE })

describe('dates and times as offices write them', () => {
  it.each([
    ['2026-11-24'],
    ['2026/11/24'],
    ['2026.11.24'],
    ['2026年11月24日'],
    ['11月24日'],
    ['11月24号'],
    ['20261124'],
    ['24.11.2026'],
    ['11/24/2026'],
    ['２０２６-１１-２４'],
    ['2026-11-24（周二）'],
    ['2026年11月24日 星期二'],
    ['46350'],
  ])('%s is the day', (text) => {
    expect(readTime(text, 2026)).toEqual({ is: 'date', day })
  })

  it.each([
    ['2026-11-24 09:30', wall(9, 30)],
    ['2026-11-24T09:30:00', wall(9, 30)],
    ['2026/11/24 9：30', wall(9, 30)],
    ['2026年11月24日9点半', wall(9, 30)],
    ['2026年11月24日下午2点', wall(14)],
    ['11月24日 14时05分', wall(14, 5)],
    ['2026.11.24 24:00', wall(24)],
    ['2026-11-24 2:30 PM', wall(14, 30)],
    ['46350.395833333336', wall(9, 30)],
  ])('%s is that minute on the wall', (text, expected) => {
    expect(readTime(text, 2026)).toEqual(expected)
  })

  it('reads spreadsheet numbers as days and fractions of a day', () => {
    expect(readTime(46_350, 2026)).toEqual({ is: 'date', day })
    expect(readTime(46_350.5, 2026)).toEqual(wall(12))
    expect(readTime(0.375, 2026)).toEqual({ is: 'timeOfDay', ms: 9 * HOUR })
  })

  it.each([
    ['2014-12-27T11:00:00+01:00', Date.UTC(2014, 11, 27, 10)],
    ['2026-11-24T01:00:00Z', Date.UTC(2026, 10, 24, 1)],
    ['2026-11-24 09:00 +0800', Date.UTC(2026, 10, 24, 1)],
  ])('%s carries its own offset', (text, at) => {
    expect(readTime(text, 2026)).toEqual({ is: 'instant', at })
  })

  it.each([
    '2026-02-30',
    '2026-13-01',
    '3/4/2026',
    '2026-11-24 25:00',
    '2026-11-24 09:61',
    'soon',
    '9',
    '-5',
    '1e9',
    '2026',
  ])('%s is refused', (text) => {
    expect(readTime(text, 2026)).toBeNull()
  })

  it.each([
    ['9:00', 9 * HOUR],
    ['9.30', 9 * HOUR + 30 * MINUTE],
    ['9点', 9 * HOUR],
    ['晚上8点', 20 * HOUR],
    ['中午12:30', 12 * HOUR + 30 * MINUTE],
    ['12:15 am', 15 * MINUTE],
    ['次日2:00', 26 * HOUR],
    ['24:00', 24 * HOUR],
  ])('%s is a time of day', (text, ms) => {
    expect(readTimeOfDay(text)).toBe(ms)
  })

  it.each([
    ['9：00-11：30', 9, 11.5],
    ['9:00～11:30', 9, 11.5],
    ['9:00至11:30', 9, 11.5],
    ['下午2:00-4:30', 14, 16.5],
    ['22:00—次日2:00', 22, 26],
  ])('%s is a span', (text, from, until) => {
    expect(readTimeRange(text)).toEqual({ from: from * HOUR, until: until * HOUR })
  })

  it('puts a wall reading into the zone it is told', () => {
    expect(toInstantOf({ is: 'wall', at: day * DAY + 9 * HOUR }, null, 'Asia/Shanghai')).toBe(Date.UTC(2026, 10, 24, 1))
    expect(toInstantOf({ is: 'timeOfDay', ms: 9 * HOUR }, day, 'Europe/Berlin')).toBe(Date.UTC(2026, 10, 24, 8))
    expect(toInstantOf({ is: 'timeOfDay', ms: 9 * HOUR }, null, 'Europe/Berlin')).toBeNull()
  })
})
