import type { Series } from '../../../shared/operations/series.ts'
import type { Refusal, Role } from '../../../shared/refusals.ts'
import { viewerOf } from '../bookings/rights.ts'
import type { Context } from '../context.ts'

const staff: readonly (Role | null)[] = ['frontDesk', 'keeper', 'manager', 'auditor', 'administrator']
const seeConfidential: readonly (Role | null)[] = ['frontDesk', 'manager', 'administrator']

function isOwn(series: Series, viewer: { personId: string | null; teamId: string | null }): boolean {
  if (viewer.personId === null) return false
  if (series.bookerId === viewer.personId || series.occupantId === viewer.personId) return true
  return viewer.teamId !== null && series.teamId === viewer.teamId
}

/** Who may read a series whole: staff, its own people and their team; a confidential one of others only the desk and the managers. */
export function maySee(context: Context, series: Series): boolean {
  const viewer = viewerOf(context)
  return (series.confidential ? seeConfidential : staff).includes(viewer.role) || isOwn(series, viewer)
}

/** As for bookings (TP-01): staff any, a team's lead the team's, a member what they booked or will use. */
export function mayChangeSeries(context: Context, series: Series): Refusal | null {
  const viewer = viewerOf(context)
  const mine = series.bookerId === viewer.personId || series.occupantId === viewer.personId
  const allowed = viewer.role === 'member' ? mine : viewer.role === 'teamLead' ? isOwn(series, viewer) : true
  return allowed ? null : { code: 'notYours', what: 'series', id: series.id }
}

/** The series an operation names, when it is there, the actor may change it and nobody changed it meanwhile. */
export function findSeries(
  context: Context,
  { id, expectedVersion }: { id: string; expectedVersion?: number | undefined },
): { series: Series } | { refusal: Refusal } {
  const series = context.stores.series.byId(id)
  if (series === null) return { refusal: { code: 'notFound', what: 'series', id } }
  const right = mayChangeSeries(context, series)
  if (right !== null) return { refusal: right }
  if (expectedVersion !== undefined && expectedVersion !== series.version)
    return { refusal: { code: 'changedMeanwhile', what: 'series', id, version: series.version } }
  return { series }
}
