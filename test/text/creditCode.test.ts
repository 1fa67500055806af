import { describe, expect, it } from 'vitest'
import { badCreditCode, plainCreditCode } from '../../shared/text/creditCode.ts'

describe('统一社会信用代码 (GB 32100)', () => {
  it('takes codes whose check digit is right and refuses each with one changed sign', () => {
    const code = '91350100M000100Y43'
    expect(badCreditCode(code)).toBeNull()
    for (let at = 0; at < 18; at += 1) {
      const other = code[at] === '1' ? '2' : '1'
      expect(badCreditCode(`${code.slice(0, at)}${other}${code.slice(at + 1)}`)).toBe('wrongCheckDigit')
    }
  })
  it('refuses wrong lengths and signs that are not in the alphabet, allows none', () => {
    expect(badCreditCode('91350100M000100Y4')).toBe('badFormat')
    expect(badCreditCode('91350100M000100I43')).toBe('badFormat')
    expect(badCreditCode('')).toBeNull()
    expect(plainCreditCode(' ９1350100m000100y43 ')).toBe('91350100M000100Y43')
  })
})
