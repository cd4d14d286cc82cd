// As much of JSON Schema as docs/openapi.json is written in: whether it allows a value.

export type Fields = Readonly<Record<string, unknown>>

export const fieldsOf = (value: unknown): Fields => ({ ...Object(value) })

export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

export const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === 'number' ? value : otherwise

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** The field that the names lead to, as an object; empty when there is none. */
export const at = (value: unknown, ...names: readonly string[]): Fields =>
  names.reduce((found, name) => fieldsOf(found[name]), fieldsOf(value))

const schemas = '#/components/schemas/'

/** The document with each schema where it is referred to. None refers to itself. */
export const resolved = (document: Fields): Fields => {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put)
    if (typeof value !== 'object' || value === null) return value
    const { $ref: name, ...rest } = fieldsOf(value)
    const named = name
      ? at(document, 'components', 'schemas', textOf(name).slice(schemas.length))
      : {}
    return Object.fromEntries(
      Object.entries({ ...named, ...rest }).map(([one, inner]) => [one, put(inner)]),
    )
  }
  return fieldsOf(put(document))
}

const inObject = (schema: Fields, value: unknown): boolean => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  const properties = fieldsOf(schema['properties'])
  const given = fieldsOf(value)
  const known = ([name, one]: [string, unknown]): boolean =>
    Object.hasOwn(properties, name) && allows(fieldsOf(properties[name]), one)
  return (
    listOf(schema['required']).every((name) => String(name) in given) &&
    Object.entries(given).every(known)
  )
}

const inNumber = (schema: Fields, value: unknown): boolean =>
  Number.isInteger(value) &&
  Number(value) >= numberOf(schema['minimum'], -Infinity) &&
  Number(value) <= numberOf(schema['maximum'], Infinity)

const inArray = (schema: Fields, value: unknown): boolean =>
  Array.isArray(value) &&
  value.length <= numberOf(schema['maxItems'], Infinity) &&
  value.every((one) => allows(fieldsOf(schema['items']), one))

const checks: Readonly<Record<string, (schema: Fields, value: unknown) => boolean>> = {
  object: inObject,
  integer: inNumber,
  array: inArray,
  null: (_, value) => value === null,
  string: (schema, value) =>
    typeof value === 'string' && new RegExp(textOf(schema['pattern'])).test(value),
}

/** Throws on a schema that is written in more than this reads. */
export const allows = (schema: Fields, value: unknown): boolean => {
  if ('const' in schema) return value === schema['const']
  if ('enum' in schema) return listOf(schema['enum']).includes(value)
  if ('oneOf' in schema) return listOf(schema['oneOf']).some((one) => allows(fieldsOf(one), value))
  const check = checks[String(schema['type'])]
  if (!check) throw new Error(`a schema that is not read here: ${JSON.stringify(schema)}`)
  return check(schema, value)
}
