import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const rectangle = z.object({ x: z.int(), y: z.int(), width: z.int().min(1), height: z.int().min(1) })
const colour = z.string().regex(/^#[0-9a-f]{6}$/i)
const shape = z.object({
  bounds: rectangle.nullable().catch(null),
  maximized: z.boolean().catch(false),
  background: colour.catch('#FAFBFC'),
  symbols: colour.catch('#47505E'),
})

export type Rectangle = z.infer<typeof rectangle>
export type WindowMemory = z.infer<typeof shape>

/** Where the window stood and which colours it had. A missing or spoilt file means the first start. */
export function readWindowMemory(file: string): WindowMemory {
  let found: unknown = {}
  try {
    found = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    // The first start, or a file that a crash cut short: the defaults are as good.
  }
  const read = shape.safeParse(found)
  return read.success ? read.data : shape.parse({})
}

/** Kept whole or not at all; a folder that cannot be written only means that the window forgets. */
export function writeWindowMemory(file: string, memory: WindowMemory): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.part`, JSON.stringify(memory))
    renameSync(`${file}.part`, file)
  } catch {
    // Nothing the person could do about it, and nothing of theirs is lost.
  }
}
