import { hash, randomBytes, scrypt, scryptSync, timingSafeEqual } from 'node:crypto'

// 2^15 × 8: about 100 ms and 32 MB for one guess. The parameters are stored with each hash, so that they can be raised later.
const COST = 15
const BLOCK = 8
const PARALLEL = 1
const LENGTH = 32
const memory = { maxmem: 256 * 1024 * 1024 }

type Parameters = { cost: number; block: number; parallel: number; salt: Buffer; hash: Buffer }

function write(salt: Buffer, hash: Buffer): string {
  return `scrypt$${COST}$${BLOCK}$${PARALLEL}$${salt.toString('base64')}$${hash.toString('base64')}`
}

function read(stored: string): Parameters | null {
  const [name, cost, block, parallel, salt, hash] = stored.split('$')
  if (name !== 'scrypt' || salt === undefined || hash === undefined) return null
  return {
    cost: Number(cost),
    block: Number(block),
    parallel: Number(parallel),
    salt: Buffer.from(salt, 'base64'),
    hash: Buffer.from(hash, 'base64'),
  }
}

/** The hash of a secret or PIN with a fresh salt of 16 bytes, computed off the main thread. */
export function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16)
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, LENGTH, options(COST, BLOCK, PARALLEL), (error, hash) =>
      error ? reject(error) : resolve(write(salt, hash)),
    )
  })
}

/** The same, at once: for filling the demo centre inside one transaction. */
export function hashSecretNow(secret: string): string {
  const salt = randomBytes(16)
  return write(salt, scryptSync(secret.normalize('NFKC'), salt, LENGTH, options(COST, BLOCK, PARALLEL)))
}

/** A hash nobody's secret has: an unknown name must cost as long as a wrong secret. */
export const nobodysHash = write(Buffer.alloc(16), Buffer.alloc(LENGTH))

/** Whether the secret is the one that was hashed. Takes the same time either way. */
export function secretFits(secret: string, stored: string): Promise<boolean> {
  const parameters = read(stored)
  if (parameters === null) return Promise.resolve(false)
  const { cost, block, parallel, salt, hash } = parameters
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, hash.length, options(cost, block, parallel), (error, found) =>
      error ? reject(error) : resolve(timingSafeEqual(found, hash)),
    )
  })
}

function options(cost: number, block: number, parallel: number) {
  return { N: 2 ** cost, r: block, p: parallel, ...memory }
}

/** What of a session token is stored: whoever reads the file cannot use it. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}

/** A token of 256 bits. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Secrets that are guessed first (ASVS 6.2.4), whatever is appended to them. */
const guessedFirst =
  /^(password|passw0rd|qwerty|qwertyui|admin|letmein|welcome|iloveyou|woaini|hengtong|12345678|87654321|11111111)[\d!@#.]*$/i

/** Whether a secret is one that is guessed first: a well-known one, one sign repeated, a run of digits, or the login name. */
export function isWeakSecret(secret: string, login: string): boolean {
  const text = secret.normalize('NFKC').toLowerCase()
  if (guessedFirst.test(text) || /^(.)\1*$/u.test(text)) return true
  if ('01234567890123456789'.includes(text) || '98765432109876543210'.includes(text)) return true
  return text === login.normalize('NFKC').toLowerCase()
}
