import type { RuleRefusal } from '../../../shared/refusals.ts'
import { cancelledInTime } from '../../../shared/scheduling/rules/changeNotice.ts'
import type { StoredBooking } from '../../storage/stores.ts'
import type { Context } from '../context.ts'

/** Whether a booking may still be cancelled. Who may waive the notice does so with the reason of the cancelling, which is kept as a waiver (PQ-13). */
export function lateCancelling(
  { memory, actor, now }: Context,
  booking: StoredBooking,
  reason: string,
): { refusals: RuleRefusal[] } | { waivers: StoredBooking['waivers'] } {
  const late = cancelledInTime(booking, { places: memory.places(), policies: memory.policies(), now })
  const { role, personId } = actor
  if (late.length > 0 && (role === null || reason === '' || !late.every(({ waivers }) => waivers.includes(role))))
    return { refusals: late }
  return {
    waivers: late.map(({ code, resourceId }) => ({
      rule: code,
      resourceId,
      reason,
      byId: personId ?? 'local',
      at: now,
    })),
  }
}
