// What is posted to a worker as text is copied on its way, and the copy stays in memory that nobody can
// overwrite. Codes therefore cross as bytes that are handed over and not copied.

const codes: ReadonlySet<string> = new Set(['code', 'to'])

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !ArrayBuffer.isView(value)

/** The same question with every code in it as bytes, and the bytes that go over with it. */
export const carried = (
  question: unknown,
): { readonly sent: unknown; readonly over: ArrayBuffer[] } => {
  const over: ArrayBuffer[] = []
  const carry = (value: unknown, name: string): unknown => {
    if (typeof value === 'string' && codes.has(name)) {
      const bytes = new TextEncoder().encode(value)
      over.push(bytes.buffer)
      return bytes
    }
    if (Array.isArray(value)) return value.map((one: unknown) => carry(one, ''))
    if (!isPlain(value)) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, carry(one, key)]))
  }
  return { sent: carry(question, ''), over }
}
