import { useCallback, useEffect, useState } from 'react'
import { ApiProvider } from '../api/ApiProvider.tsx'
import type { Client } from '../api/client.ts'
import { setCoreClock } from '../api/now.ts'
import type { Centre } from '../api/session.ts'
import { refreshSession, useRead } from '../api/useRead.ts'
import { FirstStart } from '../signIn/FirstStart.tsx'
import { SignIn } from '../signIn/SignIn.tsx'
import { offerLanguage } from '../ui/preferences.ts'
import { Toaster } from '../ui/Toaster.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { Shell } from './Shell.tsx'
import { StartFailure, StartWait } from './Starting.tsx'
import { forgetPerson } from './forgetPerson.ts'

/** Each answer of `centre.status` sets the page's idea of the core's clock. */
function keepClock(client: Client): () => void {
  return client.queries.getQueryCache().subscribe(({ type, query }) => {
    if (type !== 'updated' || query.queryKey[0] !== 'centre.status') return
    const centre = query.state.data as Centre | undefined
    if (centre !== undefined && query.state.status === 'success') setCoreClock(client, centre.now)
  })
}

/** The whole application over one connection: first start, sign-in, or the shell. */
export function App({ client }: { client: Client }) {
  useEffect(() => keepClock(client), [client])
  return (
    <ErrorBoundary>
      <ApiProvider client={client}>
        <Gate client={client} />
        <Toaster />
      </ApiProvider>
    </ErrorBoundary>
  )
}

function Gate({ client }: { client: Client }) {
  const centre = useRead('centre.status', {})
  const session = useRead('sessions.current', {})
  // The first start goes on after the centre is no longer empty: its secrets are still to be shown.
  const [founding, setFounding] = useState(false)
  const [switching, setSwitching] = useState(false)
  const status = centre.value
  const person = session.value?.person ?? null
  const language = status?.language
  const personId = person?.id ?? null

  useEffect(() => {
    if (language !== undefined) offerLanguage(language)
  }, [language])

  const seq = status?.seq
  const known = seq !== undefined
  useEffect(() => {
    if (seq !== undefined) client.counter.startAt(seq)
  }, [client, seq])
  useEffect(() => {
    if (personId === null || !known) client.connection.closeChanges()
    else client.connection.openChanges(seq ?? 0)
    // The stream is opened once for each person; where the journal stands later it tells itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [client, personId, known])
  // A browser's change stream also breaks when the session has ended: ask who we are, not only whether somebody answers.
  useEffect(
    () =>
      client.connection.onCoreState((state) => {
        if (state === 'unreachable' && client.connection.door === 'http') refreshSession(client.queries)
      }),
    [client],
  )
  useEffect(() => {
    if (personId !== null) return () => forgetPerson(client)
    return undefined
  }, [client, personId])

  const entered = useCallback(() => {
    setFounding(false)
    setSwitching(false)
  }, [])

  if (status === undefined || session.value === undefined) {
    const failure = centre.failure ?? session.failure
    if (failure === null) return <StartWait />
    return (
      <StartFailure
        failure={failure}
        onRetry={() => {
          centre.retry()
          session.retry()
        }}
      />
    )
  }
  if (founding || status.empty) return <FirstStart onBegin={() => setFounding(true)} onEntered={entered} />
  if (person === null || switching) {
    return <SignIn onEntered={entered} onBack={person === null ? undefined : () => setSwitching(false)} />
  }
  return <Shell key={person.id} onSwitch={() => setSwitching(true)} />
}
