import type { Client } from '../api/client.ts'
import { clearUndo } from '../api/undoStack.ts'
import { dropDrafts } from '../ui/drafts.ts'
import { closeDrawer } from '../ui/drawers.ts'
import { closeToast } from '../ui/toasts.ts'

const ofNobody = new Set(['centre.status', 'sessions.current', 'sessions.people'])

/** Another person sits down: nothing that the last one read, wrote or could undo stays in the page. */
export function forgetPerson(client: Client): void {
  closeDrawer()
  closeToast()
  clearUndo()
  dropDrafts()
  const left = { predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !ofNobody.has(String(queryKey[0])) }
  client.queries.removeQueries({ ...left, type: 'inactive' })
  void client.queries.resetQueries({ ...left, type: 'active' })
}
