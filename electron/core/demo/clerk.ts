import type { Input, OperationName, Value } from '../../../shared/operations/index.ts'
import type { Role } from '../../../shared/refusals.ts'
import type { Instant } from '../../../shared/scheduling/time.ts'
import { DemoRefused, type DemoDoor } from './door.ts'
import { personPlans } from './teams.ts'

/** Performs operations for the people of the plan and keeps the ids that the core gave. */
export type Clerk = {
  ids: {
    resources: Map<string, string>
    teams: Map<string, string>
    people: Map<string, string>
    projects: Map<string, string>
  }
  /** Acts as the person with this key of the plan (null: nobody). Throws DemoRefused when the core will not. */
  perform<N extends OperationName>(name: N, input: Input<N>, as: string | null, at: Instant): Value<N>
}

const roles = new Map<string, Role>(personPlans.map(({ key, role }) => [key, role]))

/** A clerk at this door. */
export function clerkAt(door: DemoDoor): Clerk {
  const ids: Clerk['ids'] = { resources: new Map(), teams: new Map(), people: new Map(), projects: new Map() }
  return {
    ids,
    perform(name, input, as, at) {
      const acting =
        as === null
          ? { personId: null, role: null, at }
          : { personId: ids.people.get(as) ?? null, role: roles.get(as) ?? null, at }
      const reply = door.call(name, input, acting)
      if (reply.ok) return reply.value
      if ('refusals' in reply) throw new DemoRefused(name, JSON.stringify(input).slice(0, 300), reply.refusals)
      throw new Error(`The demo's ${name} failed: fault ${reply.faultId}`)
    },
  }
}
