import { useEffect, useState } from 'preact/hooks'
import { bitsOf as bitsOfSum, newCode } from '../../code.ts'
import { bitsOf, drawFour, listOf, speaksIn, sumOf, type List } from '../../four/four.ts'
import { pad } from '../../pad.ts'
import { strengthOf, type Weak } from '../../strength.ts'
import type { Way } from './typing.ts'

/** A code that is being chosen, as far as it is there: words come with their list. */
export type Chosen = {
  readonly way: Way
  readonly code: string
  readonly four: readonly string[]
  /** The strength in bits: counted where it was drawn, estimated where she chose. */
  readonly bits: number
  /** Why a code of her own is refused. */
  readonly why: Weak | null
}

const useFour = (tag: string, wanted: boolean) => {
  const [list, setList] = useState<List>([])
  const [four, setFour] = useState<readonly string[]>([])
  useEffect(() => {
    if (!wanted) return
    void listOf(tag).then((found) => {
      setList(found ?? [])
      setFour(found ? drawFour(found) : [])
    })
  }, [tag, wanted])
  return { four, bits: list.length > 0 ? bitsOf(list) : 0, another: () => setFour(drawFour(list)) }
}

/** Words come first where there are some; `least`: how many keys a code of her own must have. */
export const useChosen = (tag: string, least: number) => {
  const [wish, setWay] = useState<Way | null>(null)
  const [sum, setSum] = useState(() => newCode(pad()))
  const [own, setOwn] = useState('')
  const first = speaksIn(tag) ? 'words' : 'sum'
  const way = wish === null || (wish === 'words' && first === 'sum') ? first : wish
  const words = useFour(tag, speaksIn(tag))
  const ways: Readonly<Record<Way, Chosen>> = {
    words: { way, code: sumOf(words.four), four: words.four, bits: words.bits, why: null },
    sum: { way, code: sum, four: [], bits: bitsOfSum(pad()), why: null },
    own: { way, code: own, four: [], ...strengthOf(own, least) },
  }
  const another = (): void => (way === 'words' ? words.another() : setSum(newCode(pad())))
  return { chosen: ways[way], setWay, another, type: setOwn, least, tag }
}

export type Choosing = ReturnType<typeof useChosen>
