import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../../i18n/words.ts'
import { itemKinds } from '../../record/reply.ts'
import type { SharedPart } from '../../record/summary.ts'
import { spell } from '../../share/bytes.ts'
import { ownRelay } from '../../share/call.ts'
import { locatorOf } from '../../share/keys.ts'
import type { Link } from '../../share/link.ts'
import { headsOf } from '../paper/shown.ts'
import { said } from './said.ts'
import { send } from './sending.ts'
import * as to from './state.ts'
import { WritingForm, type Choice } from './writing.tsx'

type Props = {
  readonly link: Link
  readonly replyKey: string
  /** What they read, so that they can say which of it is taken care of. */
  readonly parts: readonly SharedPart[]
  readonly words: Words
}

/** Needs and steps, by the words that stand on the paper. */
const choicesOf = (parts: readonly SharedPart[], words: Words): readonly Choice[] =>
  parts
    .filter(({ kind }) => kind === 'need' || kind === 'step')
    .map((part) => ({ at: part.at, title: headsOf(part, words).join(' · ') }))
    .filter(({ title }) => title !== '')

type PartProps = {
  readonly answer: to.Answer
  readonly words: Words
  readonly set: (answer: to.Answer) => void
}

const Items = ({ answer, words, set }: PartProps) => (
  <ul class="items" role="list">
    {answer.items.map((item, at) => (
      <li key={at}>
        <div>
          <small>{words.t(`page.reply.${item.kind}.name`)}</small>
          {said(item, words).map((line) => (
            <p key={line} dir="auto">
              {line}
            </p>
          ))}
        </div>
        <button
          type="button"
          class="plain"
          disabled={answer.sending}
          onClick={() => set(to.remove(answer, at))}
        >
          {words.t('page.reply.remove')}
          <span class="unseen"> {said(item, words)[0]}</span>
        </button>
      </li>
    ))}
  </ul>
)

const Ways = ({ answer, words: { t }, set }: PartProps) => (
  <div class="ways">
    <p>{t(answer.items.length > 0 ? 'page.reply.another' : 'page.reply.what')}</p>
    <ul role="list">
      {itemKinds.map((kind) => (
        <li key={kind}>
          <button type="button" class="quiet" onClick={() => set(to.write(answer, kind))}>
            {t(`page.reply.${kind}.name`)}
          </button>
        </li>
      ))}
    </ul>
  </div>
)

type SendProps = PartProps & { readonly press: () => void }

const Sending = ({ answer, words: { t }, set, press }: SendProps) => (
  <div class="send">
    <label class="field">
      <span>{t('page.reply.from')}</span>
      <input
        type="text"
        dir="auto"
        maxLength={200}
        autocomplete="off"
        value={answer.from}
        onInput={(event) => set(to.sign(answer, event.currentTarget.value))}
      />
    </label>
    <p class="problem" role="alert">
      {answer.why && t(`page.reply.why.${answer.why}`)}
    </p>
    <button type="button" class="main" aria-disabled={answer.sending} onClick={press}>
      {t(
        answer.sending ? 'page.reply.sending' : answer.why ? 'page.reply.again' : 'page.reply.send',
      )}
    </button>
  </div>
)

/** Nothing is stored, so the browser asks before a page with an unsent answer is closed. */
const useGuard = (answer: to.Answer): void => {
  const unsent = to.isUnsent(answer)
  useEffect(() => {
    if (!unsent) return
    const hold = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', hold)
    return () => removeEventListener('beforeunload', hold)
  }, [unsent])
}

/** The heading takes the focus when a form was closed or the answer was sent. */
const useHeading = ({ writing, sent, items }: to.Answer) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!writing) heading.current?.focus()
  }, [writing === null, sent, items.length])
  return heading
}

/** The answer of whoever reads: put together piece by piece, then sent sealed. */
export const Answer = ({ link, replyKey, parts, words }: Props) => {
  const { t } = words
  const [answer, set] = useState(to.empty)
  const heading = useHeading(answer)
  useGuard(answer)
  const press = async (): Promise<void> => {
    if (answer.sending) return
    const sending = { ...answer, sending: true, why: null }
    set(sending)
    const box = { locator: spell(await locatorOf(link)), key: replyKey }
    set(await send(ownRelay, sending, box, words.language.tag, new Date()))
  }
  const part = { answer, words, set }
  const { writing } = answer
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {t(answer.sent > 0 && answer.items.length === 0 ? 'page.reply.sent' : 'page.reply.title')}
      </h2>
      <p role="status">{answer.sent > 0 && answer.items.length === 0 && t('page.reply.waits')}</p>
      {answer.items.length > 0 && <Items {...part} />}
      {writing ? (
        <WritingForm
          writing={writing}
          words={words}
          choices={choicesOf(parts, words)}
          pick={(file) => set(to.attach(answer, file))}
          type={(name, value) => set((now) => to.type(now, name, value))}
          add={() => set(to.add(answer))}
          leave={() => set(to.leave(answer))}
        />
      ) : (
        <>
          {answer.items.length > 0 && <Sending {...part} press={() => void press()} />}
          {!answer.sending && !to.isFull(answer) && <Ways {...part} />}
        </>
      )}
    </>
  )
}
