import type { About } from '../share/about.ts'
import { limits, paths, version } from '../share/contract.ts'
import { answerPiece, answerPut, answerThere } from './attached.ts'
import { answerCreate } from './create.ts'
import type { Gate } from './gate.ts'
import { answerReplies, answerReply, answerTaken } from './inbox.ts'
import { answerOpen, answerOwn, answerShown } from './open.ts'
import { answerOwner } from './owner.ts'
import type { Answer, Means } from './means.ts'
import { answerReplace } from './replace.ts'

const answerAbout =
  ({ answers, now }: Means, recipientOrigin: string, gate: Gate): Answer =>
  async () => {
    const about: About = { version, recipientOrigin, now: now(), ...(await gate.about()) }
    return answers.json(about)
  }

export type Route = {
  readonly kind: 'creates' | 'asks'
  /** Bytes that a request may have. */
  readonly most: number
  readonly answer: Answer
  /** Whether bodies go out: those are read only once there is room for them. */
  readonly gives?: true
  /** Whether something new comes in, a share or more for one: then the gate is asked. */
  readonly takes?: 'new' | 'more'
}

const frameMost = 4 + limits.head + limits.body
const pieceMost = 4 + limits.head + limits.files.piece
const replyMost = 4 + limits.head + limits.inbox.bytes

/** Every path of the contract, and who answers there. */
export const routesOf = (
  means: Means,
  recipientOrigin: string,
  gate: Gate,
): ReadonlyMap<string, Route> => {
  const ask = (answer: Answer): Route => ({ kind: 'asks', most: limits.head, answer })
  const take = (takes: 'new' | 'more', most: number) => ({ kind: 'creates', most, takes }) as const
  const give = (answer: Answer): Route => ({ ...ask(answer), gives: true })
  return new Map([
    [paths.create, { ...take('new', frameMost), answer: answerCreate(means) }],
    [paths.replace, { ...take('more', frameMost), answer: answerReplace(means) }],
    [paths.open, give(answerOpen(means))],
    [paths.shown, ask(answerShown(means))],
    [paths.own, give(answerOwn(means))],
    [paths.about, ask(answerAbout(means, recipientOrigin, gate))],
    [paths.look, ask(answerOwner(means, 'look'))],
    [paths.stop, ask(answerOwner(means, 'stop'))],
    [paths.pause, ask(answerOwner(means, 'pause'))],
    [paths.resume, ask(answerOwner(means, 'resume'))],
    [paths.reply, { kind: 'asks', most: replyMost, answer: answerReply(means) }],
    [paths.replies, give(answerReplies(means))],
    [paths.put, { ...take('more', pieceMost), kind: 'asks', answer: answerPut(means) }],
    [paths.there, ask(answerThere(means))],
    [paths.piece, give(answerPiece(means))],
    [paths.taken, ask(answerTaken(means))],
  ])
}
