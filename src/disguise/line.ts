import type { Answer, Answers, Ask, Question } from '../vault/messages.ts'

type Kind = Ask['ask']
type Asked<K extends Kind> = Extract<Ask, { readonly ask: K }>

/** Asks the vault's worker one question and brings its answer. Rejects when the worker broke. */
export type AskVault = <K extends Kind>(question: Asked<K>) => Promise<Answers[K]>

/**
 * A line to one worker. After `end` it is silent: what was asked is never answered. After `hush` only
 * what was to be kept is: whatever else waits has nobody left to go on for.
 */
export type Line = { readonly ask: AskVault; readonly hush: () => void; readonly end: () => void }

/** As much of a worker as the line needs, so that a test can stand in for one. */
export type Far = {
  readonly postMessage: (question: Question) => void
  readonly terminate: () => void
  onmessage: ((event: MessageEvent<Answer>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

type Waiting = {
  readonly asked: Kind
  readonly settle: (answer: Answers[Kind]) => void
  readonly fail: (reason: Error) => void
}

/** Numbers the questions, so that answers may come in any order. */
export const lineTo = (far: Far): Line => {
  const waiting = new Map<number, Waiting>()
  let last = 0
  let broken: Error | null = null

  far.onmessage = ({ data }) => {
    waiting.get(data.id)?.settle(data.answer)
    waiting.delete(data.id)
  }
  far.onerror = (event) => {
    event.preventDefault()
    broken = new Error('the worker broke')
    for (const { fail } of waiting.values()) fail(broken)
    waiting.clear()
  }

  const ask: AskVault = (question) =>
    new Promise((resolve, fail) => {
      if (broken) return fail(broken)
      last += 1
      // The worker answers a question in the shape that `Answers` gives for its kind.
      waiting.set(last, { asked: question.ask, settle: resolve as Waiting['settle'], fail })
      far.postMessage({ ...question, id: last })
    })
  const hush = () => {
    for (const [id, { asked }] of waiting) if (asked !== 'commit') waiting.delete(id)
  }
  const end = () => {
    waiting.clear()
    far.onmessage = null
    far.onerror = null
    far.terminate()
  }
  return { ask, hush, end }
}
