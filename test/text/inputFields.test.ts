import { expect, test } from 'vitest'
import { z } from 'zod'
import { operations } from '../../shared/operations/index.ts'
import { inputFields as en } from '../../shared/text/en/inputFields.ts'
import { inputFields as zh } from '../../shared/text/zh/inputFields.ts'

type Shape = {
  properties?: Record<string, Shape>
  items?: Shape
  additionalProperties?: Shape | boolean
  anyOf?: Shape[]
  oneOf?: Shape[]
  allOf?: Shape[]
}

/** Names of all places of an input, at any depth. */
function placesOf(shape: Shape, found: Set<string>): void {
  for (const [name, inner] of Object.entries(shape.properties ?? {})) {
    found.add(name)
    placesOf(inner, found)
  }
  const { items, additionalProperties: more } = shape
  const inside = [...(shape.anyOf ?? []), ...(shape.oneOf ?? []), ...(shape.allOf ?? [])]
  if (items !== undefined) inside.push(items)
  if (typeof more === 'object') inside.push(more)
  for (const each of inside) placesOf(each, found)
}

test.each(Object.entries(operations))('every place of the input of %s has words in both languages', (_, { input }) => {
  const found = new Set<string>()
  placesOf(z.toJSONSchema(input, { unrepresentable: 'any', io: 'input' }) as Shape, found)
  const wordless = [...found].filter((name) => !Object.hasOwn(zh, name) || !Object.hasOwn(en, name))
  expect(wordless).toEqual([])
})
