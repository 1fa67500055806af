import { foundation } from './0001-foundation.ts'

/** One step of the schema: numbered, named, run in one transaction together with the bump of `user_version`. */
export type Migration = { version: number; name: string; statements: readonly string[] }

/** All steps in order. A released step never changes. */
export const migrations: readonly Migration[] = [foundation]
export const newestVersion = migrations.at(-1)!.version
