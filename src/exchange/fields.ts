// Reads unknown JSON field by field. The first thing that is wrong is remembered by its place, and
// reading goes on with something harmless, so that a reader needs no branch for every field.

/** What a JSON object may turn out to be. */
export type Values = Readonly<Record<string, unknown>>

/** The place of the first fault; null while all is well. */
export type Faults = { first: string | null }

export type Fields = {
  readonly values: Values
  /** Where the object stands: "services[12].phone". */
  readonly where: string
  readonly faults: Faults
}

type Names = readonly string[] | RegExp

export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const fault = ({ faults, where }: Fields, name: string): void => {
  faults.first ??= name ? `${where}.${name}` : where
}

const own = ({ values }: Fields, name: string): unknown =>
  Object.hasOwn(values, name) ? values[name] : undefined

/** The fields of a value; `names` are all that it may have. */
export const fieldsOf = (value: unknown, names: Names, where: string, faults: Faults): Fields => {
  const fields: Fields = { values: isValues(value) ? value : {}, where, faults }
  if (!isValues(value)) fault(fields, '')
  for (const name of Object.keys(fields.values))
    if (!(names instanceof RegExp ? names.test(name) : names.includes(name))) fault(fields, name)
  return fields
}

export const text = (fields: Fields, name: string, form: RegExp): string => {
  const found = own(fields, name)
  if (typeof found === 'string' && form.test(found)) return found
  fault(fields, name)
  return ''
}

/** As `text`, but the field may be missing; then it is empty. */
export const maybe = (fields: Fields, name: string, form: RegExp): string =>
  own(fields, name) === undefined ? '' : text(fields, name, form)

/** One of the choices; `harmless` stands for a wrong one, and for a missing one where it may miss. */
export const one = <T extends string>(
  fields: Fields,
  name: string,
  choices: readonly T[],
  { harmless, mayMiss = false }: { readonly harmless: T; readonly mayMiss?: boolean },
): T => {
  const found = own(fields, name)
  const choice = choices.find((each) => each === found)
  if (choice === undefined && !(mayMiss && found === undefined)) fault(fields, name)
  return choice ?? harmless
}

/** A yes or no; missing means no. */
export const flag = (fields: Fields, name: string): boolean => {
  const found = own(fields, name) ?? false
  if (typeof found !== 'boolean') fault(fields, name)
  return found === true
}

/** A list of at most `most`; missing means empty. */
export const list = (fields: Fields, name: string, most: number): readonly unknown[] => {
  const found = own(fields, name) ?? []
  if (Array.isArray(found) && found.length <= most) return found
  fault(fields, name)
  return []
}

/** The fields of an inner object; null when it is missing. */
export const inner = (fields: Fields, name: string, names: Names): Fields | null => {
  const found = own(fields, name)
  if (found === undefined) return null
  return fieldsOf(found, names, `${fields.where}.${name}`, fields.faults)
}

export const isExactly = (fields: Fields, name: string, value: unknown): void => {
  if (own(fields, name) !== value) fault(fields, name)
}
