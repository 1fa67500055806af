import { describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/scheduling/time.ts'
import { makeTestCore, testSecret } from '../support/makeTestCore.ts'

const pin = '482915'

describe('signing in', () => {
  it('gives a token that speaks for the person through its own door only', async () => {
    const test = await makeTestCore()
    const person = await test.as('frontDesk', { name: '单晓', door: 'http' })
    expect((await person.done('sessions.current', {})).person).toMatchObject({
      id: person.id,
      name: '单晓',
      sortKey: 'shan xiao',
    })
    expect((await test.callerOf(person.token, 'desk').done('sessions.current', {})).person).toBeNull()
    await person.done('sessions.signOut', {})
    expect((await person.done('sessions.current', {})).person).toBeNull()
    expect(await person.refused('teams.list', {})).toEqual([{ code: 'notSignedIn' }])
  })

  it('answers a wrong secret and an unknown name alike, and slows guessing down without locking the other door (T-14)', async () => {
    const test = await makeTestCore()
    await test.as('frontDesk', { door: 'desk' })
    const portal = test.callerOf(null, 'http')
    const wrong = { name: 'frontdesk1', secret: 'not-it-at-all' }
    expect(await portal.refused('sessions.signIn', wrong)).toEqual([{ code: 'wrongSecret' }])
    expect(await portal.refused('sessions.signIn', { name: 'nobody', secret: 'x' })).toEqual([{ code: 'wrongSecret' }])
    for (let tries = 0; tries < 4; tries += 1)
      // oxlint-disable-next-line no-await-in-loop -- one guess after another
      await portal.refused('sessions.signIn', wrong)
    expect(await portal.refused('sessions.signIn', { ...wrong, secret: testSecret })).toEqual([
      { code: 'slowDown', retryAfterMs: MINUTE },
    ])
    await test.callerOf(null, 'desk').done('sessions.signIn', { name: 'frontdesk1', secret: testSecret })
    test.clock.now += MINUTE
    await portal.done('sessions.signIn', { name: 'FRONTDESK1', secret: testSecret })
  })

  it('ends when idle, after a long day, when the person leaves and when their secret is reset (7.3.1)', async () => {
    const test = await makeTestCore()
    const idle = await test.as('frontDesk')
    test.clock.now += 29 * MINUTE
    expect((await idle.done('sessions.current', {})).person).not.toBeNull()
    test.clock.now += 29 * MINUTE
    expect((await idle.done('sessions.current', {})).person).not.toBeNull()
    test.clock.now += 31 * MINUTE
    expect((await idle.done('sessions.current', {})).person).toBeNull()
    const busy = await test.as('frontDesk')
    for (let quarter = 0; quarter < 56; quarter += 1) {
      test.clock.now += 15 * MINUTE
      // oxlint-disable-next-line no-await-in-loop -- time passes
      await busy.send('sessions.current', {})
    }
    test.clock.now += MINUTE
    expect((await busy.done('sessions.current', {})).person, '14 hours').toBeNull()
    const leaver = await test.as('member')
    await test.admin.done('people.retire', { id: leaver.id, retired: true })
    expect((await leaver.done('sessions.current', {})).person).toBeNull()
    const reset = await test.as('member')
    await test.admin.done('people.save', { person: { id: reset.id, name: 'x', secret: 'another-secret' } })
    expect((await reset.done('sessions.current', {})).person).toBeNull()
    expect(14 * HOUR).toBe(56 * 15 * MINUTE)
  })

  it('switches by PIN at the desk, and never over HTTP (KM-04)', async () => {
    const test = await makeTestCore()
    const { id } = await test.admin.done('people.save', {
      person: { name: '区伟文', role: 'keeper', login: 'qu', secret: testSecret, pin },
    })
    const desk = test.callerOf(null, 'desk')
    expect((await desk.done('sessions.people', {})).people).toEqual([
      { id, name: '区伟文', role: 'keeper', login: 'qu', hasPin: true },
    ])
    expect((await desk.done('sessions.switch', { personId: id, pin })).person.id).toBe(id)
    expect(await desk.refused('sessions.switch', { personId: id, pin: '000000' })).toEqual([{ code: 'wrongSecret' }])
    const portal = test.callerOf(null, 'http')
    expect(await portal.refused('sessions.switch', { personId: id, pin })).toMatchObject([
      { code: 'notFound', what: 'operation' },
    ])
    expect(await portal.refused('sessions.people', {})).toMatchObject([{ code: 'notFound', what: 'operation' }])
  })

  it('never gives out a hash, a whole phone or a token of somebody else (R-71)', async () => {
    const test = await makeTestCore()
    const member = await test.as('member', { door: 'http' })
    await test.admin.done('people.save', {
      person: {
        name: '曾乐',
        phone: '19900000034',
        email: 'zengle@example.com',
        login: 'zeng',
        secret: testSecret,
        pin,
      },
    })
    const text = JSON.stringify(await member.done('people.list', {}))
    expect(text).not.toMatch(/scrypt|19900000034|zengle@/)
    expect(text).toContain('199****0034')
    expect(await member.refused('people.reveal', { id: member.id })).toMatchObject([{ code: 'notAllowed' }])
  })

  it('and remembered answers are swept away: a request number is free again after a day, not before', async () => {
    const test = await makeTestCore()
    await test.admin.done('settings.set', { change: { idleMinutes: 1440 } })
    const first = await test.as('frontDesk')
    const one = { person: { name: '甲' } }
    const made = await first.done('people.save', one, 'same-number')
    test.clock.now += 13 * HOUR
    test.core.lookAfter()
    expect((await first.done('people.save', one, 'same-number')).id).toBe(made.id)
    test.clock.now += 12 * HOUR
    test.core.lookAfter()
    const { token } = await test.callerOf(null).done('sessions.signIn', { name: 'frontdesk1', secret: testSecret })
    expect((await test.callerOf(token).done('people.save', one, 'same-number')).id).not.toBe(made.id)
  })
})
