const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Whether a 统一社会信用代码 is sound: 18 signs of the alphabet of GB 32100-2015 whose last is the check sign (mod 31). */
export function isCreditCode(code: string): boolean {
  if (code.length !== 18) return false
  let sum = 0
  for (const [index, weight] of weights.entries()) {
    const value = signs.indexOf(code.charAt(index))
    if (value < 0) return false
    sum += value * weight
  }
  return signs.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}
