import { randomFillSync } from 'node:crypto'

/** Random bytes are fetched for many ids at once: asking for them costs more than all the rest. */
const POOL = 16 * 256
const pool = Buffer.alloc(POOL)
let used = POOL
let lastMs = 0
let counter = 0

/**
 * A UUIDv7 (RFC 9562): sorted by time, and within a millisecond by a counter of 12 bits, so that ids made one after another stay in order.
 * `now` in UTC ms.
 */
export function uuidv7(now: number): string {
  if (used === POOL) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.subarray(used, used + 16)
  used += 16
  if (now > lastMs) {
    lastMs = now
    counter = ((bytes[6]! & 0x07) << 8) | bytes[7]!
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
  }
  let time = lastMs
  for (let index = 5; index >= 0; index -= 1) {
    bytes[index] = time % 256
    time = Math.floor(time / 256)
  }
  bytes[6] = 0x70 | (counter >> 8)
  bytes[7] = counter & 0xff
  bytes[8] = 0x80 | (bytes[8]! & 0x3f)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
