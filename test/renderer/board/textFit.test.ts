import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { characters, cutText, headOf, textWidth } from '../../../renderer/board/geometry/textFit.ts'

describe('text in a block', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 30 })
  it('is cut at a whole character and never wider than its room', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 200 }), (text, room) => {
        const cut = cutText(text, room, 12)
        if (cut === text) expect(textWidth(text, 12)).toBeLessThanOrEqual(room)
        else {
          expect(cut === '' || cut.endsWith('…')).toBe(true)
          expect(textWidth(cut, 12)).toBeLessThanOrEqual(Math.max(room, 0) + 0.001)
          const kept = cut.slice(0, -1)
          expect(text.startsWith(kept)).toBe(true)
        }
      }),
    )
  })
  it('keeps at most four characters in a block of half an hour, and counts an emoji as one', () => {
    expect(headOf('合同洽谈与签约', 60, 12, 4)).toBe('合同洽谈')
    expect(headOf('合同洽谈', 30, 12, 4)).toBe('合同')
    expect(characters('👩‍🔬实验')).toEqual(['👩‍🔬', '实', '验'])
  })
  it('takes a Chinese character as one em and a letter as less', () => {
    expect(textWidth('会议', 12)).toBe(24)
    expect(textWidth('ab', 12)).toBeLessThan(24)
    expect(cutText('技术经理人沙龙', 60, 12)).toBe('技术经理…')
  })
})
