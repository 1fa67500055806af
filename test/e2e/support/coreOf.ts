import type { ElectronApplication } from 'playwright-core'

/** The process of the core, whichever way it was started: Electron's utility process, or a child with Node; null while there is none. */
export function corePid(app: ElectronApplication): Promise<number | null> {
  return app.evaluate(({ app: running }) => {
    const utility = running.getAppMetrics().find((each) => each.name === 'Hengtong core')
    if (utility !== undefined) return utility.pid
    // Node has no public way to list the children of a process.
    type Handle = { pid?: number; spawnfile?: string; exitCode?: number | null; signalCode?: string | null }
    // oxlint-disable-next-line no-underscore-dangle
    const handles = (process as unknown as { _getActiveHandles: () => Handle[] })._getActiveHandles()
    const child = handles.find((each) => each.spawnfile !== undefined && each.exitCode === null && !each.signalCode)
    return child?.pid ?? null
  })
}
