import { useCallback, useState } from 'react'
import { bareNames, explain } from '../../shared/text/explain.ts'
import { useClient } from '../api/ApiProvider.tsx'
import type { Client } from '../api/client.ts'
import { failureOf, type Failure } from '../api/failure.ts'
import { useZone } from '../api/session.ts'
import { sendWrite } from '../api/useWrite.ts'
import { useText } from '../ui/text.ts'

/** Who we are now: waited for, so that no screen of the last person shows in between. */
async function askSession(client: Client): Promise<void> {
  await client.queries.refetchQueries({ queryKey: ['sessions.current'] })
}

export type Entering = {
  withSecret: (login: string, secret: string) => Promise<boolean>
  withPin: (personId: string, pin: string) => Promise<boolean>
  pending: boolean
  /** Why the last try was refused, as a sentence. */
  said: string | null
  /** The last try had the wrong secret or PIN. */
  wrong: boolean
  clear: () => void
}

/** The two ways in. True when signed in; otherwise `said` tells why. */
export function useEntering(onEntered: () => void): Entering {
  const client = useClient()
  const why = useWhy()
  const [pending, setPending] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const enter = useCallback(
    async (send: () => Promise<Failure | null>) => {
      setPending(true)
      setFailure(null)
      const failed = await send()
      if (failed === null) await askSession(client)
      setPending(false)
      setFailure(failed)
      if (failed === null) onEntered()
      return failed === null
    },
    [client, onEntered],
  )
  const withSecret = useCallback(
    (name: string, secret: string) =>
      enter(async () => failureOf(await sendWrite(client, 'sessions.signIn', { name, secret }))),
    [client, enter],
  )
  const withPin = useCallback(
    (personId: string, pin: string) =>
      enter(async () => failureOf(await sendWrite(client, 'sessions.switch', { personId, pin }))),
    [client, enter],
  )
  const clear = useCallback(() => setFailure(null), [])
  const wrong = failure?.kind === 'refused' && failure.refusals.some(({ code }) => code === 'wrongSecret')
  return { withSecret, withPin, pending, said: failure === null ? null : why(failure), wrong, clear }
}

/** Ends the session here and shows the sign-in screen, whether or not the core could be told. */
export function useSignOut(): () => Promise<void> {
  const client = useClient()
  return useCallback(async () => {
    await sendWrite(client, 'sessions.signOut', {})
    await askSession(client)
  }, [client])
}

/** A failure as one sentence, where nobody is signed in and ids mean nothing yet. */
export function useWhy(): (failure: Failure) => string {
  const { t, language } = useText()
  const zone = useZone()
  return useCallback(
    (failure) => {
      if (failure.kind === 'unreachable') return t('common.unreachable')
      if (failure.kind === 'fault') return t('common.faultNumber', { id: failure.faultId })
      return failure.refusals
        .map((refusal) => explain(refusal, language, bareNames(zone)))
        .join(language === 'zh' ? '；' : '; ')
    },
    [t, language, zone],
  )
}
