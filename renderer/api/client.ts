import { QueryClient, type Query } from '@tanstack/react-query'
import { operations, type OperationName } from '../../shared/operations/index.ts'
import type { Topic } from '../../shared/operations/operation.ts'
import { changeCounter, type ChangeCounter } from './changes.ts'
import type { Connection } from './connection.ts'
import { ReadFailure } from './failure.ts'

/** Connection, memory of reads and the counter of changes, wired together: one per page. */
export type Client = { connection: Connection; queries: QueryClient; counter: ChangeCounter; stop: () => void }

const TRIES = 4

/** Wires a connection to a memory of reads: a change refreshes the reads that depend on its topics, a gap refreshes all. */
export function makeClient(connection: Connection): Client {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        // Nothing grows stale by time: the change stream says when.
        staleTime: Infinity,
        gcTime: 5 * 60_000,
        networkMode: 'always',
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        retry: (count, error) => count < TRIES && error instanceof ReadFailure && error.failure.kind === 'unreachable',
        retryDelay: (count) => 300 * 2 ** count,
      },
    },
  })
  const counter = changeCounter()
  const offChange = connection.onChange((news) => {
    const refresh = counter.take(news)
    if (refresh === 'everything') refreshAll(queries)
    else if (refresh !== 'nothing') refreshTopics(queries, refresh)
  })
  const offState = connection.onCoreState((state) => {
    if (state === 'ready') refreshAll(queries)
  })
  return {
    connection,
    queries,
    counter,
    stop: () => {
      offChange()
      offState()
      queries.clear()
    },
  }
}

/** Asks again for everything that is on screen; what is not is marked and asked for when next shown. */
export function refreshAll(queries: QueryClient): void {
  void queries.invalidateQueries()
}

/** Asks again for the reads that depend on one of the topics. */
export function refreshTopics(queries: QueryClient, topics: readonly Topic[]): void {
  void queries.invalidateQueries({ predicate: (query) => dependsOn(query, topics) })
}

function dependsOn(query: Query, topics: readonly Topic[]): boolean {
  const name = query.queryKey[0] as OperationName
  return operations[name].touches.some((topic) => topics.includes(topic))
}
