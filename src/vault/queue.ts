import type { Answers, Ask, Question } from './messages.ts'
import type { Keeper } from './keeper.ts'

// Questions are answered one after the other: a lock waits for the save that was asked for before it.
// It does not wait for what nobody needs once she leaves, or her keys would lie open that long.

/** Said once she leaves. */
export type Leaving = {
  readonly has: () => boolean
  readonly leave: () => void
  /** As `work`, unless she leaves first: then it throws what `isLeft` knows. */
  readonly unless: <T>(work: Promise<T>) => Promise<T>
  /** Whether it was thrown because she left: a browser breaks things off, too, and by the same name. */
  readonly isLeft: (error: unknown) => boolean
}

export const createLeaving = (): Leaving => {
  const end = new AbortController()
  const { signal } = end
  const unless = <T>(work: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      const left = (): void => reject(signal.reason as DOMException)
      if (signal.aborted) return left()
      signal.addEventListener('abort', left, { once: true })
      work.then(resolve, reject).finally(() => signal.removeEventListener('abort', left))
    })
  const isLeft = (error: unknown): boolean => signal.aborted && error === signal.reason
  return { has: () => signal.aborted, leave: () => end.abort(), unless, isLeft }
}

/** What is still done: it keeps what she typed, or takes away what she wants gone. */
const stillDone: ReadonlySet<Ask['ask']> = new Set([
  'remember',
  'commit',
  'keepBeside',
  'clearChunks',
  'erase',
  'lock',
])

export type Queue = {
  readonly keeper: Keeper
  readonly leaving: Leaving
  readonly tell: (question: Question, answer: Answers[keyof Answers]) => void
  /** A bug; what was held is locked by then. */
  readonly surface: (error: unknown) => void
}

/** Takes questions as they come. */
export const queueOf = ({ keeper, leaving, tell, surface }: Queue) => {
  let last = Promise.resolve()
  const failed = async (error: unknown): Promise<void> => {
    if (leaving.isLeft(error)) return
    await keeper.answer({ ask: 'lock' }).catch(() => undefined)
    surface(error)
  }
  const then = (work: () => Promise<void>): void => {
    last = last.then(work).catch(failed)
  }
  const goOn = async (): Promise<void> => {
    if (!leaving.has() && (await keeper.rest())) setTimeout(() => then(goOn))
  }
  return (question: Question): void => {
    if (question.ask === 'lock') leaving.leave()
    then(async () => {
      if (leaving.has() && !stillDone.has(question.ask)) return
      tell(question, await keeper.answer(question))
      if (question.ask === 'try') await goOn()
    })
  }
}
