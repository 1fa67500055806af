import { Temporal } from 'temporal-polyfill'
import { expandDates } from '../../shared/scheduling/recurrence/expand.ts'
import { ruleOf } from '../../shared/scheduling/recurrence/rule.ts'
import { writeRRule } from '../../shared/scheduling/recurrence/rruleText.ts'
import { toInstant } from '../../shared/scheduling/zone.ts'
import { median, ratioLine, timed, type Line, type Round } from './lib/measure.ts'

// The reference wants Temporal on the global object and looks for it when it is loaded.
Object.assign(globalThis, { Temporal })
const { RRuleTemporal } = await import('rrule-temporal')

const ROUNDS = 7
const TURNS = 9
const zone = 'America/New_York'
const start = '2026-03-02'
const minute = 600
/** The rules people use, over three years. */
const rules = [
  ruleOf({ freq: 'daily', until: '2029-02-28' }),
  ruleOf({ freq: 'weekly', byWeekday: [{ weekday: 0 }, { weekday: 3 }], until: '2029-02-28' }),
  ruleOf({ freq: 'monthly', byWeekday: [{ weekday: 1, nth: 2 }], until: '2029-02-28' }),
  ruleOf({ freq: 'monthly', byMonthDay: [-1], until: '2029-02-28' }),
]

/** G14: dates and instants of the common rules over three years in a zone with clock changes, against rrule-temporal. */
export async function recurrence(): Promise<Line[]> {
  const rounds: Round[] = []
  const ours = () => rules.flatMap((rule) => expandDates(rule, start).map((date) => toInstant({ date, minute }, zone)))
  const reference = () =>
    rules.flatMap((rule) => {
      const text = writeRRule(rule).replace('UNTIL=20290228', 'UNTIL=20290301T045959Z')
      const rruleString = `DTSTART;TZID=${zone}:20260302T100000\nRRULE:${text}`
      return new RRuleTemporal({ rruleString }).all().map((each) => each.epochMilliseconds)
    })
  if (JSON.stringify(ours()) !== JSON.stringify(reference())) throw new Error('the dates differ')
  for (let round = 0; round < ROUNDS; round += 1) {
    const turns = Array.from({ length: TURNS }, () => ({ ours: timed(ours), anchor: timed(reference) }))
    rounds.push({ ours: median(turns.map((each) => each.ours)), anchor: median(turns.map((each) => each.anchor)) })
  }
  return [ratioLine('dates of 4 rules, 3 years', 'ms', 0.25, rounds, 'anchor: rrule-temporal')]
}
