import { randomInt } from 'node:crypto'

/** What a user of the demo signs in with; shown once and stored nowhere but hashed. */
export type Secret = { secret: string; pin: string }

// No letters and figures that are taken for one another when read aloud from a screen.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A fresh secret of 3 × 4 characters (59 bits) and a PIN of six figures. Never from the seed. */
export function newSecret(): Secret {
  const letters = Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]!)
  const blocks = [letters.slice(0, 4), letters.slice(4, 8), letters.slice(8)].map((block) => block.join(''))
  return { secret: blocks.join('-'), pin: String(randomInt(1_000_000)).padStart(6, '0') }
}
