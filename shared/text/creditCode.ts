const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码 as it is written: half-width capitals without blanks. */
export function plainCreditCode(typed: string): string {
  return typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase()
}

/**
 * Why a 统一社会信用代码 cannot be right, or null. 18 signs without I, O, S, V, Z; the last is the check digit of GB 32100-2015:
 * weights 3^i mod 31, 31 minus the sum mod 31. A blank code is no code and is allowed.
 */
export function badCreditCode(code: string): 'badFormat' | 'wrongCheckDigit' | null {
  if (code === '') return null
  const values = Array.from(code, (sign) => signs.indexOf(sign))
  if (code.length !== 18 || values.includes(-1)) return 'badFormat'
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === values[17] ? null : 'wrongCheckDigit'
}
