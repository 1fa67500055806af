import type { Booking } from '../../../shared/operations/bookings.ts'
import type { Resource, Zone } from '../../../shared/operations/resources.ts'
import type { Instant, LocalDate } from '../../../shared/scheduling/time.ts'
import { dateOf, toWall } from '../../../shared/scheduling/zone.ts'
import { dateShort, wallRange, weekdayName } from '../../../shared/text/format.ts'
import { clock, duration, moment } from '../../../shared/text/moments.ts'
import type { Language, Translate } from '../../ui/text.ts'
import type { Band, ClosedWhy } from '../geometry/bands.ts'
import type { Block, Buffer, CountBlock } from '../geometry/blocks.ts'
import { lookOf, looks, type Look } from './look.ts'
import type { RowState } from './rowState.ts'
import { placeName, type World } from './world.ts'

/** What turns the board's facts into words: the catalogue, the language and the day that needs no date. */
export type Speech = { t: Translate; language: Language; zone: string; today: LocalDate; labels: Labels }

/** Sentences said for each of a thousand blocks, looked up once: a full translation for each would cost more than drawing it. */
export type Labels = {
  block: string
  blockNoTeam: string
  looks: Record<Look, string>
  states: Record<Exclude<RowState['word'], 'pool'>, string>
  until: string
  allDay: string
}

const stateNames = [
  'inUse',
  'booked',
  'free',
  'awaited',
  'closed',
  'shut',
  'overrun',
  'outage',
  'fault',
  'down',
] as const
const names = ['place', 'from', 'until', 'title', 'team', 'state'] as const
const blanks = Object.fromEntries(names.map((name) => [name, `{{${name}}}`])) as Record<(typeof names)[number], string>

/** The way this reader is spoken to. */
export function speechFor(given: Omit<Speech, 'labels'>): Speech {
  const { t } = given
  return {
    ...given,
    labels: {
      block: t('board.blockLabel', blanks),
      blockNoTeam: t('board.blockLabelNoTeam', blanks),
      looks: Object.fromEntries(looks.map((look) => [look, t(`board.legend.${look}`)])) as Record<Look, string>,
      states: Object.fromEntries(stateNames.map((name) => [name, t(`board.states.${name}`)])) as Labels['states'],
      until: t('board.until', { time: '{{time}}' }),
      allDay: t('board.allDay'),
    },
  }
}

/** `14:30`, with its day when that is not the one on show. */
export function timeOf(instant: Instant, speech: Speech, day?: LocalDate): string {
  const wall = toWall(instant, speech.zone)
  if (day !== undefined && wall.date !== day && wall.minute === 0) {
    const before = toWall(instant - 1, speech.zone)
    if (before.date === day) return clock(1440)
  }
  if (day === undefined || wall.date === day) return clock(wall.minute)
  return `${dateShort(wall.date, speech.language)} ${clock(wall.minute)}`
}

/** `09:00–10:30`, over days with both dates. */
export function rangeOf(start: Instant, end: Instant, { zone, language }: Speech): string {
  return wallRange(toWall(start, zone), toWall(end, zone), language)
}

/** What a booking is called on the board, which everybody in the room can see. */
export function titleOf(booking: Booking, { t }: Pick<Speech, 't'>): string {
  if (booking.confidential) return t('board.confidential')
  return booking.hidden ? t('board.taken') : booking.title
}

/** Its title where one person reads it (card, toast), which a confidential booking shows to those who may know. */
export function fullTitleOf(booking: Booking, { t }: Pick<Speech, 't'>): string {
  if (booking.hidden) return t(booking.confidential ? 'board.confidential' : 'board.taken')
  return booking.title
}

/** The team of a booking, '' when it has none or may not be seen. */
export function teamOf(booking: Booking, world: Pick<World, 'teams'>): string {
  return booking.teamId === null ? '' : (world.teams.get(booking.teamId)?.shortName ?? '')
}

/** The second line of a wide block: its time in its row and its team; a hold says until when, a no-show that it was released. */
export function secondLine({ booking, own }: Block, world: World, now: Instant, speech: Speech): string {
  const { t } = speech
  if (booking.status === 'noShow') return t('board.released')
  if (booking.status === 'tentative' && booking.holdUntil !== null)
    return t('board.heldUntil', { time: timeOf(booking.holdUntil, speech, toWall(booking.start, speech.zone).date) })
  const team = teamOf(booking, world)
  const over =
    booking.status === 'inUse' && booking.end < now
      ? ` · ${t('board.overrun', { length: duration(Math.floor((now - booking.end) / 60_000), speech.language) })}`
      : ''
  return `${rangeOf(own.start, own.end, speech)} ${team}${over}`.trimEnd()
}

/** A block as a screen reader says it: 会议室2，10:00 至 11:30，版图评审，集成电路实验室，使用中. */
export function blockLabel(block: Block, place: Resource, world: World, now: Instant, speech: Speech): string {
  const { booking, own } = block
  const { labels } = speech
  const team = teamOf(booking, world)
  const facts: Record<string, string> = {
    place: placeName(place, speech.language),
    from: timeOf(own.start, speech, speech.today),
    until: timeOf(own.end, speech, dateOf(own.start, speech.zone)),
    title: titleOf(booking, speech),
    team,
    state: labels.looks[lookOf(booking, now)],
  }
  return (team === '' ? labels.blockNoTeam : labels.block).replace(
    /\{\{(\w+)\}\}/g,
    (_, name: string) => facts[name] ?? '',
  )
}

/** A counted stretch as a screen reader says it. */
export function countLabel(block: CountBlock, place: Resource, speech: Speech): string {
  return speech.t('board.countLabel', {
    place: placeName(place, speech.language),
    from: timeOf(block.start, speech, speech.today),
    until: timeOf(block.end, speech, toWall(block.start, speech.zone).date),
    taken: block.taken,
    units: place.units,
  })
}

/** The word of a buffer: 布场, 预热, … by the kind of place. */
export function bufferWord(buffer: Buffer, world: Pick<World, 'places'>, { t }: Pick<Speech, 't'>): string {
  const kind = world.places.resources.get(buffer.resourceId)?.kind
  const before = buffer.side === 'before'
  if (kind === 'roadshowHall') return t(before ? 'board.buffers.roadshowBefore' : 'board.buffers.roadshowAfter')
  if (kind === 'instrument') return t(before ? 'board.buffers.instrumentBefore' : 'board.buffers.instrumentAfter')
  return t(before ? 'board.buffers.before' : 'board.buffers.after')
}

/** Why a stretch is closed, in words. */
export function closedWords(reason: ClosedWhy, { t, language }: Speech): string {
  switch (reason.why) {
    case 'before':
      return t('board.closed.before', { time: clock(reason.minute) })
    case 'after':
      return t('board.closed.after', { time: clock(reason.minute) })
    case 'between':
      return t('board.closed.between', { from: clock(reason.from), until: clock(reason.until) })
    case 'day': {
      const name = language === 'en' && reason.nameEn !== null ? reason.nameEn : reason.name
      const text =
        name === null
          ? t('board.closed.day', { day: weekdayName(reason.date, language) })
          : t('board.closed.named', { name })
      return reason.known ? text : t('board.closed.unknown', { text })
    }
  }
}

/** What stands on a band: the facts in order of weight, so that the end can be cut. */
export function bandWords(band: Band, world: World, place: Resource, speech: Speech): string[] {
  const { t } = speech
  switch (band.kind) {
    case 'closed':
      return [closedWords(band.reason, speech)]
    case 'shut': {
      const partner = world.places.resources.get(band.shut.partnerId)
      return [
        t('board.shutBy', {
          partner: partner === undefined ? band.shut.exclusionName : placeName(partner, speech.language),
        }),
      ]
    }
    case 'down':
      return [place.stateReason === '' ? t('board.down') : t('board.downBecause', { reason: place.stateReason })]
    case 'outage': {
      const { outage } = band
      const kind = t(`refusals.outageKinds.${outage.kind}`)
      const head =
        outage.kind === 'fault'
          ? t('board.faultLine', { reason: outage.reason })
          : t('board.outageLine', { kind, reason: outage.reason })
      const words = [head, t('board.expected', { time: timeOf(outage.end, speech, speech.today) })]
      if (band.affected > 0) words.push(t('board.affected', { count: band.affected }))
      return words
    }
  }
}

/** The word of a place's state and the time beside it: 使用中, 至 11:30. */
export function stateWords(state: RowState, day: LocalDate, speech: Speech): { word: string; until: string } {
  const { t, labels } = speech
  const at = (instant: Instant) => {
    const wall = toWall(instant, speech.zone)
    return wall.date === day || wall.minute === 0 ? timeOf(instant, speech, day) : dateShort(wall.date, speech.language)
  }
  const until = (instant: Instant) => labels.until.replace('{{time}}', at(instant))
  if (state.word === 'pool')
    return {
      word: t('board.states.pool', { taken: state.taken, units: state.units }),
      until: t('board.left', { count: Math.max(0, state.units - state.taken) }),
    }
  const word = labels.states[state.word]
  if (state.until === null) return { word, until: state.word === 'free' ? labels.allDay : '' }
  return { word, until: state.word === 'awaited' ? t('board.from', { time: at(state.until) }) : until(state.until) }
}

/** The second line of a row's head: code · capacity · first feature. */
export function placeFacts(place: Resource, world: Pick<World, 'places'>, { t, language }: Speech): string {
  const facts = [place.code]
  if (place.kind === 'instrument') {
    const room = place.roomId === null ? undefined : world.places.resources.get(place.roomId)
    if (room !== undefined) facts.push(room.code)
    if (place.units > 1) facts.push(t('board.units', { count: place.units }))
  } else if (place.units > 1) {
    facts.push(t('board.desks', { count: place.units }))
  } else if (place.capacity !== null && place.capacity > 0) {
    facts.push(
      t(place.kind === 'lab' || place.kind === 'exhibit' ? 'board.heads' : 'board.seats', { count: place.capacity }),
    )
  }
  if (place.features[0] !== undefined) facts.push(place.features[0])
  return facts.join(language === 'zh' ? ' · ' : ' · ')
}

/** The name of a group: `A 公共区`. */
export function zoneName(zone: Zone, language: Language): string {
  const name = language === 'en' && zone.nameEn !== '' ? zone.nameEn : zone.name
  return `${zone.code} ${name}`
}

/** A moment for the live region and the bubble, with its day when it is another than the one on show. */
export function momentOf(instant: Instant, { zone, language, today }: Speech): string {
  return moment(instant, zone, language, today)
}
