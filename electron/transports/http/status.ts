import type { Reply } from '../../../shared/result.ts'

/** HTTP status of a reply (doors.md). With several refusals the first kind in this order decides. */
export function statusOf(reply: Reply<unknown>): 200 | 400 | 401 | 403 | 404 | 409 | 429 | 500 {
  if (reply.ok) return 200
  if ('faultId' in reply) return 500
  const codes = new Set<string>(reply.refusals.map((refusal) => refusal.code))
  if (codes.has('slowDown')) return 429
  if (codes.has('notSignedIn') || codes.has('wrongSecret')) return 401
  if (codes.has('notAllowed') || codes.has('notYours')) return 403
  if (codes.has('badInput')) return 400
  if (codes.has('notFound')) return 404
  return 409
}
