import { useEffect, useRef, useState } from 'preact/hooks'
import type { Words } from '../../i18n/words.ts'
import type { SharedFile } from '../../record/carried.ts'
import { ownRelay } from '../../share/call.ts'
import { fetchPiece } from '../../share/carry.ts'
import type { OpenRequest } from '../../share/contract.ts'
import { piecesOf } from '../../share/pieceSizes.ts'
import { fileNames } from '../paper/shown.ts'
import { goOn, idle, type Load } from './loading.ts'
import { blobOf, isDrawn, saveName } from './safely.ts'

type Props = {
  readonly files: readonly SharedFile[]
  readonly ask: OpenRequest
  readonly words: Words
}

type OneProps = Omit<Props, 'files'> & {
  readonly file: SharedFile
  readonly name: string
  readonly number: number
}

const useLoad = ({ file, ask }: OneProps) => {
  const [load, told] = useState<Load>(idle)
  const paused = useRef(false)
  const fetch = (at: number) => fetchPiece(ownRelay, ask, file, at)
  const go = (): void => {
    paused.current = false
    const way = { fetch, count: piecesOf(file.size), isPaused: () => paused.current, told }
    void goOn(way, load.parts)
  }
  const pause = (): void => {
    paused.current = true
  }
  useEffect(() => pause, [])
  return { load, go, pause }
}

/** What was pressed to load it is gone: whoever stood on it goes on here, unless they have gone elsewhere. */
const stand = (place: HTMLElement | null): void => {
  if (document.activeElement === document.body) place?.focus({ preventScroll: true })
}

/** An address in memory, which ends with the page. */
const useAddress = (file: SharedFile, load: Load): string | null => {
  const [url, set] = useState<string | null>(null)
  const whole = load.at === 'whole'
  useEffect(() => {
    if (!whole) return
    const made = URL.createObjectURL(blobOf(file, load.parts))
    set(made)
    return () => URL.revokeObjectURL(made)
  }, [whole])
  return url
}

type WholeProps = OneProps & { readonly url: string }

const Whole = ({ file, name, number, url, words: { t } }: WholeProps) => {
  const [undrawn, setUndrawn] = useState(!isDrawn(file))
  return (
    <>
      {!undrawn && <img src={url} alt={name} onError={() => setUndrawn(true)} />}
      <a ref={stand} class="save" href={url} download={saveName(file, number)}>
        {t('page.files.save')}
        <span class="unseen"> {name}</span>
      </a>
    </>
  )
}

const sizeOf = (bytes: number, { language }: Words): string => {
  const large = bytes >= 1_000_000
  return new Intl.NumberFormat(language.tag, {
    style: 'unit',
    unit: large ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: large ? 1 : 0,
  }).format(large ? bytes / 1_000_000 : Math.max(1, bytes / 1_000))
}

const One = (props: OneProps) => {
  const { file, name, words } = props
  const { t } = words
  const { load, go, pause } = useLoad(props)
  const url = useAddress(file, load)
  const { at, parts } = load
  const place = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (at === 'wrong') stand(place.current)
  }, [at])
  const going = at === 'going'
  const over = at === 'whole' || at === 'wrong'
  const said = at === 'idle' || going ? '' : t(`page.files.${at}`)
  return (
    <li>
      <h3 ref={place} tabIndex={-1}>
        {name}
      </h3>
      <small>{sizeOf(file.size, words)}</small>
      {(going || parts.length > 0) && at !== 'whole' && (
        <progress max={piecesOf(file.size)} value={parts.length} aria-label={name} />
      )}
      <p role="status">{said}</p>
      {url && at === 'whole' && <Whole {...props} url={url} />}
      {!over && (
        <button type="button" class="quiet" onClick={going ? pause : go}>
          {t(`page.files.${going ? 'pause' : at === 'idle' ? 'load' : 'goOn'}`)}
          <span class="unseen"> {name}</span>
        </button>
      )}
    </li>
  )
}

/** Each file by itself, loaded when somebody wants it. */
export const Carried = ({ files, ask, words }: Props) => (
  <>
    <h2 ref={stand} tabIndex={-1}>
      {words.t('paper.files')}
    </h2>
    <p>{words.t('page.files.care')}</p>
    <ul role="list">
      {fileNames(files, words).map(({ file, name, number }) => (
        <One key={file.id} file={file} name={name} number={number} ask={ask} words={words} />
      ))}
    </ul>
  </>
)
