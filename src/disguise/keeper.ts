import { lineTo, type AskVault, type Far, type Line } from './line.ts'

/** Holds the one worker at a time: started when first asked, ended on exit, started afresh after. */
export type Keeper = {
  readonly ask: AskVault
  /**
   * The same for one stay in the room. Asked after she left, such as when the network answers late, it reaches
   * no worker and never answers: what is open by then may be another vault.
   */
  readonly stay: () => AskVault
  /** Zero the keys and end the worker, if a code was ever told to it. */
  readonly quit: () => Promise<void>
}

/**
 * The longest that a worker may take to let go of its keys before it is ended, in milliseconds. The
 * disguise stands there long before. One that is ended in the midst of its work drops what she typed
 * last and leaves its keys in memory, so a slow phone is given time to finish.
 */
export const patience = 5_000

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const createKeeper = (start: () => Far): Keeper => {
  let line: Line | null = null
  // A worker that never heard a code has nothing to lose, and goes on keeping the display.
  let told = false
  /** The end of the one before: the next would find the container taken. */
  let leaving: Promise<void> | null = null

  const put: AskVault = (question) => {
    line ??= lineTo(start())
    told ||= question.ask !== 'wake' && question.ask !== 'remember'
    return line.ask(question)
  }
  const ask: AskVault = (question) => (leaving ? leaving.then(() => put(question)) : put(question))
  let stays = 0
  const stay = (): AskVault => {
    const mine = stays
    return (question) => (mine === stays ? ask(question) : new Promise(() => undefined))
  }
  const finish = async (going: Line) => {
    going.hush()
    await Promise.race([going.ask({ ask: 'lock' }), pause(patience)]).catch(() => undefined)
    going.end()
    leaving = null
  }
  const quit = async () => {
    stays += 1
    if (!line || !told) return leaving ?? undefined
    const going = line
    line = null
    told = false
    leaving = finish(going)
    return leaving
  }
  return { ask, stay, quit }
}
