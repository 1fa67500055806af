import type { Value } from '../../../shared/operations/index.ts'

export type JournalEntry = Value<'journal.read'>['entries'][number]
export type JournalField = { name: string; before: unknown; after: unknown }

/** The fields that an entry changed, made or took away; those that stayed are left out. */
export function changedFields({ before, after }: JournalEntry): JournalField[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])]
  return names
    .map((name) => ({ name, before: before?.[name], after: after?.[name] }))
    .filter((field) => JSON.stringify(field.before ?? null) !== JSON.stringify(field.after ?? null))
}
