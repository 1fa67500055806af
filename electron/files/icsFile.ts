import ICAL from 'ical.js'
import { dayNumber, isDate } from '../../shared/scheduling/civil.ts'
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/scheduling/time.ts'
import { isZone, wallToInstant } from '../../shared/scheduling/zone.ts'
import {
  addFault,
  fitText,
  noFaults,
  oneLine,
  severalLines,
  type Faults,
  type ForeignRow,
  type ParsedFile,
  type ParseOptions,
} from './foreignRow.ts'
import { outline, type ContentLine } from './icsLines.ts'
import { MAX_ROWS } from './limits.ts'
import { noteDuplicates, quantified } from './table.ts'
import { zoneOfTzid } from './zoneNames.ts'

/** One property as ical.js reads it: name, parameters, type of value, values. */
type Property = [name: string, parameters: Record<string, string | string[]>, type: string, ...values: unknown[]]

const unsupported = ['rrule', 'rdate', 'exrule']

/**
 * Reads a calendar (RFC 5545). Each event is parsed alone, so a fault names its line. TZID is taken as an IANA name even
 * without a VTIMEZONE; times without a zone are read in X-WR-TIMEZONE, else in `options.zone`. Recurrence rules are refused
 * (recurrenceUnsupported) and never expanded: ical.js can hang inside one step of an impossible rule.
 */
export function readIcs(text: string, options: ParseOptions): ParsedFile {
  const faults = noFaults()
  const rows: ForeignRow[] = []
  const file = outline(text)
  if (file.problem) addFault(faults, 'notIcs', file.problem.line, null, file.problem.text)
  if (file.events.length > MAX_ROWS) {
    addFault(faults, 'tooManyRows', file.events[MAX_ROWS]?.[0]?.line ?? null, null, String(file.events.length))
  }
  const floating = floatingZone(file.properties, options.zone, faults)
  if (faults.count === 0) {
    for (const lines of file.events) {
      const row = readEvent(lines, floating, faults)
      if (row) rows.push(row)
    }
    noteDuplicates(rows, 'UID', faults)
    if (file.events.length === 0) addFault(faults, 'emptyFile', 1, null)
  }
  return { rows, faults: faults.list, faultCount: faults.count }
}

function floatingZone(properties: readonly ContentLine[], otherwise: string, faults: Faults): string {
  const named = properties.find((each) => /^X-WR-TIMEZONE[:;]/i.test(each.text))
  const name = named?.text.slice(named.text.indexOf(':') + 1).trim()
  if (named && name) {
    const zone = zoneOfTzid(name)
    if (zone === null) addFault(faults, 'unknownZone', named.line, 'X-WR-TIMEZONE', name)
    return zone ?? otherwise
  }
  if (!isZone(otherwise)) addFault(faults, 'unknownZone', null, null, otherwise)
  return otherwise
}

function readEvent(lines: readonly ContentLine[], floating: string, faults: Faults): ForeignRow | null {
  const at = lines[0]?.line ?? 1
  const properties = new Map<string, { property: Property; line: number }>()
  const resources: Property[] = []
  for (const each of lines) {
    const property = parseLine(each.text)
    if (property === null) {
      addFault(faults, 'notIcs', each.line, null, each.text)
      return null
    }
    if (property[0] === 'resources') resources.push(property)
    if (unsupported.includes(property[0])) {
      addFault(faults, 'recurrenceUnsupported', each.line, property[0].toUpperCase(), each.text)
      return null
    }
    if (!properties.has(property[0])) properties.set(property[0], { property, line: each.line })
  }
  const before = faults.count
  const lineOf = (name: string) => properties.get(name)?.line ?? at
  const text = (name: string) => {
    const values = properties.get(name)?.property.slice(3) ?? []
    return values.map((value) => (typeof value === 'string' ? value : '')).join(', ')
  }

  const cancelled = /^cancelled$/i.test(text('status'))
  const bounds = readBounds(properties, floating, at, faults)
  const places = placesOf(resources, oneLine(text('location')))
  if (places.length === 0) addFault(faults, 'missingValue', lineOf('location'), 'LOCATION')
  const title = oneLine(text('summary'))
  if (title === '') addFault(faults, 'missingValue', lineOf('summary'), 'SUMMARY')
  const fitted = fitText(title, severalLines(text('description')), faults, {
    line: lineOf('summary'),
    column: 'SUMMARY',
  })
  if (faults.count > before || bounds === null) return null
  const instance = text('recurrence-id')
  const uid = oneLine(text('uid'))
  const headCount = Number(text('x-hengtong-headcount'))
  return {
    line: at,
    uid: uid === '' ? null : instance === '' ? uid : `${uid}#${instance}`,
    places,
    ...bounds,
    ...fitted,
    team: oneLine(text('x-hengtong-team')),
    person: '',
    headCount: Number.isInteger(headCount) && headCount > 0 ? headCount : null,
    category: oneLine(text('categories')),
    cancelled,
  }
}

/** ical.js reads one line; it throws on what is no property. */
function parseLine(text: string): Property | null {
  try {
    const parsed = ICAL.parse(`BEGIN:VEVENT\r\n${text}\r\nEND:VEVENT`) as unknown as [string, Property[], unknown[]]
    return parsed[1].length === 1 && parsed[2].length === 0 ? parsed[1][0]! : null
  } catch {
    return null
  }
}

/** RESOURCES names places by code when our own export wrote it (X-CODES); otherwise LOCATION names one place, or several with `;`. */
function placesOf(resources: readonly Property[], location: string): { name: string; quantity: number }[] {
  const ours = resources.filter((property) => property[1]['x-codes'] !== undefined)
  if (ours.length > 0) {
    return ours.flatMap((property) =>
      property.slice(3).map((value) => quantified(oneLine(typeof value === 'string' ? value : ''))),
    )
  }
  return location
    .split(/[;；]/)
    .map((name) => name.trim())
    .filter(Boolean)
    .map(quantified)
}

type Found = Map<string, { property: Property; line: number }>
type Edge = { local: number; zone: string | null; dateOnly: boolean }

function readBounds(found: Found, floating: string, at: number, faults: Faults): { start: number; end: number } | null {
  const start = readEdge(found, 'dtstart', floating, faults)
  if (start === null) {
    if (!found.has('dtstart')) addFault(faults, 'missingValue', at, 'DTSTART')
    return null
  }
  const endLine = (found.get('dtend') ?? found.get('duration') ?? found.get('dtstart'))!.line
  const startAt = instantOf(start)
  let end: number
  if (found.has('dtend')) {
    const edge = readEdge(found, 'dtend', floating, faults)
    if (edge === null) return null
    end = instantOf(edge)
  } else if (found.has('duration')) {
    const value = String(found.get('duration')!.property[3])
    const duration = readDuration(value)
    if (duration === null) {
      addFault(faults, 'badTime', endLine, 'DURATION', value)
      return null
    }
    end = instantOf({ ...start, local: start.local + duration.days * DAY }) + duration.ms
  } else if (start.dateOnly) end = instantOf({ ...start, local: start.local + DAY })
  else {
    addFault(faults, 'missingValue', at, 'DTEND')
    return null
  }
  if (end > startAt) return { start: startAt, end }
  addFault(
    faults,
    'endBeforeStart',
    endLine,
    found.has('duration') ? 'DURATION' : 'DTEND',
    textOf((found.get('dtend') ?? found.get('duration'))?.property[3]),
  )
  return null
}

/** A property's value as the file has it; what the parser made into something else is not repeated. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function instantOf(edge: Edge): number {
  return edge.zone === null ? edge.local : wallToInstant(edge.local, edge.zone)
}

/** DTSTART or DTEND: UTC, in a named zone, floating, or a whole day. */
function readEdge(found: Found, name: string, floating: string, faults: Faults): Edge | null {
  const entry = found.get(name)
  if (entry === undefined) return null
  const [, parameters, , raw] = entry.property
  const value = String(raw)
  const wrong = (why: 'badTime' | 'unknownZone', shown: string): null => {
    addFault(faults, why, entry.line, name.toUpperCase(), shown)
    return null
  }
  const match = /^(\d{4})-?(\d{2})-?(\d{2})(?:T(\d{2}):?(\d{2}):?(\d{2})(Z)?)?$/.exec(value)
  if (!match) return wrong('badTime', value)
  const date = `${match[1]}-${match[2]}-${match[3]}`
  const [hours, minutes, seconds] = [Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0)]
  if (!isDate(date) || Number(match[1]) < 1970 || hours > 23 || minutes > 59 || seconds > 60)
    return wrong('badTime', value)
  const local = dayNumber(date) * DAY + hours * HOUR + minutes * MINUTE + Math.min(seconds, 59) * SECOND
  if (match[7]) return { local, zone: null, dateOnly: false }
  const tzid = parameters['tzid']
  if (tzid === undefined) return { local, zone: floating, dateOnly: match[4] === undefined }
  const zone = zoneOfTzid(String(tzid))
  if (zone === null) return wrong('unknownZone', String(tzid))
  return { local, zone, dateOnly: match[4] === undefined }
}

/** A duration of RFC 5545: weeks and days are days on the wall, the rest is exact time. */
function readDuration(text: string): { days: number; ms: number } | null {
  const match = /^\+?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,8})M)?(?:(\d{1,9})S)?)?$/.exec(text)
  if (!match || /[PT]$/.test(text)) return null
  const part = (index: number) => Number(match[index] ?? 0)
  return { days: part(1) * 7 + part(2), ms: part(3) * HOUR + part(4) * MINUTE + part(5) * SECOND }
}
