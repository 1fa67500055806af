import { codeOf } from './errors.ts'
import { Collision } from './stores.ts'
import type { Transactions } from './transactions.ts'

/** Runs a write of allocations as one part: all of it or nothing, and a refusal of the wall becomes a Collision. */
export function walled<T>(transactions: Transactions, work: () => T): T {
  try {
    return transactions.part(work)
  } catch (error) {
    const leafId = takenLeaf(error)
    throw leafId === null ? error : new Collision(leafId)
  }
}

function takenLeaf(error: unknown): string | null {
  const code = codeOf(error)
  const message = error instanceof Error ? error.message : ''
  if (code === 'SQLITE_CONSTRAINT_TRIGGER' && message.startsWith('taken:')) return message.slice('taken:'.length)
  // Twice the same stretch of the same leaf for one owner.
  if (code === 'SQLITE_CONSTRAINT_PRIMARYKEY' && message.includes('allocation.')) return ''
  return null
}
