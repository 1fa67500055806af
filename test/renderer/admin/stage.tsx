import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import type { ComponentType } from 'react'
import { expect } from 'vitest'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { usePerson } from '../../../renderer/api/session.ts'
import { setCoreClock } from '../../../renderer/api/now.ts'
import AntdScope from '../../../renderer/ui/AntdScope.tsx'
import { startText } from '../../../renderer/ui/text.ts'
import { fakeAdmin, now, type FakeAdmin } from './fakeAdmin.ts'

/** What jsdom lacks, and Chinese words. Called before each test. */
export function prepare(): void {
  startText('zh')
  window.location.hash = ''
  Element.prototype.scrollIntoView = () => {}
  globalThis.ResizeObserver ??= class {
    observe() {}
    unobserve() {}
    disconnect() {}
  }
  window.matchMedia ??= ((query: string) => ({
    matches: false,
    media: query,
    addEventListener() {},
    removeEventListener() {},
    addListener() {},
    removeListener() {},
  })) as never
}

// As in the shell: no page before it is known who sits here.
function Seated({ Page }: { Page: ComponentType }) {
  return usePerson() === null ? null : <Page />
}

/** Draws a page on a centre in memory. */
export function stage(Page: ComponentType, fake: FakeAdmin = fakeAdmin(), hash = '') {
  window.location.hash = hash
  setCoreClock(fake.client, now)
  render(
    <ApiProvider client={fake.client}>
      <AntdScope moving={false}>
        <main>
          <h1>页</h1>
          <Seated Page={Page} />
        </main>
      </AntdScope>
    </ApiProvider>,
  )
  return { fake, user: userEvent.setup({ delay: null, pointerEventsCheck: 0 }) }
}

/** The last input with which an operation was asked for. */
export function lastSent(fake: FakeAdmin, name: string): Record<string, unknown> | undefined {
  return fake.sent.findLast((each) => each.name === name)?.input
}

/** No finding of axe on WCAG A and AA; contrast is measured on the tokens, and jsdom lays nothing out. */
export async function expectAccessible(): Promise<void> {
  const { violations } = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'color-contrast': { enabled: false } },
  })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}
