import { useCallback } from 'react'
import { explain } from '../../shared/text/explain.ts'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'
import { useClient } from './ApiProvider.tsx'
import { refreshTopics } from './client.ts'
import { failureOf } from './failure.ts'
import { useNames } from './names.ts'
import { pushUndo, takeUndo } from './undoStack.ts'

/** Takes back the newest write of this page, or the one with the given journal number, and says so. */
export function useUndo(): (seq?: number) => Promise<void> {
  const client = useClient()
  const { t, language } = useText()
  const names = useNames()
  return useCallback(
    async (seq?: number) => {
      const entry = takeUndo(seq)
      if (entry === null) return
      const reply = await client.connection.send('undo.apply', { seq: entry.seq }, crypto.randomUUID())
      if (reply.ok) {
        if (reply.seq === undefined || client.counter.ownWrite(reply.seq)) {
          refreshTopics(client.queries, ['bookings', 'outages'])
        }
        showToast(t('common.undone'))
        return
      }
      const failure = failureOf(reply)
      if (failure?.kind === 'unreachable') pushUndo(entry)
      const why = failure?.kind === 'refused' ? failure.refusals.map((each) => explain(each, language, names())) : []
      showToast([t('common.undoFailed'), ...why].join(language === 'zh' ? '：' : ': '), { tone: 'failed' })
    },
    [client, t, language, names],
  )
}
