// @vitest-environment jsdom
import userEvent from '@testing-library/user-event'
import { waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { boardHooks, clock, live, select, show, writes } from './boardScreen.tsx'
import { fakeBoard, plannedBookings } from './fakeBoard.ts'

boardHooks()

it('a bundle is judged and dropped with the times of its parts, also in another row (BK-04)', async () => {
  const visit = plannedBookings.find(({ title }) => title === '供应商来访')!
  const others = plannedBookings.filter(
    ({ resources, id }) => id !== visit.id && !resources.some(({ resourceId }) => /^A10[5678]$/.test(resourceId)),
  )
  const offset = { start: -30, end: -60 }
  const bundle = {
    ...visit,
    resources: [...visit.resources, { ...visit.resources[0]!, resourceId: 'A106', offset }],
  }
  // Where the part stood, had it the booking's own time, it would lie on this one.
  const inTheWay = { ...visit, id: 'other', title: '占用', start: clock('15:45'), end: clock('17:00') }
  const blocker = { ...inTheWay, resources: [{ ...visit.resources[0]!, resourceId: 'A106' }] }
  const fake = await show(fakeBoard({ bookings: [...others, bundle, blocker] }))
  const user = userEvent.setup()
  await select('供应商来访')
  await user.keyboard('{Alt>}{ArrowRight}{ArrowRight}{/Alt}')
  expect(live()).toContain('可以放')
  await user.keyboard('{Enter}')
  await waitFor(() => expect(writes(fake)).toMatchObject([{ name: 'bookings.move', input: { start: clock('15:00') } }]))
  await user.keyboard('{Alt>}{ArrowDown}{ArrowDown}{/Alt}{Enter}')
  await waitFor(() => expect(writes(fake)).toHaveLength(2))
  expect(writes(fake)[1]).toMatchObject({
    input: { resources: [{ resourceId: 'A107' }, { resourceId: 'A106', offset }] },
  })
})
