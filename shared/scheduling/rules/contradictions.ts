import type { OpenHours, OpenWindow, Policy } from '../../operations/fields.ts'
import type { Refusal } from '../../refusals.ts'
import { dayNumber } from '../civil.ts'
import { badHours } from '../openHours.ts'
import { DAY_MINUTES } from '../time.ts'

type BadInput = Extract<Refusal, { code: 'badInput' }>
type Knob = keyof Policy

/**
 * What contradicts itself in settings, counting what is inherited: `above` are the levels above, nearest first, the built-in values last. Only a
 * contradiction in which a setting of `own` takes part is told, at that setting, as badInput under `path`.
 */
export function contradictions(own: Policy, above: readonly Policy[], path: string): BadInput[] {
  const found: BadInput[] = []
  const value = <K extends Knob>(name: K): NonNullable<Policy[K]> =>
    [own, ...above].find((each) => each[name] !== undefined)?.[name] as NonNullable<Policy[K]>
  const mine = (...names: Knob[]) => names.find((name) => own[name] !== undefined)
  const say = (name: Knob | undefined, why: BadInput['why'], limit?: number, deeper = '') => {
    if (name !== undefined)
      found.push({ code: 'badInput', path: `${path}.${name}${deeper}`, why, ...(limit === undefined ? {} : { limit }) })
  }

  const hours = own.openHours === undefined ? null : badHours(own.openHours)
  if (hours !== null) say('openHours', hours.why, undefined, `.${hours.path}`)
  const [min, max, step] = [value('minMinutes'), value('maxMinutes'), value('stepMinutes')]
  if (min > max) {
    if (own.minMinutes !== undefined) say('minMinutes', 'tooLarge', max)
    else say(mine('maxMinutes'), 'tooSmall', min)
  } else if (hours === null) {
    const longest = longestOpen(value('openHours'))
    if (longest < Math.max(min, 1))
      say(mine('openHours', 'minMinutes'), own.openHours ? 'tooSmall' : 'tooLarge', own.openHours ? min : longest)
  }
  const blocks = value('blocks')
  if (blocks.some(({ from, until }) => from % step !== 0 || until % step !== 0))
    say(mine('blocks', 'stepMinutes'), 'notAllowedValue', step)
  else if (blocks.length > 0 && min <= max && !runsFit(blocks, min, max))
    say(mine('blocks', 'maxMinutes', 'minMinutes'), 'notAllowedValue', max)
  const ahead = (value('horizonDays') + 1) * DAY_MINUTES
  if (value('noticeMinutes') > ahead) {
    if (own.noticeMinutes !== undefined) say('noticeMinutes', 'tooLarge', ahead)
    else say(mine('horizonDays'), 'tooSmall', Math.ceil(value('noticeMinutes') / DAY_MINUTES))
  }
  found.push(...badWindows(own, path))
  return found
}

/** The longest stretch in minutes for which hours are open without a break, across midnight, in an ordinary week or on a holiday. */
function longestOpen({ days, makeupWorkday, holiday }: OpenHours): number {
  const week = [...days, ...days].flatMap((windows, day) =>
    windows.map(({ from, until }) => ({ from: day * DAY_MINUTES + from, until: day * DAY_MINUTES + until })),
  )
  let longest = 0
  let start = -1
  let end = -1
  for (const window of week.toSorted((a, b) => a.from - b.from)) {
    if (window.from > end) start = window.from
    end = Math.max(end, window.until)
    longest = Math.max(longest, end - start)
    if (longest >= 13 * DAY_MINUTES) return Number.POSITIVE_INFINITY
  }
  for (const { from, until } of [...(makeupWorkday ?? []), ...holiday]) longest = Math.max(longest, until - from)
  return longest
}

function runsFit(blocks: readonly OpenWindow[], min: number, max: number): boolean {
  const sorted = blocks.toSorted((a, b) => a.from - b.from)
  return sorted.some((first, index) =>
    sorted.slice(index).some((last) => last.until - first.from >= min && last.until - first.from <= max),
  )
}

/** Windows run forward, blocks of a day do not overlap, a limit limits something and no period comes twice. */
function badWindows(own: Policy, path: string): BadInput[] {
  const found: BadInput[] = []
  const say = (name: string, why: BadInput['why']) => found.push({ code: 'badInput', path: `${path}.${name}`, why })
  const forward = (name: string, windows: readonly OpenWindow[] | undefined) =>
    windows?.forEach(({ from, until }, index) => {
      if (until <= from) say(`${name}.${index}`, 'endBeforeStart')
    })
  forward('quietHours', own.quietHours)
  forward('priority', own.priority)
  forward('blocks', own.blocks)
  forward('relaxed.windows', own.relaxed?.windows)
  const blocks = own.blocks?.toSorted((a, b) => a.from - b.from) ?? []
  if (blocks.some((each, index) => index > 0 && each.from < blocks[index - 1]!.until)) say('blocks', 'twice')
  own.blackouts?.forEach(({ from, until }, index) => {
    const at = ({ date, minute }: typeof from) => dayNumber(date) * DAY_MINUTES + minute
    if (at(until) <= at(from)) say(`blackouts.${index}`, 'endBeforeStart')
  })
  own.personLimits?.forEach(({ per, count, minutes }, index, all) => {
    if (count === null && minutes === null) say(`personLimits.${index}`, 'required')
    else if (all.findIndex((each) => each.per === per) < index) say(`personLimits.${index}`, 'twice')
  })
  return found
}
