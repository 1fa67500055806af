import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { expect, vi } from 'vitest'
import { clearUndo } from '../../../renderer/api/undoStack.ts'
import { App } from '../../../renderer/app/App.tsx'
import { closeDrawer } from '../../../renderer/ui/drawers.ts'
import { changePreferences, startPreferences } from '../../../renderer/ui/preferences.ts'
import { startText } from '../../../renderer/ui/text.ts'
import { closeToast } from '../../../renderer/ui/toasts.ts'
import type { FakeDesk } from './fakeDesk.ts'

/** Puts what jsdom lacks in its place and starts in Chinese, light, on the first page. */
export function prepare(): void {
  Element.prototype.scrollIntoView = () => {}
  window.matchMedia = vi.fn((media: string) => ({
    media,
    matches: false,
    onchange: null,
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
    dispatchEvent: () => false,
  }))
  window.history.replaceState(null, '', '#/')
  localStorage.clear()
  startPreferences()
  startText('zh')
}

/** Takes the page away and forgets what outlives it. */
export function tidy(): void {
  cleanup()
  closeDrawer()
  closeToast()
  clearUndo()
  changePreferences({ theme: 'system', language: 'zh', scale: 1 })
  localStorage.clear()
}

export function show(fake: FakeDesk) {
  const user = userEvent.setup()
  render(<App client={fake.client} />)
  return user
}

/** The shell is there when its rail is. */
export const shellShown = () => screen.findByRole('navigation', { name: /^(主导航|Main navigation)$/ })

/** No violation that can be judged without layout. Contrast is computed from the tokens in its own test. */
export async function accessible(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`),
  ).toEqual([])
}
