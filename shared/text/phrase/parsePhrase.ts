import type { Understood } from '../../operations/find.ts'
import type { LocalDate, WallMinute } from '../../scheduling/time.ts'
import { readHeads, readLengths } from './amounts.ts'
import { readDates } from './dates.ts'
import { readFullNames, readPartNames, type PhraseNames } from './names.ts'
import { plainText } from './plain.ts'
import { COVER, type Reading } from './reading.ts'
import { readTimes } from './times.ts'

/** Longer phrases are read up to here. */
const MOST = 200

/** Words that only join the pieces, taken off where they stand alone or at the edge of what is left. */
const joining =
  /^(?:的|在|和|与|请|帮我?|我要|我想|想要?|订|预订|预约|约|定|开|用|给|为|to|for|at|in|on|with|the|a|an|and|by|of|from|book|please|need)$/i
/** Chinese politeness between the pieces: 请帮我订. */
const asking = /^(?:请|帮|我|们|要|想|订|预订|预约|约|定|的|在|个|一下)+$/

/**
 * Understands a line as people say it (D 15): 明天下午2点 3人 白板 90分; next wed morning seminar room 6 people. Today and the wall minute of now are those of the
 * centre's zone. What is not understood is the title. Never fails: text that says nothing is all title. Same input, same answer.
 */
export function parsePhrase(text: string, today: LocalDate, now: WallMinute, names: PhraseNames): Understood {
  const read = text.slice(0, MOST)
  const reading: Reading = {
    plain: plainText(read),
    pieces: [],
    found: {
      dates: null,
      partOfDay: null,
      from: null,
      until: null,
      minutes: null,
      heads: null,
      features: [],
      kinds: [],
      places: [],
      teamIds: [],
      personIds: [],
    },
  }
  readFullNames(reading, names)
  readDates(reading, today)
  readTimes(reading, now)
  readLengths(reading)
  readHeads(reading)
  readPartNames(reading, names)
  const { found } = reading
  if (found.from !== null && found.until !== null) found.minutes = found.until - found.from
  return { ...found, title: titleOf(read, reading.plain), pieces: reading.pieces.sort((a, b) => a.start - b.start) }
}

function titleOf(text: string, plain: string): string {
  let left = ''
  for (let index = 0; index < text.length; index += 1) left += plain[index] === COVER ? '\uE001' : text[index]!
  return left
    .split(/\uE001+|[,，;；、。]+/)
    .flatMap((chunk) => {
      const words = chunk.trim().split(/\s+/)
      while (words.length > 0 && joining.test(words[0]!)) words.shift()
      while (words.length > 0 && joining.test(words.at(-1)!)) words.pop()
      const kept = words
        .join(' ')
        .replace(/^[-–—~:：.]+|[-–—~:：.]+$/g, '')
        .trim()
      return kept === '' || asking.test(kept) ? [] : kept
    })
    .join(' ')
}
