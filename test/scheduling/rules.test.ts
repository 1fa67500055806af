import { describe, expect, it } from 'vitest'
import { judge } from '../../shared/scheduling/judge.ts'
import { alwaysOpen } from '../../shared/scheduling/policy.ts'
import { aResource } from '../support/places.ts'
import { aProposal, aSituation, at, codes, inRoom, room, span, world } from '../support/situation.ts'

const day = '2026-03-02'

describe('opening hours', () => {
  it('refuse early and late minutes and name the window', () => {
    expect(judge(inRoom(span('20:00', '21:30')), world()).refusals).toMatchObject([
      { code: 'outsideHours', date: day, from: 510, until: 1260, minutesOutside: 30, level: 'centre' },
    ])
    expect(codes(inRoom(span('08:30', '12:30')), world())).toEqual([])
  })
  it('count seconds outside as a minute', () => {
    const late = { start: at(day, '20:00'), end: at(day, '21:00') + 1000 }
    expect(judge(inRoom(late), world()).refusals).toMatchObject([
      { code: 'outsideHours', minutesOutside: 1 },
      { code: 'offStep' },
    ])
  })
  it('close on a holiday and open on a make-up Saturday', () => {
    const far = { now: at('2026-02-10', '08:00') }
    expect(judge(inRoom(span('10:00', '11:00', '2026-02-16')), world(far)).refusals).toMatchObject([
      { code: 'closedDay', date: '2026-02-16', name: '春节' },
    ])
    expect(codes(inRoom(span('10:00', '11:00', '2026-02-14')), world(far))).toEqual([])
    expect(judge(inRoom(span('10:00', '11:00', '2026-03-07')), world()).refusals).toMatchObject([
      { code: 'closedDay', date: '2026-03-07', name: null },
    ])
  })
  it('see a lunch gap inside a booking', () => {
    const split = {
      ...room,
      policy: {
        openHours: {
          days: Array.from({ length: 7 }, () => [
            { from: 540, until: 720 },
            { from: 780, until: 1080 },
          ]),
          makeupWorkday: null,
          holiday: [],
        },
      },
    }
    expect(judge(inRoom(span('11:00', '14:00')), world({}, split)).refusals).toMatchObject([
      { code: 'outsideHours', minutesOutside: 60, level: 'resource' },
    ])
  })
  it('let a run of three days and nights pass where it is always open, and name every fault where it is not', () => {
    const chamber = aResource('chamber', { kind: 'instrument', policy: { openHours: alwaysOpen, maxMinutes: 14_400 } })
    const run = { ...span('18:00', '18:00', '2026-03-06', '2026-03-09') }
    expect(codes(aProposal(['chamber'], run), aSituation({ resources: [chamber] }))).toEqual([])
    expect(codes(inRoom(run), world())).toEqual(['closedDay', 'outsideHours', 'tooLong'])
    const night = aResource('night', {
      policy: {
        openHours: {
          ...alwaysOpen,
          days: alwaysOpen.days.map(() => [
            { from: 0, until: 120 },
            { from: 1080, until: 1440 },
          ]),
        },
      },
    })
    expect(
      codes(aProposal(['night'], span('22:00', '02:00', day, '2026-03-03')), aSituation({ resources: [night] })),
    ).toEqual([])
  })
  it('cost little for a mistyped year', () => {
    expect(codes(inRoom({ start: at(day, '10:00'), end: 8_640_000_000_000_000 }), world())).toContain('tooLong')
    expect(codes(inRoom({ start: 8_639_999_999_000_000, end: 8_640_000_000_000_000 }), world())).toContain('tooFar')
  })
})

describe('grid and length', () => {
  it('hold start and length to the steps of the wall clock', () => {
    expect(judge(inRoom(span('10:05', '11:05')), world()).refusals).toMatchObject([
      { code: 'offStep', stepMinutes: 15 },
    ])
    expect(codes(inRoom(span('10:00', '10:50')), world())).toEqual(['offStep'])
    expect(codes(inRoom({ start: at(day, '10:00') + 1, end: at(day, '11:00') + 1 }), world())).toEqual(['offStep'])
  })
  it('hold the length between the limits, kind over centre and resource over kind', () => {
    const booth = aResource('room', { kind: 'phoneBooth' })
    expect(judge(inRoom(span('10:00', '11:15')), world({}, booth)).refusals).toMatchObject([
      { code: 'tooLong', limitMinutes: 60, askedMinutes: 75, level: 'kind' },
    ])
    const own = { ...booth, policy: { maxMinutes: 90, minMinutes: 60 } }
    expect(codes(inRoom(span('10:00', '11:15')), world({}, own))).toEqual([])
    expect(judge(inRoom(span('10:00', '10:45')), world({}, own)).refusals).toMatchObject([
      { code: 'tooShort', limitMinutes: 60, askedMinutes: 45, level: 'resource' },
    ])
    expect(judge(inRoom(span('10:00', '14:15')), world()).refusals).toMatchObject([
      { code: 'tooLong', level: 'centre' },
    ])
  })
})

describe('past, notice and horizon', () => {
  const now = at(day, '10:05')
  it('refuse the past, and give the desk one step', () => {
    expect(judge(inRoom(), world({ now })).refusals).toMatchObject([{ code: 'inPast', earliest: at(day, '10:15') }])
    expect(codes(inRoom(), world({ now, role: 'frontDesk' }))).toEqual([])
    expect(codes(inRoom(span('09:45', '10:45')), world({ now, role: 'frontDesk' }))).toEqual(['inPast'])
    expect(codes(inRoom(span('10:15', '11:00')), world({ now }))).toEqual([])
  })
  it('ask for notice', () => {
    const slow = { ...room, policy: { noticeMinutes: 120 } }
    expect(judge(inRoom(), world({ now: at(day, '08:30') }, slow)).refusals).toMatchObject([
      { code: 'tooSoon', noticeMinutes: 120, earliest: at(day, '10:30') },
    ])
    expect(codes(inRoom(), world({ now: at(day, '08:00') }, slow))).toEqual([])
  })
  it('end the horizon with the wall day', () => {
    const week = { ...room, policy: { horizonDays: 7 } }
    expect(codes(inRoom(span('20:00', '21:00', '2026-03-09')), world({}, week))).toEqual([])
    expect(judge(inRoom(span('10:00', '11:00', '2026-03-10')), world({}, week)).refusals).toMatchObject([
      { code: 'tooFar', horizonDays: 7, latest: at('2026-03-10', '00:00') },
    ])
    expect(codes(inRoom(span('10:00', '11:00', '2026-03-10')), world({ now: at(day, '10:30') }, week))).toEqual([
      'tooFar',
    ])
    const today = { ...room, policy: { horizonDays: 0 } }
    expect(codes(inRoom(), world({}, today))).toEqual([])
    expect(codes(inRoom(span('10:00', '11:00', '2026-03-03')), world({}, today))).toEqual(['tooFar'])
  })
})

describe('people and projects', () => {
  it('count seats over all spaces of the booking, none for instruments', () => {
    const resources = [
      aResource('a', { capacity: 8 }),
      aResource('b', { capacity: 4 }),
      aResource('i', { kind: 'instrument', capacity: null }),
      aResource('open', { capacity: null }),
    ]
    const judged = (ids: string[], headCount: number | null) =>
      codes(aProposal(ids, { headCount }), aSituation({ resources }))
    expect(judged(['a'], 8)).toEqual([])
    expect(judged(['a'], 9)).toEqual(['overCapacity'])
    expect(judged(['a', 'b'], 12)).toEqual([])
    expect(judged(['a', 'b'], 13)).toEqual(['overCapacity'])
    expect(judged(['a', 'i'], 9)).toEqual(['overCapacity'])
    expect(judged(['i'], 9)).toEqual([])
    expect(judged(['a', 'open'], 99)).toEqual([])
    expect(judged(['a'], null)).toEqual([])
  })
  it('keep a project to its term, last day included', () => {
    const project = (startOn: string, endOn: string) => world({ project: { id: 'p', startOn, endOn } })
    expect(codes(inRoom(), project('2026-01-01', day))).toEqual([])
    expect(codes(inRoom(), project('2026-01-01', '2026-03-01'))).toEqual(['projectOutsideTerm'])
    expect(codes(inRoom(), project('2026-03-03', '2026-12-31'))).toEqual(['projectOutsideTerm'])
  })
})
