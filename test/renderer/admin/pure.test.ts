import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { base64 } from '../../../renderer/admin/imports/fileText.ts'
import { refusalRows, unlistedFaults } from '../../../renderer/admin/imports/refusalRows.ts'
import { inheritedAt, withKnob } from '../../../renderer/admin/policy/inherited.ts'
import { areasOf } from '../../../renderer/admin/resources/areas.ts'
import { longerThanYear, overdueDays } from '../../../renderer/admin/teams/overdue.ts'
import { checkInput } from '../../../renderer/admin/parts/refusing.ts'
import { planPlaces } from '../../../electron/core/demo/ledger.ts'
import type { Project } from '../../../shared/operations/people.ts'
import { defaultPolicies, effectivePolicy, fallbackPolicy, type Knob } from '../../../shared/scheduling/policy.ts'
import { bareNames } from '../../../shared/text/explain.ts'

describe('inherited settings (R-50, C19)', () => {
  const resources = [...planPlaces().resources.values()]

  it('what a resource would inherit is what the rules apply when it sets nothing', () => {
    for (const resource of resources) {
      const bare = effectivePolicy({ ...resource, policy: {} }, defaultPolicies)
      const shown = inheritedAt('resource', resource.kind, defaultPolicies)
      for (const knob of Object.keys(fallbackPolicy) as Knob[]) {
        expect(shown[knob].value).toEqual(bare[knob].value)
        // What nobody set is the centre's to the rules; the editor says that it came with the product.
        const { level } = shown[knob]
        expect(level === 'builtIn' ? 'centre' : level).toBe(bare[knob].level)
        expect(level === 'builtIn').toBe(level !== 'kind' && defaultPolicies.centre[knob] === undefined)
      }
    }
  })

  it('a kind inherits from the centre, the centre from what is built in', () => {
    const policies = { centre: { maxMinutes: 90 }, kinds: { lab: { maxMinutes: 60 } } }
    expect(inheritedAt('kind', 'lab', policies).maxMinutes).toEqual({ value: 90, level: 'centre' })
    expect(inheritedAt('kind', 'lab', policies).minMinutes.level).toBe('builtIn')
    expect(inheritedAt('centre', 'other', policies).maxMinutes.level).toBe('builtIn')
  })

  it('a knob given back is not in the policy at all', () => {
    expect(withKnob({ maxMinutes: 60, minMinutes: 15 }, 'maxMinutes', undefined)).toEqual({ minMinutes: 15 })
  })
})

describe('areas (RS-01, domain facts §6.1)', () => {
  it('the demo floor is 550 m², 84.0 % in use, 68.4 % common service, 15.6 % teams’ own', () => {
    const { total, support, common, own } = areasOf([...planPlaces().resources.values()])
    expect([total, total - support, common, own]).toEqual([550, 462, 376, 86])
  })
})

describe('project terms (R-24)', () => {
  const project = { endOn: '2026-10-30', stage: 'verifying', retired: false } as Project
  it('is overdue from the day after its end until it is closed', () => {
    expect(overdueDays(project, '2026-10-30')).toBe(0)
    expect(overdueDays(project, '2026-11-24')).toBe(25)
    expect(overdueDays({ ...project, stage: 'closed' }, '2026-11-24')).toBe(0)
  })
  it('twelve months to the day are not too long, one day more is', () => {
    expect(longerThanYear('2026-04-01', '2027-03-31')).toBe(false)
    expect(longerThanYear('2026-04-01', '2027-04-01')).toBe(true)
    expect(longerThanYear('2028-02-29', '2029-02-28')).toBe(false)
  })
})

describe('files', () => {
  it('base64 of any bytes reads back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70_000 }), (bytes) => {
        expect(Uint8Array.from(Buffer.from(base64(bytes), 'base64'))).toEqual(bytes)
      }),
      { numRuns: 20 },
    )
  })

  it('lists every fault and each reason of a refused row, by line', () => {
    const rows = refusalRows(
      [
        {
          code: 'rowRefused',
          file: 'a.csv',
          line: 9,
          uid: null,
          title: '例会',
          refusals: [
            { code: 'notFound', what: 'resource', id: '会议室9' },
            { code: 'badInput', path: 'headCount', why: 'tooLarge' },
          ],
        },
        {
          code: 'fileBad',
          file: 'a.csv',
          faultCount: 5,
          faults: [{ line: 3, column: '开始', why: 'badTime', value: '25:00' }],
        },
      ],
      'zh',
      bareNames('Asia/Shanghai'),
    )
    expect(rows.map(({ line, column, what, why }) => [line, column, what, why])).toEqual([
      [3, '开始', '25:00', '时间读不懂'],
      [9, null, '例会', '找不到资源 会议室9，可能已被移走'],
      [9, 'headCount', '例会', '人数：数值偏大'],
    ])
    expect(unlistedFaults([{ code: 'fileBad', file: 'a', faultCount: 5, faults: [] }])).toBe(5)
  })
})

describe('what the contract refuses is said before sending', () => {
  it('a blank name is 要填写, a figure that is no number is refused', () => {
    const zone = { code: 'A', name: ' ', sort: Number.NaN }
    expect(checkInput('zones.save', { zone })).toMatchObject([
      { path: 'zone.name', why: 'required' },
      { path: 'zone.sort', why: 'wrongType' },
    ])
    expect(checkInput('zones.save', { zone: { code: 'A', name: '公共区' } })).toEqual([])
  })
})
