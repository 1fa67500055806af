// @vitest-environment jsdom
import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import ApprovalsPage from '../../../renderer/bookings/approvals/ApprovalsPage.tsx'
import type { WaitEntry } from '../../../shared/operations/waitlist.ts'
import { at, booking, FakeDesk, placeId } from './fakeDesk.ts'
import { begin, end, openDrawer, show } from './show.tsx'

beforeEach(begin)
afterEach(end)

const request = (id: string, title: string) => ({
  booking: booking({ id, title, status: 'pending' }),
  refusals: [],
  alternatives: [],
  rivals: [],
  waiting: [],
})
const wait = (change: Partial<WaitEntry> = {}): WaitEntry => ({
  id: 'w1',
  personId: 'qiantai',
  teamId: null,
  projectId: null,
  title: '临时评审会',
  headCount: null,
  resources: [{ resourceId: placeId('会议室2'), quantity: 1 }],
  any: null,
  from: at('2026-11-25', 16),
  until: at('2026-11-25', 17),
  minutes: 60,
  status: 'offered',
  offer: { bookingId: 'b1', until: at('2026-11-24', 12) },
  createdAt: at('2026-11-24', 9),
  updatedAt: at('2026-11-24', 9),
  version: 1,
  position: 0,
  hidden: false,
  ...change,
})

function desk(): FakeDesk {
  const made = new FakeDesk()
  made.bookings = [booking({ id: 'b1', status: 'pending' }), booking({ id: 'b2', status: 'pending' })]
  made.answers['approvals.inbox'] = { requests: [request('b1', '客户大会'), request('b2', '激光器贴片')] }
  made.answers['life.strikes'] = { limit: 2, series: [] }
  made.answers['waitlist.list'] = { entries: [wait()] }
  return made
}

describe('the page 审批', () => {
  it('decides the request that has the focus: A approves, R asks for the reason and rejects (AP-01)', async () => {
    const fake = desk()
    show(fake, <ApprovalsPage />)
    const user = userEvent.setup()
    const card = (await screen.findByRole('button', { name: '客户大会' })).closest('li')!
    act(() => card.focus())
    await user.keyboard('a')
    await waitFor(() => expect(fake.last('bookings.approve')).toMatchObject({ id: 'b1', comment: '' }))
    expect(await screen.findByRole('button', { name: /撤销/ })).toBeTruthy()
    await user.keyboard('{ArrowDown}r')
    await user.keyboard('另有安排{Enter}')
    await waitFor(() => expect(fake.last('bookings.reject')).toMatchObject({ id: 'b2', comment: '另有安排' }))
  })

  it('does not let a request be approved that can no longer be, and says why and what could be instead', async () => {
    const fake = desk()
    const resourceId = placeId('会议室2')
    fake.answers['approvals.inbox'] = {
      requests: [
        {
          ...request('b1', '客户大会'),
          refusals: [{ code: 'notBookable', state: 'down', resourceId, level: 'always', waivers: [] }],
          alternatives: [
            {
              kind: 'otherTime',
              resources: [{ resourceId, quantity: 1 }],
              start: at('2026-11-26', 9),
              end: at('2026-11-26', 10),
            },
          ],
        },
      ],
    }
    show(fake, <ApprovalsPage />)
    const card = (await screen.findByRole('button', { name: '客户大会' })).closest('li')!
    expect(within(card).getByText('现在不能批准')).toBeTruthy()
    expect(within(card).getByText(/换时间：会议室2/)).toBeTruthy()
    await userEvent.setup().click(within(card).getByRole('button', { name: /^批准 / }))
    expect(fake.count('bookings.approve')).toBe(0)
  })

  it('shows an offer with its end, to be taken or let go (AP-05)', async () => {
    const fake = desk()
    fake.answers['waitlist.decline'] = wait({ status: 'declined', offer: null })
    show(fake, <ApprovalsPage />)
    const list = await screen.findByRole('region', { name: '候补' })
    expect(await within(list).findByText(/12:00 前答复/)).toBeTruthy()
    await userEvent.setup().click(within(list).getByRole('button', { name: '放弃 临时评审会' }))
    await waitFor(() => expect(fake.last('waitlist.decline')).toEqual({ id: 'w1' }))
  })

  it('has no accessibility faults', async () => {
    show(desk(), <ApprovalsPage />)
    await screen.findByRole('button', { name: '客户大会' })
    const { violations } = await axe.run(document.querySelector<HTMLElement>('.approvals-page')!, {
      rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    })
    expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
  })
})

describe('an outage over bookings, line by line (D 11)', () => {
  it('sends what is chosen for each booking with the outage', async () => {
    const fake = new FakeDesk()
    fake.affected = ['b1']
    const other = { start: at('2026-11-26', 9), end: at('2026-11-26', 10) }
    const resources = [{ resourceId: placeId('会议室2'), quantity: 1 }]
    fake.answers['outages.plan'] = {
      lines: [
        {
          booking: booking(),
          proposed: { bookingId: 'b1', do: 'move', ...other, resources },
          ways: [{ kind: 'otherTime', ...other, resources }],
        },
      ],
    }
    show(fake)
    const draft = { resourceId: placeId('会议室2'), start: at('2026-11-25', 16), end: at('2026-11-25', 20) }
    act(() => openDrawer({ drawer: 'newOutage', draft: { ...draft, reason: '空调检修' } }))
    const user = userEvent.setup()
    await user.click(await screen.findByRole('radio', { name: /逐条处理/ }))
    const choice = await screen.findByRole('combobox', { name: /客户视频会 的处理/ })
    await user.click(screen.getByRole('button', { name: '登记并处理 1 个' }))
    const decision = { bookingId: 'b1', do: 'move', ...other, resources }
    await waitFor(() => expect(fake.last('outages.add')).toMatchObject({ decisions: [decision] }))
    expect(choice).toBeTruthy()
  })
})
