import type { Topic } from '../../shared/operations/operation.ts'
import type { ChangeNews } from './connection.ts'

/** What a piece of news asks for: nothing, the reads on some topics, or every read. */
export type Refresh = 'nothing' | 'everything' | readonly Topic[]

/** Keeps count of the journal numbers seen, and so notices what was missed. */
export type ChangeCounter = {
  /** Where the journal stood when the page began to read. */
  startAt: (seq: number) => void
  /** A write of our own was answered with `seq`: true when its reads must be refreshed now, before the stream tells of it. */
  ownWrite: (seq: number) => boolean
  take: (news: ChangeNews) => Refresh
}

/**
 * A change covers the journal numbers `from`…`seq`. One that begins later than the number after the last seen one means that
 * something was missed. The stream repeats after a reconnect: what was seen already asks for nothing.
 */
export function changeCounter(): ChangeCounter {
  let last: number | null = null
  const own = new Set<number>()
  return {
    startAt(seq) {
      last = Math.max(last ?? seq, seq)
    },
    ownWrite(seq) {
      if (last !== null && seq <= last) return false
      own.add(seq)
      return true
    },
    take(news) {
      if (news === 'reset') {
        own.clear()
        last = null
        return 'everything'
      }
      if (last !== null && news.seq <= last) return 'nothing'
      const missed = last !== null && news.from > last + 1
      last = news.seq
      const known = own.delete(news.seq)
      if (missed) return 'everything'
      return known ? 'nothing' : news.topics
    },
  }
}
