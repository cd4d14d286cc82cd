import type { Edge } from './edges.ts'

/** The first circle of files that lead back to their beginning, or null. */
export const cycleIn = (edges: readonly Edge[]): readonly string[] | null => {
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to])
  const done = new Set<string>()
  const walk = (path: readonly string[], at: string): readonly string[] | null => {
    const seen = path.indexOf(at)
    if (seen >= 0) return [...path.slice(seen), at]
    if (done.has(at)) return null
    for (const to of next.get(at) ?? []) {
      const found = walk([...path, at], to)
      if (found) return found
    }
    done.add(at)
    return null
  }
  for (const from of next.keys()) {
    const found = walk([], from)
    if (found) return found
  }
  return null
}
