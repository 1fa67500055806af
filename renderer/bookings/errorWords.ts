import type { Refusal } from '../../shared/refusals.ts'
import type { Translate } from '../ui/text.ts'
import type { TimeSlot } from './BookingFields.tsx'
import type { FormErrors, FormField } from './form.ts'

type BadInput = Extract<Refusal, { code: 'badInput' }>

/** The field of the form that a path of the contract means; null when it is on no field. */
export function fieldOfPath(path: string): FormField | null {
  for (const part of path.split('.').toReversed()) {
    if (part === 'title' || part === 'headCount' || part === 'occupantName' || part === 'note' || part === 'holdUntil')
      return part
    if (part === 'resources' || part === 'resourceId' || part === 'quantity') return 'places'
    if (part === 'start' || part === 'end') return 'when'
    if (part === 'waivers' || part === 'reason') return 'waiverReason'
  }
  return null
}

function whyText({ why, limit, given }: BadInput, t: Translate): string {
  if (why === 'required') return t('common.required')
  let text: string = t(`refusals.whys.${why}`)
  if (limit !== undefined) text = t('refusals.whyLimit', { why: text, limit })
  if (given !== undefined) text = t('refusals.whyGiven', { why: text, given })
  return text
}

/** Shares what the core refused out to the fields; `rest` belongs to no field and is listed with the reasons. */
export function shareOut(refusals: readonly Refusal[], t: Translate) {
  const words: Partial<Record<FormField, string>> = {}
  const rest: Refusal[] = []
  for (const refusal of refusals) {
    const field = refusal.code === 'badInput' ? fieldOfPath(refusal.path) : null
    if (field === null || refusal.code !== 'badInput') rest.push(refusal)
    else words[field] ??= whyText(refusal, t)
  }
  return { words, rest }
}

/** The words under each field for what the form itself sees. */
export function errorWords(
  errors: FormErrors,
  bad: ReadonlySet<TimeSlot>,
  t: Translate,
): Partial<Record<FormField, string>> {
  const words: Partial<Record<FormField, string>> = {}
  for (const [field, problem] of Object.entries(errors) as [FormField, NonNullable<FormErrors[FormField]>][]) {
    words[field] = problem === 'required' ? t('common.required') : t(`bookings.problem.${problem}`)
  }
  if (bad.has('from') || bad.has('until')) words.when = t('common.badTime')
  else if (bad.has('date') || bad.has('endDate')) words.when = t('common.badDate')
  return words
}
