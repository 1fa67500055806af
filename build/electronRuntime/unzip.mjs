/* oxlint-disable no-await-in-loop -- one after the other is the point */
import { chmod, mkdir, open, writeFile } from 'node:fs/promises'
import { dirname, join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'

const inflate = promisify(inflateRaw)
const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50

/**
 * Unpacks the wanted files of a zip file into a folder. `place` answers where a file goes inside the folder, or null to leave it out;
 * what would leave the folder is refused. No zip64, no encryption.
 */
export async function unzip(file, folder, place) {
  const handle = await open(file)
  try {
    for (const entry of await directory(handle)) {
      const name = entry.name.endsWith('/') ? null : place(entry.name)
      if (name === null) continue
      const target = normalize(join(folder, name))
      if (!target.startsWith(folder + sep)) throw new Error(`${entry.name} would leave the folder`)
      await mkdir(dirname(target), { recursive: true })
      await writeFile(target, await content(handle, entry))
      if ((entry.mode & 0o111) !== 0) await chmod(target, 0o755)
    }
  } finally {
    await handle.close()
  }
}

async function read(handle, position, length) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  if (bytesRead !== length) throw new Error('the zip file is cut short')
  return buffer
}

async function directory(handle) {
  const { size } = await handle.stat()
  const tail = await read(handle, Math.max(0, size - 65_557), Math.min(size, 65_557))
  let at = tail.length - 22
  while (at >= 0 && tail.readUInt32LE(at) !== END_OF_DIRECTORY) at -= 1
  if (at < 0) throw new Error('not a zip file')
  const bytes = await read(handle, tail.readUInt32LE(at + 16), tail.readUInt32LE(at + 12))
  const entries = []
  let offset = 0
  for (let left = tail.readUInt16LE(at + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(offset) !== DIRECTORY_ENTRY) throw new Error('the zip directory is damaged')
    const nameLength = bytes.readUInt16LE(offset + 28)
    entries.push({
      name: bytes.toString('utf8', offset + 46, offset + 46 + nameLength),
      method: bytes.readUInt16LE(offset + 10),
      packed: bytes.readUInt32LE(offset + 20),
      mode: bytes.readUInt32LE(offset + 38) >>> 16,
      at: bytes.readUInt32LE(offset + 42),
    })
    offset += 46 + nameLength + bytes.readUInt16LE(offset + 30) + bytes.readUInt16LE(offset + 32)
  }
  return entries
}

async function content(handle, entry) {
  const header = await read(handle, entry.at, 30)
  const start = entry.at + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  const bytes = await read(handle, start, entry.packed)
  if (entry.method === 0) return bytes
  if (entry.method === 8) return inflate(bytes)
  throw new Error(`${entry.name} is packed in an unknown way`)
}
