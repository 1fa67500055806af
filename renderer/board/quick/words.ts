import type { Value } from '../../../shared/operations/index.ts'
import type { Catalogue } from '../../../shared/operations/resources.ts'
import type { Person, Team } from '../../../shared/operations/people.ts'
import { clock, dayLabel, duration, range } from '../../../shared/text/format.ts'
import { dateOf } from '../../../shared/scheduling/zone.ts'
import type { BookingDraft } from '../../ui/drawers.ts'
import type { Language, Translate } from '../../ui/text.ts'

export type Answer = Value<'find.phrase'>
export type Option = Answer['options'][number]

/** What the quick line needs to turn ids into words. */
export type Known = {
  catalogue: Catalogue
  teams: readonly Team[]
  people: readonly Person[]
  zone: string
  today: string
  language: Language
  t: Translate
}

const nameOf = (id: string, { catalogue, language }: Known) => {
  const found = catalogue.resources.find((each) => each.id === id)
  if (found === undefined) return id
  return language === 'en' && found.nameEn !== '' ? found.nameEn : found.name
}

/** `会议室2` or `会议室2、矢量网络分析仪`. */
export function placesText(option: Option, known: Known): string {
  return option.resources.map((each) => nameOf(each.resourceId, known)).join(known.t('find.kindsJoin'))
}

/** `11月25日 周三 14:00–15:30`; the day stands there also when it is today. */
export function timeText(option: Pick<Option, 'start' | 'end'>, { zone, language, today }: Known): string {
  const date = dateOf(option.start, zone)
  return `${dayLabel(date, language, today)} ${range(option.start, option.end, zone, language, date)}`
}

/** Why this option, and what the place has: 正是所说的时间，8 座，白板. */
export function reasonText(option: Option, known: Known): string {
  const { t, catalogue } = known
  const single = option.resources.length === 1 ? option.resources[0] : undefined
  const place = catalogue.resources.find((each) => each.id === single?.resourceId)
  const facts = [t(`find.quick.reasons.${option.reason}`)]
  if (place !== undefined && place.capacity !== null && place.kind !== 'instrument')
    facts.push(t('find.quick.seatsOf', { count: place.capacity }))
  facts.push(...(place?.features ?? []))
  if (option.needsApproval) facts.push(t('find.approval'))
  return facts.join(t('find.factsJoin'))
}

/** What was understood, piece by piece, in the order of reading. */
export function chipsOf({ understood, need }: Answer, known: Known): string[] {
  const { t, language, today, teams, people } = known
  const chips: string[] = []
  const { dates, from, until, partOfDay, minutes, heads } = understood
  const day = (date: string) => dayLabel(date, language, today)
  // Where only a time was said, the day that was taken for it is shown as well.
  const days = dates ?? (from === null || need === null ? null : { from: need.from, to: need.from })
  const when = [
    ...(days === null ? [] : [days.from === days.to ? day(days.from) : `${day(days.from)} – ${day(days.to)}`]),
    ...(from === null
      ? partOfDay === null
        ? []
        : [t(`find.quick.partsOfDay.${partOfDay}`)]
      : [until === null ? clock(from) : `${clock(from)}–${clock(until > 1440 ? until - 1440 : until)}`]),
  ]
  if (when.length > 0) chips.push(when.join(' '))
  for (const ids of understood.places) chips.push(ids.map((id) => nameOf(id, known)).join(' / '))
  for (const kind of understood.kinds) chips.push(t(`refusals.kinds.${kind}`))
  chips.push(...understood.features)
  if (heads !== null) chips.push(t('find.quick.heads', { count: heads }))
  if (minutes !== null && until === null) chips.push(duration(minutes, language))
  for (const id of understood.teamIds) chips.push(teams.find((each) => each.id === id)?.shortName ?? id)
  for (const id of understood.personIds) chips.push(people.find((each) => each.id === id)?.name ?? id)
  return chips
}

/** The booking that a phrase and one of its options make. The title is what was left of the words, else the kind's name. */
export function draftOf(answer: Answer, option: Option | null, known: Known): BookingDraft & { title: string } {
  const { understood } = answer
  const { t, catalogue, people } = known
  const personId = understood.personIds.length === 1 ? understood.personIds[0]! : null
  const person = people.find((each) => each.id === personId)
  const teamId = understood.teamIds.length === 1 ? understood.teamIds[0]! : (person?.teamId ?? null)
  const first = option?.resources[0]?.resourceId ?? understood.places[0]?.[0]
  const kind = catalogue.resources.find((each) => each.id === first)?.kind ?? understood.kinds[0]
  const title = understood.title.slice(0, 120).trim()
  const places = understood.places.flatMap((ids) => (ids.length === 1 ? [{ resourceId: ids[0]!, quantity: 1 }] : []))
  return {
    title: title !== '' ? title : kind === undefined ? '' : t(`refusals.kinds.${kind}`),
    ...(option === null
      ? places.length > 0
        ? { resources: places }
        : {}
      : { resources: option.resources, start: option.start, end: option.end }),
    ...(understood.heads === null ? {} : { headCount: understood.heads }),
    ...(teamId === null ? {} : { teamId }),
    ...(personId === null ? {} : { occupantId: personId }),
  }
}
