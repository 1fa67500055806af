import { describe, expect, it } from 'vitest'
import { operations, type Change, type OperationName } from '../../shared/operations/index.ts'
import { roles } from '../../shared/refusals.ts'
import { makePlaces, makeTestCore } from '../support/makeTestCore.ts'
import { at } from '../support/situation.ts'

const day = '2026-03-02'

describe('the one path of every operation', () => {
  it('knows own names only', async () => {
    const { core } = await makeTestCore()
    for (const operation of ['constructor', '__proto__', 'toString', '', 'bookings.create ', 'nothing.here'])
      expect(await core.call({ operation, input: {}, token: null, door: 'desk' })).toEqual({
        ok: false,
        refusals: [{ code: 'notFound', what: 'operation', id: operation }],
      })
  })

  it('lets each role run what the contract says, and nobody anything else (AU-03, T-16)', async () => {
    const test = await makeTestCore()
    for (const role of roles) {
      // oxlint-disable-next-line no-await-in-loop -- people are made one after another
      const person = await test.as(role, { door: 'http' })
      for (const [operation, { who, portal }] of Object.entries(operations)) {
        if (operation.startsWith('sessions.') || operation === 'centre.demo' || operation === 'centre.setUp') continue
        const call = { operation, input: { nothing: 'of use' }, token: person.token, door: 'http' } as const
        // oxlint-disable-next-line no-await-in-loop
        const reply = await test.core.call(call)
        const codes = !reply.ok && 'refusals' in reply ? reply.refusals.map((each) => each.code) : []
        const may = who === 'anyone' || who === 'signedIn' || (who as readonly string[]).includes(role)
        const expected = !portal ? ['notFound'] : may ? null : ['notAllowed']
        if (expected === null) expect(codes, `${role} ${operation}`).not.toContain('notAllowed')
        else expect(codes, `${role} ${operation}`).toEqual(expected)
        // oxlint-disable-next-line no-await-in-loop
        const nobody = await test.core.call({ ...call, token: null })
        if (who !== 'anyone' && portal)
          expect(nobody, operation).toEqual({ ok: false, refusals: [{ code: 'notSignedIn' }] })
      }
    }
  })

  it('names each wrong place of the input', async () => {
    const test = await makeTestCore()
    const desk = await test.as('frontDesk')
    const input = { resources: [{ resourceId: 'a b', quantity: 0 }], start: '9', end: 1, title: '' } as never
    const refusals = await desk.refused('bookings.create', input)
    expect(refusals).toEqual([
      { code: 'badInput', path: 'resources.0.resourceId', why: 'badFormat' },
      { code: 'badInput', path: 'resources.0.quantity', why: 'tooSmall', limit: 1 },
      { code: 'badInput', path: 'start', why: 'wrongType' },
      { code: 'badInput', path: 'title', why: 'required' },
    ])
    expect(await desk.refused('bookings.cancel', {} as never)).toEqual([
      { code: 'badInput', path: 'id', why: 'required' },
    ])
  })

  it('writes journal and change in one: numbers without a gap, told after the commit, nothing told of what was refused', async () => {
    const test = await makeTestCore()
    const places = await makePlaces(test)
    const desk = await test.as('frontDesk')
    const heard: (Change & { stood: boolean })[] = []
    const booked: string[] = []
    test.core.changes.subscribe((change) => heard.push({ ...change, stood: true }))
    const start = test.core.changes.seq()
    const input = {
      resources: [{ resourceId: places['A106']! }],
      start: at(day, '10:00'),
      end: at(day, '11:00'),
      title: 'x',
    }
    booked.push((await desk.done('bookings.create', input)).id)
    await desk.refused('bookings.create', input)
    await desk.done('bookings.cancel', { id: booked[0]! })
    expect(heard.map(({ seq, from, topics, keys }) => ({ seq, from, topics, keys }))).toEqual([
      { seq: start + 1, from: start + 1, topics: ['bookings'], keys: booked },
      { seq: start + 2, from: start + 2, topics: ['bookings'], keys: booked },
    ])
    expect(test.core.changes.after(start)).toHaveLength(2)
    expect(test.core.changes.after(start + 2)).toEqual([])
    expect(test.core.changes.after(start + 50)).toBeNull()
    const auditor = await test.as('auditor')
    expect(await auditor.done('journal.verify', {})).toMatchObject({ sound: true, firstBad: null })
  })

  it('keeps names, titles and phones out of the journal', async () => {
    const test = await makeTestCore()
    const places = await makePlaces(test)
    const desk = await test.as('frontDesk')
    const team = await test.admin.done('teams.save', {
      team: { name: '理微医疗(示例)', shortName: '理微', kind: 'startup' },
    })
    await desk.done('people.save', {
      person: { name: '欧阳靖', phone: '19900000012', email: 'oyj@example.com', teamId: team.id },
    })
    await desk.done('bookings.create', {
      resources: [{ resourceId: places['A106']! }],
      start: at(day, '10:00'),
      end: at(day, '11:00'),
      title: '临床需求对接',
      occupantName: '访客赵',
      note: '请准备投影',
    })
    const { entries } = await (await test.as('auditor')).done('journal.read', { limit: 1000 })
    const text = JSON.stringify(entries)
    for (const word of ['欧阳靖', '1990000', 'oyj', '理微', '临床', '访客赵', '投影']) expect(text).not.toContain(word)
    expect(entries.length).toBeGreaterThan(8)
  })

  it('answers a fault with a number and nothing else', async () => {
    const test = await makeTestCore()
    await test.core.close()
    const reply = await test.core
      .call({ operation: 'centre.status', input: {}, token: null, door: 'desk' })
      .catch((error: unknown) => error)
    expect(JSON.stringify(reply)).not.toMatch(/at .*\.ts/)
  })

  it('declares only operations that have a handler, reads that touch nothing they do not read, and writes that say what they change', () => {
    for (const [name, { kind, touches }] of Object.entries(operations) as [
      OperationName,
      (typeof operations)[OperationName],
    ][])
      if (kind === 'write') expect(touches.length, name).toBeGreaterThan(0)
  })
})
