// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Drawer } from '../../../renderer/ui/Drawer.tsx'
import { Select } from '../../../renderer/ui/Select.tsx'
import { begin } from '../bookings/show.tsx'

beforeEach(begin)
afterEach(cleanup)

const options = [
  { value: 'a', label: 'one' },
  { value: 'b', label: 'two' },
]

function drawer(value: string | null = null) {
  const told: string[] = []
  render(
    <Drawer title="t" onClose={() => told.push('closed')}>
      <Select<string>
        aria-label="choice"
        allowClear
        virtual={false}
        value={value}
        options={options}
        onChange={(next: string | undefined) => told.push(`chose ${next ?? 'nothing'}`)}
      />
      <input aria-label="next" />
    </Drawer>,
  )
  return { told, choice: screen.getByRole('combobox', { name: 'choice' }) }
}

// user-event leaves out `which`, by which the list knows its keys.
const escape = (target: HTMLElement) => fireEvent.keyDown(target, { key: 'Escape', keyCode: 27, which: 27 })

it('Esc in an open list closes the list, and only then the drawer', async () => {
  const { told, choice } = drawer()
  fireEvent.mouseDown(choice)
  expect(choice.getAttribute('aria-expanded')).toBe('true')
  escape(choice)
  await waitFor(() => expect(choice.getAttribute('aria-expanded')).toBe('false'))
  expect(told).toEqual([])
  escape(choice)
  expect(told).toEqual(['closed'])
})

it('a field that can be cleared is one stop of Tab, and Delete clears it', async () => {
  const { told, choice } = drawer('a')
  const user = userEvent.setup()
  choice.focus()
  await user.keyboard('{Delete}')
  expect(told).toEqual(['chose nothing'])
  await user.tab()
  expect(document.activeElement).toBe(screen.getByLabelText('next'))
  expect(screen.getByRole('button', { name: '清除' }).tabIndex).toBe(-1)
})
