import type { Input, OperationName, ReplyTo } from '../../shared/operations/index.ts'
import type { Refusal } from '../../shared/refusals.ts'
import type { Reply } from '../../shared/result.ts'
import type { Instant } from '../../shared/scheduling/time.ts'
import type { ChangeSource } from '../transports/events.ts'

/** Through which door a call came: the window of this computer, the portal, or a command line on the data folder. */
export type DoorName = 'desk' | 'http' | 'cli'

/** One call as it reaches the core. `token` names the session; null for a caller without one. */
export type Call = {
  operation: string
  input: unknown
  requestId?: string | undefined
  token: string | null
  door: DoorName
}

/** The application without Electron: the same for the window, the portal, the command line and the tests. */
export type Core = {
  version: string
  folder: string
  exportsFolder: string
  call: (call: Call) => Promise<Reply<unknown>>
  /** One operation as the local administrator of the data folder: for the command line and for nothing that listens. */
  perform: <N extends OperationName>(name: N, input: Input<N>) => Promise<ReplyTo<N>>
  signedIn: (token: string | null) => boolean
  changes: ChangeSource
  /** The finished file of a job, for the person who started it and for nobody else; null otherwise. */
  jobFile: (jobId: string, token: string | null) => Promise<{ name: string; body: Uint8Array<ArrayBuffer> } | null>
  /** Does what is due by now: holds that ran out, offers, places nobody came to. The core does it by itself twice a minute and on opening. */
  lookAfter: () => void
  close: () => Promise<void>
}

/**
 * `make`: an empty or missing folder becomes a new data folder; otherwise a folder without data is refused. `memory`: a database in memory, for
 * tests; files go to `folder` all the same. `now` and `newId` replace the clock and the ids in tests.
 */
export type CoreOptions = {
  folder: string
  make: boolean
  version: string
  memory?: boolean
  now?: () => Instant
  newId?: () => string
}

export type OpenedCore = { core: Core } | { refusals: Refusal[] }
