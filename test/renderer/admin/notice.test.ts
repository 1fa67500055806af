import { describe, expect, it } from 'vitest'
import { readNotice } from '../../../renderer/admin/calendar/notice.ts'
import { stateCouncilDays } from '../../../shared/scheduling/stateCouncil.ts'
import { notice2026 } from './notice2026.ts'

describe('the State Council notice (R-60)', () => {
  it('reads the whole notice of 2026 into exactly the days of the built-in table', () => {
    const { days, faults } = readNotice(notice2026, 2026)
    expect(faults).toEqual([])
    const plain = (list: readonly { date: string; kind: string }[]) => list.map(({ date, kind }) => `${date} ${kind}`)
    expect(plain(days)).toEqual(plain(stateCouncilDays.filter(({ date }) => date.startsWith('2026'))))
    expect(days.find(({ date }) => date === '2026-02-14')).toEqual({
      date: '2026-02-14',
      kind: 'makeup',
      name: '春节调休上班',
      nameEn: 'Make-up workday for Spring Festival',
    })
  })

  it('reads the same days when the notice comes as one paragraph', () => {
    expect(readNotice(notice2026.replaceAll('\n', ''), 2026).days).toEqual(readNotice(notice2026, 2026).days)
  })

  it('reads lines of date, kind, name and JSON lists alike', () => {
    const days = [
      { date: '2027-01-01', kind: 'holiday', name: '元旦', nameEn: "New Year's Day" },
      { date: '2027-01-03', kind: 'makeup', name: '元旦调休上班', nameEn: "Make-up workday for New Year's Day" },
    ]
    expect(readNotice('日期,种类,名称\n2027-01-01,休,元旦\n2027/1/3，班，元旦', 2027)).toEqual({ days, faults: [] })
    const json = [
      { date: '2027-01-01', isOffDay: true, name: '元旦' },
      { date: '2027-01-03', isOffDay: false, name: '元旦' },
    ]
    expect(readNotice(JSON.stringify({ year: 2027, days: json }), 2027)).toEqual({ days, faults: [] })
  })

  it.each([
    ['1月1日（周五）放假，共1天。', 'weekdayDiffers'],
    ['1月1日（周四）至3日（周六）放假，共4天。', 'countDiffers'],
    ['2月30日放假。', 'badDate'],
    ['2025年12月31日放假。', 'otherYear'],
    ['1月1日放假。1月1日上班。', 'twice'],
    ['2026-01-01,?,元旦', 'badKind'],
    ['[{"date":', 'badJson'],
  ])('answers what it cannot take as a fault: %s', (text, why) => {
    expect(readNotice(text, 2026).faults.map((fault) => fault.why)).toContain(why)
  })

  it('names the line of a fault as a person counts it', () => {
    expect(readNotice('元旦：1月1日放假。\n\n春节：2月30日放假。', 2026).faults).toMatchObject([
      { line: 3, why: 'badDate' },
    ])
  })
})
