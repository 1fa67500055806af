import { keepPreviousData, useQuery, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Input, OperationName, Operations, Value } from '../../shared/operations/index.ts'
import { useClient } from './ApiProvider.tsx'
import type { Client } from './client.ts'
import { failureOf, isSignedOut, ReadFailure, type Failure } from './failure.ts'

type NamesOfKind<K extends 'read' | 'write'> = {
  [N in OperationName]: Operations[N]['kind'] extends K ? N : K extends Operations[N]['kind'] ? N : never
}[OperationName]
export type ReadName = NamesOfKind<'read'>
export type WriteName = NamesOfKind<'write'>

export type ReadState<T> = {
  /** The last value read; stays while it is being refreshed, and when a refresh fails. */
  value: T | undefined
  failure: Failure | null
  /** Nothing to show yet. */
  loading: boolean
  /** Being asked for (again). */
  refreshing: boolean
  /** True while `value` belongs to the previous input (`keepPrevious`). */
  previous: boolean
  retry: () => void
}

export type ReadOptions = {
  /** False: do not ask yet. */
  enabled?: boolean
  /** Show the value of the last input until the new one has come (paging, the next day). */
  keepPrevious?: boolean
  /** Large values that are never mutated: skip react-query's deep comparison. */
  large?: boolean
}

const queryKey = (name: OperationName, input: unknown) => [name, input]

async function ask<N extends OperationName>(client: Client, name: N, input: Input<N>): Promise<Value<N>> {
  const reply = await client.connection.send(name, input, crypto.randomUUID())
  if (reply.ok) return reply.value
  const failure = failureOf(reply)!
  if (isSignedOut(failure) && name !== 'sessions.current') refreshSession(client.queries)
  throw new ReadFailure(failure)
}

/** Someone's session ended behind our back: ask who we are. */
export function refreshSession(queries: QueryClient): void {
  void queries.invalidateQueries({ queryKey: ['sessions.current'] })
}

/**
 * Reads an operation and keeps the answer fresh: it is asked again when a change touches one of the operation's topics
 * and when the change stream had a gap.
 */
export function useRead<N extends ReadName>(name: N, input: Input<N>, options: ReadOptions = {}): ReadState<Value<N>> {
  const client = useClient()
  const query = useQuery<Value<N>>({
    queryKey: queryKey(name, input),
    queryFn: () => ask(client, name, input),
    enabled: options.enabled ?? true,
    structuralSharing: options.large !== true,
    ...(options.keepPrevious === true ? { placeholderData: keepPreviousData } : {}),
  })
  const { refetch } = query
  const retry = useCallback(() => void refetch(), [refetch])
  return {
    value: query.data,
    failure: query.error instanceof ReadFailure ? query.error.failure : null,
    loading: query.data === undefined && query.error === null,
    refreshing: query.isFetching,
    previous: query.isPlaceholderData,
    retry,
  }
}

/** Reads once, from memory when it is fresh there. For event handlers; throws ReadFailure. */
export function useAsk(): <N extends ReadName>(name: N, input: Input<N>) => Promise<Value<N>> {
  const client = useClient()
  return useCallback(
    (name, input) =>
      client.queries.fetchQuery({ queryKey: queryKey(name, input), queryFn: () => ask(client, name, input) }),
    [client],
  )
}

/** Asks for what will probably be wanted next (the day after), without showing it. */
export function usePrefetch(): <N extends ReadName>(name: N, input: Input<N>) => void {
  const client = useClient()
  return useCallback(
    (name, input) =>
      void client.queries.prefetchQuery({ queryKey: queryKey(name, input), queryFn: () => ask(client, name, input) }),
    [client],
  )
}

/** Changes a remembered answer in place (a block that has just been dropped), until the refreshed one comes. */
export function usePatchRead(): <N extends ReadName>(
  name: N,
  input: Input<N>,
  patch: (value: Value<N>) => Value<N>,
) => void {
  const client = useClient()
  return useCallback(
    (name, input, patch) => {
      client.queries.setQueryData(queryKey(name, input), (value: Value<typeof name> | undefined) =>
        value === undefined ? undefined : patch(value),
      )
    },
    [client],
  )
}
