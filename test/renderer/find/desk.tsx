import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ApiProvider } from '../../../renderer/api/ApiProvider.tsx'
import { makeClient } from '../../../renderer/api/client.ts'
import type { Connection } from '../../../renderer/api/connection.ts'
import { setCoreClock } from '../../../renderer/api/now.ts'
import { clearUndo } from '../../../renderer/api/undoStack.ts'
import { closeDrawer, useOpenDrawer, type DrawerRequest } from '../../../renderer/ui/drawers.ts'
import { startText } from '../../../renderer/ui/text.ts'
import { Toaster } from '../../../renderer/ui/Toaster.tsx'
import { closeToast } from '../../../renderer/ui/toasts.ts'
import { makePlaces, makeTestCore } from '../../support/makeTestCore.ts'

/** A real core in memory, on Monday 2026-03-02 08:00 in Shanghai, with the front desk signed in as the window is. */
export async function openDesk() {
  const core = await makeTestCore()
  const ids = await makePlaces(core)
  const team = await core.admin.done('teams.save', {
    team: { name: '理微医疗(示例)', shortName: '理微医疗', kind: 'startup', colour: 'teal' },
  })
  const desk = await core.as('frontDesk')
  const connection: Connection = {
    door: 'desk',
    send: (operation, input, requestId) =>
      core.core.call({ operation, input, requestId, token: desk.token, door: 'desk' }) as never,
    onChange: () => () => {},
    coreState: () => 'ready',
    onCoreState: () => () => {},
    openChanges: () => {},
    closeChanges: () => {},
  }
  const client = makeClient(connection)
  setCoreClock(client, core.clock.now)
  return { core, ids, team, desk, client }
}
export type Desk = Awaited<ReturnType<typeof openDesk>>

/** The drawer that was asked for. */
export const drawer = () => JSON.parse(screen.getByTestId('drawer').textContent) as DrawerRequest | null

function Watch() {
  return <output data-testid="drawer">{JSON.stringify(useOpenDrawer())}</output>
}

/** Shows a part of the window over that desk. */
export function show(desk: Desk, page: ReactNode) {
  return render(
    <ApiProvider client={desk.client}>
      {page}
      <Watch />
      <Toaster />
    </ApiProvider>,
  )
}

export function begin(): void {
  startText('zh')
  Element.prototype.scrollIntoView = () => {}
  // A wide window: three columns.
  window.matchMedia = (query) =>
    Object.assign(new EventTarget(), { matches: false, media: query }) as unknown as MediaQueryList
}

export function end(): void {
  closeDrawer()
  closeToast()
  clearUndo()
  cleanup()
}
