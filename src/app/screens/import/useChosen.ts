import { useState } from 'preact/hooks'

/** Which of a list are chosen, by their place in it. Nothing is until she chooses. */
export const useChosen = (places: readonly number[]) => {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const all = places.length > 0 && places.every((place) => chosen.has(place))
  return {
    chosen,
    all,
    toggle: (place: number): void => {
      const next = new Set(chosen)
      if (!next.delete(place)) next.add(place)
      setChosen(next)
    },
    toggleAll: (): void => setChosen(new Set(all ? [] : places)),
  }
}
