import { QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, type ReactNode } from 'react'
import type { Client } from './client.ts'

const ClientContext = createContext<Client | null>(null)

/** Gives the page its client. */
export function ApiProvider({ client, children }: { client: Client; children: ReactNode }) {
  return (
    <ClientContext value={client}>
      <QueryClientProvider client={client.queries}>{children}</QueryClientProvider>
    </ClientContext>
  )
}

/** The page's client; throws outside an ApiProvider. */
export function useClient(): Client {
  const client = useContext(ClientContext)
  if (client === null) throw new Error('no ApiProvider above')
  return client
}
