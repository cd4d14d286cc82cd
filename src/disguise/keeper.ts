import { lineTo, type AskVault, type Far, type Line } from './line.ts'

/** Holds the one worker at a time: started when first asked, ended on exit, started afresh after. */
export type Keeper = {
  readonly ask: AskVault
  /** Zero the keys and end the worker, if a code was ever told to it. */
  readonly quit: () => Promise<void>
}

/** The longest that a worker may take to let go of its keys before it is ended, in milliseconds. */
export const patience = 250

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

export const createKeeper = (start: () => Far): Keeper => {
  let line: Line | null = null
  // A worker that never heard a code has nothing to lose, and goes on keeping the display.
  let told = false

  const ask: AskVault = (question) => {
    line ??= lineTo(start())
    told ||= question.ask !== 'wake' && question.ask !== 'remember'
    return line.ask(question)
  }
  const quit = async () => {
    if (!line || !told) return
    const leaving = line
    line = null
    told = false
    await Promise.race([leaving.ask({ ask: 'lock' }), pause(patience)]).catch(() => undefined)
    leaving.end()
  }
  return { ask, quit }
}
