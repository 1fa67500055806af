import { describe, expect, it } from 'vitest'
import { judge } from '../../shared/scheduling/judge.ts'
import { aResource, anExclusion } from '../support/places.ts'
import { aProposal, aSituation, codes, inRoom, room, span, world } from '../support/situation.ts'

describe('a place is free', () => {
  const hall = [
    aResource('A', { kind: 'roadshowHall' }),
    aResource('B', { kind: 'roadshowHall' }),
    aResource('full', { kind: 'roadshowHall', partIds: ['A', 'B'], policy: { bufferBefore: 30, bufferAfter: 30 } }),
  ]
  it('lets neighbours touch and names the booking in the way', () => {
    const bookings = [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'room' }] }]
    const situation = aSituation({ resources: [room], bookings })
    expect(codes(inRoom(span('09:30', '10:30')), situation)).toEqual([])
    expect(codes(inRoom(span('11:30', '12:30')), situation)).toEqual([])
    expect(judge(inRoom(), situation).refusals).toEqual([
      {
        code: 'overlaps',
        bookingId: 'b1',
        ...span('10:30', '11:30'),
        viaResourceId: null,
        buffer: false,
        resourceId: 'room',
        level: 'always',
        waivers: [],
      },
    ])
    expect(codes(inRoom({ status: 'cancelled' }), situation)).toEqual([])
    expect(codes(inRoom(), aSituation({ resources: [room], bookings, ignore: 'b1' }))).toEqual([])
    expect(
      codes(inRoom(), aSituation({ resources: [room], bookings: [{ ...bookings[0]!, status: 'noShow' }] })),
    ).toEqual([])
    for (const status of ['tentative', 'pending'] as const)
      expect(codes(inRoom(), aSituation({ resources: [room], bookings: [{ ...bookings[0]!, status }] }))).toEqual([
        'overlaps',
      ])
  })
  it('blocks the parts by the whole and the whole by a part, says through what, and once', () => {
    const whole = aSituation({
      resources: hall,
      bookings: [{ id: 'b1', ...span('09:30', '10:30'), resources: [{ resourceId: 'full', before: 30, after: 30 }] }],
    })
    const part = judge(aProposal(['A']), whole).refusals
    expect(part).toHaveLength(1)
    expect(part[0]).toMatchObject({ code: 'overlaps', bookingId: 'b1', viaResourceId: 'full', buffer: false })
    expect(judge(aProposal(['A'], span('10:30', '11:30')), whole).refusals).toMatchObject([
      { bookingId: 'b1', buffer: true, viaResourceId: 'full', ...span('10:30', '11:00') },
    ])
    expect(codes(aProposal(['A'], span('11:00', '12:00')), whole)).toEqual([])
    const half = aSituation({
      resources: hall,
      bookings: [{ id: 'b2', ...span('10:30', '11:30'), resources: [{ resourceId: 'B' }] }],
    })
    expect(judge(aProposal(['full']), half).refusals).toMatchObject([
      { code: 'overlaps', bookingId: 'b2', viaResourceId: 'B' },
    ])
    expect(codes(aProposal(['A']), half)).toEqual([])
    expect(judge(aProposal(['full'], span('09:00', '10:15')), half).refusals).toMatchObject([
      { bookingId: 'b2', buffer: true },
    ])
    expect(codes(aProposal(['full'], span('09:00', '10:00')), half)).toEqual([])
  })
  it('lets buffers meet buffers: between neighbours the longer counts, not the sum', () => {
    const bookings = [
      { id: 'b1', ...span('09:00', '10:00'), resources: [{ resourceId: 'full', before: 30, after: 30 }] },
    ]
    expect(codes(aProposal(['full'], span('10:30', '11:30')), aSituation({ resources: hall, bookings }))).toEqual([])
    expect(codes(aProposal(['full'], span('10:15', '11:30')), aSituation({ resources: hall, bookings }))).toEqual([
      'overlaps',
    ])
  })
  it('keeps apart what excludes each other, and says which', () => {
    const resources = [aResource('laser'), aResource('optics'), aResource('other')]
    const situation = aSituation({
      resources,
      exclusions: [anExclusion('quiet', ['other', 'laser', 'optics'])],
      bookings: [{ id: 'b1', ...span('10:30', '11:30'), resources: [{ resourceId: 'laser' }] }],
    })
    expect(judge(aProposal(['optics']), situation).refusals).toMatchObject([
      { code: 'overlaps', bookingId: 'b1', viaResourceId: 'laser' },
    ])
  })
  it('counts the units of a pool', () => {
    const pool = aResource('pool', { units: 2 })
    const one = { id: 'b1', ...span('10:00', '11:00'), resources: [{ resourceId: 'pool' }] }
    const two = { id: 'b2', ...span('10:30', '11:30'), resources: [{ resourceId: 'pool' }] }
    expect(codes(aProposal(['pool']), aSituation({ resources: [pool], bookings: [one] }))).toEqual([])
    const full = aSituation({ resources: [pool], bookings: [one, two] })
    expect(judge(aProposal(['pool']), full).refusals).toMatchObject([
      { code: 'noUnitsLeft', free: 0, asked: 1, ...span('10:30', '11:00') },
    ])
    expect(codes(aProposal(['pool'], span('11:00', '12:00')), full)).toEqual([])
    expect(
      codes(aProposal([], { resources: [{ resourceId: 'pool', quantity: 3 }] }), aSituation({ resources: [pool] })),
    ).toEqual(['noUnitsLeft'])
    expect(
      codes(aProposal([], { resources: [{ resourceId: 'full', quantity: 2 }] }), aSituation({ resources: hall })),
    ).toEqual(['noUnitsLeft'])
  })
  it('is closed by an outage, of a part too, but not of a partner in an exclusion', () => {
    const out = { id: 'o1', ...span('10:30', '12:00') }
    expect(
      judge(inRoom(), aSituation({ resources: [room], outages: [{ ...out, resourceId: 'room' }] })).refusals,
    ).toMatchObject([{ code: 'outage', outageId: 'o1', kind: 'fault', ...span('10:30', '12:00') }])
    expect(codes(aProposal(['full']), aSituation({ resources: hall, outages: [{ ...out, resourceId: 'A' }] }))).toEqual(
      ['outage'],
    )
    expect(
      codes(
        aProposal(['B']),
        aSituation({
          resources: hall,
          exclusions: [anExclusion('x', ['A', 'B'])],
          outages: [{ ...out, resourceId: 'A' }],
        }),
      ),
    ).toEqual([])
    const pool = aResource('pool', { units: 2 })
    expect(
      codes(aProposal(['pool']), aSituation({ resources: [pool], outages: [{ ...out, resourceId: 'pool' }] })),
    ).toEqual(['outage'])
  })
})

describe('a place takes bookings', () => {
  it('refuses the retired, the not bookable, the down and the unknown', () => {
    expect(codes(inRoom(), world({}, { ...room, retired: true }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, bookable: false }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, state: 'down' }))).toEqual(['notBookable'])
    expect(codes(inRoom(), world({}, { ...room, state: 'degraded' }))).toEqual([])
    expect(codes(aProposal(['nowhere']), world())).toEqual(['notBookable'])
  })
  it('needs the parts to stand, not to be bookable by themselves', () => {
    const hall = (change: object) =>
      aSituation({ resources: [aResource('A', change), aResource('B'), aResource('full', { partIds: ['A', 'B'] })] })
    expect(codes(aProposal(['full']), hall({ bookable: false }))).toEqual([])
    expect(codes(aProposal(['full']), hall({ state: 'down' }))).toEqual(['notBookable'])
    expect(codes(aProposal(['full']), hall({ retired: true }))).toEqual(['notBookable'])
  })
})
