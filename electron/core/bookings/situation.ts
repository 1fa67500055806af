import type { Situation } from '../../../shared/scheduling/situation.ts'
import type { Context } from '../context.ts'
import { recordsFor } from '../rules/records.ts'

/** The world as the rules see it at this moment, from the stores; `except` is the booking under judgement. */
export function situationFor(context: Context, except: string | null, projectId: string | null): Situation {
  const { memory, stores, now, actor } = context
  const project = projectId === null ? undefined : stores.people.projects().find((each) => each.id === projectId)
  return {
    now,
    zone: memory.settings().zone,
    role: actor.role ?? 'member',
    places: memory.places(),
    policies: memory.policies(),
    calendar: memory.calendar(),
    allocations: (leafId, interval) => stores.allocations.touching(leafId, interval, except),
    records: recordsFor(context, except),
    project: project ? { id: project.id, startOn: project.startOn, endOn: project.endOn } : null,
  }
}
