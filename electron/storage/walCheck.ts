import { existsSync, readFileSync } from 'node:fs'

const frameHead = 24
const fileHead = 32

/**
 * Looks for acknowledged writes that SQLite would drop without a word: it reads its log up to the first frame that does not fit and takes that for the end.
 * One commit after such a frame may be a write that a power cut interrupted, two cannot: FULL waits for each. Answers what is wrong, or null.
 * Only before any connection of this process is open on the file.
 */
export function walProblem(database: string): string | null {
  const file = `${database}-wal`
  if (!existsSync(file)) return null
  const log = readFileSync(file)
  if (log.length < fileHead) return null
  const magic = log.readUInt32BE(0)
  if (magic !== 0x377f0682 && magic !== 0x377f0683) return log.some((byte) => byte !== 0) ? 'the log has no head' : null
  const bigEndian = magic === 0x377f0683
  const pageSize = log.readUInt32BE(8)
  if (pageSize < 512 || pageSize > 65536) return 'the head of the log is damaged'
  const sum = new Uint32Array(2)
  addTo(sum, log, 0, 24, bigEndian)
  if (sum[0] !== log.readUInt32BE(24) || sum[1] !== log.readUInt32BE(28)) return 'the head of the log is damaged'
  let sound = true
  let commitsAfter = 0
  for (let at = fileHead; at + frameHead + pageSize <= log.length; at += frameHead + pageSize) {
    // Frames of an earlier round of the log have other salts.
    const ofThisRound = log.compare(log, 16, 24, at + 8, at + 16) === 0
    if (sound) {
      addTo(sum, log, at, at + 8, bigEndian)
      addTo(sum, log, at + frameHead, at + frameHead + pageSize, bigEndian)
      sound = ofThisRound && sum[0] === log.readUInt32BE(at + 16) && sum[1] === log.readUInt32BE(at + 20)
    }
    if (!sound && ofThisRound && log.readUInt32BE(at + 4) !== 0) commitsAfter += 1
  }
  return commitsAfter > 1 ? `the log is damaged before its last ${commitsAfter} writes` : null
}

function addTo(sum: Uint32Array, log: Buffer, from: number, to: number, bigEndian: boolean): void {
  let one = sum[0]!
  let other = sum[1]!
  for (let at = from; at < to; at += 8) {
    one = (one + (bigEndian ? log.readUInt32BE(at) : log.readUInt32LE(at)) + other) >>> 0
    other = (other + (bigEndian ? log.readUInt32BE(at + 4) : log.readUInt32LE(at + 4)) + one) >>> 0
  }
  sum[0] = one
  sum[1] = other
}
