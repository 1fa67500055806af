import { useCallback } from 'react'
import type { Booking } from '../../shared/operations/bookings.ts'
import { editLike } from '../../shared/scheduling/series/follow.ts'
import { useAsk } from '../api/useRead.ts'
import { useWrite } from '../api/useWrite.ts'
import { showToast } from '../ui/toasts.ts'
import { useText } from '../ui/text.ts'

/** After one date of a series was moved on the board: 这次已改，以后的也改？ The scope is asked for after the fact, so that dragging stays one movement. */
export function useFollowLater(zone: string): (before: Booking, after: Booking) => void {
  const { t } = useText()
  const ask = useAsk()
  const { run } = useWrite('series.change')
  return useCallback(
    (before, after) => {
      const { series } = after
      const moved =
        before.start !== after.start ||
        before.end !== after.end ||
        JSON.stringify(before.resources) !== JSON.stringify(after.resources)
      if (series === undefined || !moved || after.status === 'completed' || after.status === 'inUse') return
      const follow = async () => {
        const whole = await ask('series.one', { id: series.id })
        const change = editLike(after, whole.series, series.date, zone)
        if (Object.keys(change).length === 0) return
        const scope = { of: 'following' as const, date: series.date }
        const reply = await run({ id: series.id, scope, change }, { said: t('series.applied') })
        if (reply.ok || !('refusals' in reply)) return
        const refused = reply.refusals.find((each) => each.code === 'seriesRefused')
        showToast(t('series.applyLost', { count: refused?.count ?? 1 }), { tone: 'failed' })
      }
      showToast(t('series.alsoLater'), {
        tone: 'info',
        action: { label: t('series.applyFollowing'), run: () => void follow().catch(() => undefined) },
      })
    },
    [ask, run, t, zone],
  )
}
