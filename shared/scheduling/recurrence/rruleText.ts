import type { Refusal } from '../../refusals.ts'
import { isDate } from '../civil.ts'
import { recurrenceRule, type OnWeekday, type RecurrenceRule } from './rule.ts'

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const frequencies = { DAILY: 'daily', WEEKLY: 'weekly', MONTHLY: 'monthly', YEARLY: 'yearly' } as const
/** Longer than any rule a person or a calendar program writes; what is longer is no rule. */
const LONGEST_TEXT = 500

type Bad = { refusals: Refusal[] }
const bad = (
  part: string,
  why: 'badFormat' | 'notAllowedValue' | 'tooLarge' | 'required' | 'twice',
  given?: string,
): Bad => ({
  refusals: [
    { code: 'badInput', path: `rule.${part}`, why, ...(given === undefined ? {} : { given: given.slice(0, 80) }) },
  ],
})

/**
 * Reads an RRULE (RFC 5545) into our rule, within limits checked before anything is expanded: frequencies from DAILY to YEARLY, no hours, minutes or seconds, no week
 * numbers and days of the year, lists that a person could write. Names the part that does not fit.
 */
export function readRRule(text: string): { rule: RecurrenceRule } | Bad {
  if (text.length > LONGEST_TEXT) return bad('text', 'tooLarge')
  const parts = new Map<string, string>()
  for (const part of text.replace(/^RRULE:/i, '').split(';')) {
    const [name, value, ...rest] = part.split('=')
    if (name === undefined || value === undefined || rest.length > 0) return bad('text', 'badFormat', part)
    const key = name.trim().toUpperCase()
    if (parts.has(key)) return bad(key, 'twice')
    parts.set(key, value.trim().toUpperCase())
  }
  const freq = frequencies[parts.get('FREQ') as keyof typeof frequencies]
  if (freq === undefined) return bad('FREQ', parts.has('FREQ') ? 'notAllowedValue' : 'required', parts.get('FREQ'))
  const given: Record<string, unknown> = { freq }
  for (const [key, value] of parts) {
    const read = reader(key, value)
    if ('refusals' in read) return read
    Object.assign(given, read.fields)
  }
  if (freq === 'weekly' && parts.has('BYMONTHDAY')) return bad('BYMONTHDAY', 'notAllowedValue')
  if (parts.has('COUNT') && parts.has('UNTIL')) return bad('UNTIL', 'notAllowedValue')
  const nth = ((given['byWeekday'] as OnWeekday[] | undefined) ?? []).some((each) => each.nth !== null)
  if (nth && (freq === 'daily' || freq === 'weekly')) return bad('BYDAY', 'notAllowedValue', parts.get('BYDAY'))
  if (nth && freq === 'yearly' && !parts.has('BYMONTH') && parts.has('BYMONTHDAY'))
    return bad('BYDAY', 'notAllowedValue')
  const parsed = recurrenceRule.safeParse(given)
  if (parsed.success) return { rule: parsed.data }
  const issue = parsed.error.issues[0]
  return bad(partOf(String(issue?.path[0] ?? 'text')), issue?.code === 'too_big' ? 'tooLarge' : 'notAllowedValue')
}

function reader(key: string, value: string): { fields: Record<string, unknown> } | Bad {
  const numbers = () => value.split(',').map(Number)
  switch (key) {
    case 'FREQ':
      return { fields: {} }
    case 'INTERVAL':
      return /^\d{1,4}$/.test(value) ? { fields: { interval: Number(value) } } : bad(key, 'badFormat', value)
    case 'COUNT':
      return /^\d{1,9}$/.test(value) ? { fields: { count: Number(value) } } : bad(key, 'badFormat', value)
    case 'UNTIL': {
      const match = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(value)
      const date = match === null ? '' : `${match[1]}-${match[2]}-${match[3]}`
      return isDate(date) ? { fields: { until: date } } : bad(key, 'badFormat', value)
    }
    case 'WKST': {
      const weekStart = weekdayNames.indexOf(value)
      return weekStart >= 0 ? { fields: { weekStart } } : bad(key, 'badFormat', value)
    }
    case 'BYDAY': {
      const days = value.split(',').map((each) => /^([+-]?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/.exec(each))
      if (days.some((each) => each === null)) return bad(key, 'badFormat', value)
      return {
        fields: {
          byWeekday: days.map((each) => ({
            weekday: weekdayNames.indexOf(each![2]!),
            nth: each![1] === undefined ? null : Number(each![1]),
          })),
        },
      }
    }
    case 'BYMONTHDAY':
    case 'BYMONTH':
    case 'BYSETPOS': {
      if (!/^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/.test(value) || numbers().includes(0)) return bad(key, 'badFormat', value)
      const field = { BYMONTHDAY: 'byMonthDay', BYMONTH: 'byMonth', BYSETPOS: 'bySetPos' }[key]
      return { fields: { [field]: numbers() } }
    }
    default:
      return bad(key, 'notAllowedValue', value)
  }
}

const partNames: Record<string, string> = {
  interval: 'INTERVAL',
  byWeekday: 'BYDAY',
  byMonthDay: 'BYMONTHDAY',
  byMonth: 'BYMONTH',
  bySetPos: 'BYSETPOS',
  count: 'COUNT',
  until: 'UNTIL',
}
const partOf = (field: string) => partNames[field] ?? field

/** Writes our rule as an RRULE for calendar files. `until` is written as a date: the series' own clock time decides the last one. */
export function writeRRule(rule: RecurrenceRule): string {
  const list = (name: string, values: readonly (string | number)[]) =>
    values.length === 0 ? [] : [`${name}=${values.join(',')}`]
  return [
    `FREQ=${rule.freq.toUpperCase()}`,
    ...(rule.interval === 1 ? [] : [`INTERVAL=${rule.interval}`]),
    ...list('BYMONTH', rule.byMonth),
    ...list('BYMONTHDAY', rule.byMonthDay),
    ...list(
      'BYDAY',
      rule.byWeekday.map(({ weekday, nth }) => `${nth ?? ''}${weekdayNames[weekday]}`),
    ),
    ...list('BYSETPOS', rule.bySetPos),
    ...(rule.weekStart === 0 ? [] : [`WKST=${weekdayNames[rule.weekStart]}`]),
    ...(rule.count === null ? [] : [`COUNT=${rule.count}`]),
    ...(rule.until === null ? [] : [`UNTIL=${rule.until.replaceAll('-', '')}`]),
  ].join(';')
}
