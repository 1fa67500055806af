import type { OpenWindow } from '../../operations/fields.ts'
import { knob } from '../policy.ts'
import type { Interval } from '../time.ts'
import { dateOf } from '../zone.ts'
import { endsEarly, origin, type PlaceRule } from './rule.ts'
import { keepsTime, windowOn } from './windows.ts'

/**
 * Must hold: where a place goes by blocks of the day (上午, 下午, 晚上), a booking begins where one begins and ends where one ends, on one day.
 * Exempt: a booking whose time stays; leaving early.
 * Waived by: front desk, manager, administrator.
 */
export const isWholeBlocks: PlaceRule = (asked, proposal, situation, found) => {
  const { value, level } = knob(asked.resource, situation.policies, 'blocks')
  if (value.length === 0 || keepsTime(proposal)) return
  if (endsEarly(proposal, situation.now, knob(asked.resource, situation.policies, 'stepMinutes').value)) return
  const runs = blockRuns(value, dateOf(proposal.start, situation.zone), situation.zone)
  if (runs.some((run) => run.start === proposal.start && run.end === proposal.end)) return
  found.push({ code: 'offBlock', blocks: [...value], ...origin('offBlock', asked.resource.id, level) })
}

/** Every run of blocks of a day, from one alone to all of them (全天). */
export function blockRuns(blocks: readonly OpenWindow[], date: string, zone: string): Interval[] {
  const sorted = blocks.toSorted((a, b) => a.from - b.from).map((block) => windowOn(block, date, zone))
  return sorted.flatMap((first, index) => sorted.slice(index).map((last) => ({ start: first.start, end: last.end })))
}
