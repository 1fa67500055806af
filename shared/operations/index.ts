import type { z } from 'zod'
import type { Reply } from '../result.ts'
import { bookingOperations } from './bookings.ts'
import { bundleOperations } from './bundles.ts'
import { centreOperations } from './centre.ts'
import { findOperations } from './find.ts'
import { lifeOperations } from './life.ts'
import { seriesOperations } from './series.ts'
import type { Topic } from './operation.ts'
import { outageOperations } from './outages.ts'
import { peopleOperations, sessionOperations } from './people.ts'
import { reportOperations } from './reports.ts'
import { resourceOperations } from './resources.ts'
import { ruleOperations } from './rules.ts'
import { waitlistOperations } from './waitlist.ts'

/** Every operation of the product, once. Doors, handlers, the API description and the screens are all typed from this. */
export const operations = {
  ...centreOperations,
  ...sessionOperations,
  ...resourceOperations,
  ...bundleOperations,
  ...peopleOperations,
  ...bookingOperations,
  ...seriesOperations,
  ...outageOperations,
  ...ruleOperations,
  ...reportOperations,
  ...findOperations,
  ...lifeOperations,
  ...waitlistOperations,
}

export type Operations = typeof operations
export type OperationName = keyof Operations
/** What a caller gives: fields with defaults may be left out. */
export type Input<N extends OperationName> = z.input<Operations[N]['input']>
/** What a handler gets: parsed, defaults filled in. */
export type Parsed<N extends OperationName> = z.output<Operations[N]['input']>
export type Value<N extends OperationName> = z.output<Operations[N]['output']>
export type ReplyTo<N extends OperationName> = Reply<Value<N>>

/** Published after COMMIT. `seq` counts the journal: a gap means something was missed and everything must be asked again. */
export type Change = { seq: number; from: number; topics: Topic[]; keys: string[] }

/** True for an operation's own name; `constructor` and its like are no operations. */
export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(operations, name)
}
