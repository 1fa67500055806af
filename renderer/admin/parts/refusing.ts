import type { z } from 'zod'
import { operations, type Input, type Value } from '../../../shared/operations/index.ts'
import type { BadWhy, Refusal } from '../../../shared/refusals.ts'
import { useCallback, useState } from 'react'
import type { WriteName } from '../../api/useRead.ts'
import { useWrite, type WriteOptions } from '../../api/useWrite.ts'
import type { Translate } from '../../ui/text.ts'

export type BadInput = Extract<Refusal, { code: 'badInput' }>

function whyOf(issue: z.core.$ZodIssue, value: unknown): BadWhy {
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'required' : 'tooSmall'
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'tooLong' : 'tooLarge'
    case 'invalid_type':
      return value === undefined || value === null ? 'required' : 'wrongType'
    case 'invalid_format':
      return 'badFormat'
    case 'invalid_value':
    case 'invalid_union':
      return 'notAllowedValue'
    default:
      return 'wrongType'
  }
}

const part = (value: unknown, key: PropertyKey) => (value as Record<PropertyKey, unknown> | null | undefined)?.[key]

/** What the contract itself would refuse of an input, found before it is sent: a blank name, a figure that is no number. */
export function checkInput<N extends WriteName>(name: N, input: Input<N>): BadInput[] {
  const found = operations[name].input.safeParse(input)
  if (found.success) return []
  return found.error.issues.map((issue) => {
    const limit = 'minimum' in issue ? issue.minimum : 'maximum' in issue ? issue.maximum : undefined
    const why = whyOf(issue, issue.path.reduce<unknown>(part, input))
    return {
      code: 'badInput',
      path: issue.path.map(String).join('.'),
      why,
      ...(why === 'required' || limit === undefined ? {} : { limit: Number(limit) }),
    }
  })
}

/** True when a refusal's path names a field: `policy.openHours` in `resource.policy.openHours.days.0`. */
export function isAt(path: string, field: string): boolean {
  return `.${path}.`.includes(`.${field}.`)
}

export type FieldErrors = {
  /** The words of the first refusal at a field, or undefined. */
  at: (field: string) => string | undefined
  /** The refusals that belong to no field on screen: shown above the form. */
  rest: readonly Refusal[]
}

/** Shares refusals out to the fields of a form; those of other fields and other kinds are `rest`. */
export function fieldErrors(refusals: readonly Refusal[], fields: readonly string[], t: Translate): FieldErrors {
  const bad = refusals.filter((refusal) => refusal.code === 'badInput')
  return {
    at(field) {
      const found = bad.find(({ path }) => isAt(path, field))
      return found === undefined ? undefined : whyText(found, t)
    },
    rest: refusals.filter(
      (refusal) => refusal.code !== 'badInput' || !fields.some((field) => isAt(refusal.path, field)),
    ),
  }
}

/** Why an input was refused, without the name of the field it stands under. */
export function whyText({ why, limit, given }: BadInput, t: Translate): string {
  let text: string = t(`refusals.whys.${why}`)
  if (limit !== undefined) text = t('refusals.whyLimit', { why: text, limit })
  if (given !== undefined) text = t('refusals.whyGiven', { why: text, given })
  return text
}

export type Save<N extends WriteName> = {
  /** Checks, sends, and answers the value; null when it was refused: the reasons are in `refusals`. */
  save: (input: Input<N>, options?: WriteOptions<N> & { found?: readonly Refusal[] }) => Promise<Value<N> | null>
  refusals: readonly Refusal[]
  pending: boolean
  clear: () => void
}

const none: readonly Refusal[] = []

/** A form's write: what the contract or the form itself refuses is said without asking the core. */
export function useSave<N extends WriteName>(name: N): Save<N> {
  const { run, pending, failure, clear: clearWrite } = useWrite(name)
  const [local, setLocal] = useState<readonly Refusal[]>(none)
  const save = useCallback<Save<N>['save']>(
    async (input, options = {}) => {
      const { found = [], ...rest } = options
      const bad = [...checkInput(name, input), ...found]
      setLocal(bad)
      if (bad.length > 0) return null
      const reply = await run(input, { undoable: false, ...rest })
      return reply.ok ? reply.value : null
    },
    [name, run],
  )
  const clear = useCallback(() => {
    setLocal(none)
    clearWrite()
  }, [clearWrite])
  const refusals = local.length > 0 ? local : failure?.kind === 'refused' ? failure.refusals : none
  return { save, refusals, pending, clear }
}
