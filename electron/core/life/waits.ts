import type { WaitEntry } from '../../../shared/operations/waitlist.ts'
import { positions } from '../../../shared/scheduling/waitlist.ts'
import type { StoredWait } from '../../storage/stores.ts'
import { viewerOf } from '../bookings/rights.ts'
import type { Context, Facts } from '../context.ts'

/** What the journal keeps of an entry: ids, times and figures; its title is looked up while it exists. */
export function waitFacts({ title: _title, createdAt: _made, updatedAt: _changed, ...entry }: StoredWait): Facts {
  return { ...entry }
}

/** Writes a new entry. */
export function insertWait({ stores, record }: Context, entry: StoredWait): StoredWait {
  stores.waitlist.save(entry)
  record('waitlist', entry.id, null, waitFacts(entry))
  return entry
}

/** Writes an entry as it has become. */
export function changeWait({ stores, record, now }: Context, was: StoredWait, change: Partial<StoredWait>): StoredWait {
  const entry: StoredWait = { ...was, ...change, version: was.version + 1, updatedAt: now }
  stores.waitlist.save(entry)
  record('waitlist', entry.id, waitFacts(was), waitFacts(entry))
  return entry
}

/** True when the entry is the reader's or their team's, or the reader is of the staff. */
export function maySeeWait(context: Context, entry: StoredWait): boolean {
  const { role, personId, teamId } = viewerOf(context)
  if (role !== 'member' && role !== 'teamLead') return role !== null
  return entry.personId === personId || (teamId !== null && entry.teamId === teamId)
}

/** True when the actor may answer for the entry: the person, the team's lead, staff (auditors look only: the operations say so). */
export function mayAnswer(context: Context, entry: StoredWait): boolean {
  const { role, personId, teamId } = viewerOf(context)
  if (role === 'member') return entry.personId === personId
  if (role === 'teamLead') return entry.personId === personId || (teamId !== null && entry.teamId === teamId)
  return true
}

/** Entries as the reader may see them, with their place in the queue. */
export function presentWaits(context: Context, entries: readonly StoredWait[]): WaitEntry[] {
  const places = positions(
    context.stores.waitlist.open().filter((each) => each.status === 'waiting'),
    context.memory.places(),
  )
  return entries.map(({ passed: _passed, ...entry }) => {
    const shown = { ...entry, position: places.get(entry.id) ?? 0, hidden: false }
    if (maySeeWait(context, { ...entry, passed: [] })) return shown
    return {
      ...shown,
      title: '',
      personId: 'hidden',
      teamId: null,
      projectId: null,
      headCount: null,
      offer: null,
      hidden: true,
    }
  })
}
