import fc, { type Arbitrary } from 'fast-check'
import { fieldsOf, listOf, numberOf, textOf, type Fields } from './schema.ts'

/** For a pattern, values that come up again and again, so that calls meet. */
export type Known = ReadonlyMap<string, readonly string[]>

const objects = (schema: Fields, known: Known): Arbitrary<unknown> => {
  const made = Object.entries(fieldsOf(schema['properties'])).map(
    ([name, one]) => [name, madeOf(fieldsOf(one), known)] as const,
  )
  return fc.record(Object.fromEntries(made), {
    requiredKeys: listOf(schema['required']).map(String),
  })
}

const strings = (pattern: string, known: Known): Arbitrary<string> => {
  const again = known.get(pattern) ?? []
  const fresh = fc.stringMatching(new RegExp(pattern))
  if (again.length === 0) return fresh
  return fc.oneof({ arbitrary: fc.constantFrom(...again), weight: 12 }, fresh)
}

const integers = (schema: Fields): Arbitrary<number> => {
  const [min, max] = [numberOf(schema['minimum'], 0), numberOf(schema['maximum'], 2 ** 40)]
  return fc.oneof(fc.constant(min), fc.integer({ min, max: Math.min(max, 2 ** 31 - 1) }))
}

/** Whatever a schema allows; anything at all where it says nothing. */
export const madeOf = (schema: Fields, known: Known): Arbitrary<unknown> => {
  if ('const' in schema) return fc.constant(schema['const'])
  if ('oneOf' in schema)
    return fc.oneof(...listOf(schema['oneOf']).map((one) => madeOf(fieldsOf(one), known)))
  switch (schema['type']) {
    case 'object':
      return objects(schema, known)
    case 'string':
      return strings(textOf(schema['pattern']), known)
    case 'integer':
      return integers(schema)
    case 'array':
      return fc.array(madeOf(fieldsOf(schema['items']), known), { maxLength: 3 })
    case 'null':
      return fc.constant(null)
    default:
      return fc.jsonValue()
  }
}
