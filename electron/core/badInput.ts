import type { z } from 'zod'
import type { BadWhy, Refusal } from '../../shared/refusals.ts'

const MOST = 20

/** One badInput for each place of the input that does not fit, with its path as a person can find it (`resources.0.quantity`). */
export function badInput(error: z.ZodError, input: unknown): Refusal[] {
  return error.issues.slice(0, MOST).flatMap((issue): Refusal[] => {
    const path = issue.path.map(String).join('.')
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({
        code: 'badInput',
        path: [path, key.slice(0, 80)].filter((part) => part !== '').join('.'),
        why: 'unknownKey',
      }))
    }
    const { why, limit } = reason(issue, valueAt(input, issue.path))
    return [{ code: 'badInput', path, why, ...(limit === undefined ? {} : { limit }) }]
  })
}

function reason(issue: z.core.$ZodIssue, given: unknown): { why: BadWhy; limit?: number } {
  if (given === undefined) return { why: 'required' }
  switch (issue.code) {
    case 'too_small': {
      const limit = Number(issue.minimum)
      return issue.origin === 'string' && limit <= 1 ? { why: 'required' } : { why: 'tooSmall', limit }
    }
    case 'too_big': {
      const limit = Number(issue.maximum)
      return { why: issue.origin === 'string' ? 'tooLong' : 'tooLarge', limit }
    }
    case 'invalid_format':
    case 'not_multiple_of':
      return { why: 'badFormat' }
    case 'invalid_value':
      return { why: 'notAllowedValue' }
    case 'invalid_type':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
      return { why: 'wrongType' }
    default:
      return { why: 'badFormat' }
  }
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<PropertyKey, unknown>)[key]
  }
  return value
}
