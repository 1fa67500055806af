import i18next from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import { journalWords } from '../../../renderer/admin/settings/journalWords.ts'
import { startText } from '../../../renderer/ui/text.ts'
import { booking } from '../../../shared/operations/bookings.ts'
import { operations } from '../../../shared/operations/index.ts'
import { outage } from '../../../shared/operations/outages.ts'
import { person, project, team } from '../../../shared/operations/people.ts'
import { resource } from '../../../shared/operations/resources.ts'
import { series } from '../../../shared/operations/seriesShapes.ts'
import { waitEntry } from '../../../shared/operations/waitlist.ts'
import { adminJournal } from '../../../shared/text/zh/adminJournal.ts'

beforeAll(() => startText('zh'))

const names: Record<string, string> = { 'id-1': '会议室2', 'id-2': '单晓' }
const words = () => journalWords({ t: i18next.t, language: 'zh', zone: 'Asia/Shanghai', nameOf: (id) => names[id] })

describe('the journal in words (AU-01)', () => {
  it('every operation that writes has a name', () => {
    const writing = Object.entries(operations).filter(([, { kind }]) => kind === 'write')
    const nameless = writing.map(([name]) => name).filter((name) => !Object.hasOwn(adminJournal.operations, name))
    expect(nameless).toEqual([])
  })

  it('every field of what is kept has a name', () => {
    const kept = [booking, outage, resource, person, project, team, series, waitEntry]
    const { field } = words()
    // These are never written to the journal.
    const elsewhere = ['sortKey', 'hidden', 'endsBefore']
    const fields = [...new Set(kept.flatMap(({ shape }) => Object.keys(shape)))]
    expect(fields.filter((name) => field(name) === name && !elsewhere.includes(name))).toEqual([])
  })

  it('ids are names, instants are times, closed lists are words; what people wrote stays', () => {
    const { field, value } = words()
    expect(field('bookerId')).toBe('预约人')
    expect(value('occupantId', 'id-2')).toBe('单晓')
    expect(value('status', 'confirmed')).toBe('已确认')
    expect(value('note', 'confirmed')).toBe('confirmed')
    expect(value('start', Date.UTC(2026, 10, 24, 2))).toContain('10:00')
    expect(value('confidential', true)).toBe('是')
    expect(value('maxMinutes', 90)).toBe('90 分钟')
    expect(value('resources', [{ resourceId: 'id-1', quantity: 1 }])).toBe('场地或仪器：会议室2；数量：1')
    expect(value('projectId', null)).toBe('—')
  })
})
