import type { ComponentChildren } from 'preact'
import '../../look/row.css'
import { Icon, type IconName } from './Icon.tsx'
import { longestIn } from './longest.ts'

export type RowProps = {
  readonly title: string
  readonly detail?: string | undefined
  /** Small and to the side: a time, a state. */
  readonly meta?: string | undefined
  readonly lead?: IconName | undefined
  /** Instead of a picture: the first letter of a name, to find it by. */
  readonly letter?: boolean | undefined
  /** Instead of a drawing: the address of a small picture. */
  readonly picture?: string | undefined
  /** Instead of the chevron. */
  readonly end?: ComponentChildren
  readonly onPress?: (() => void) | undefined
  /** Of her own words in title and detail. */
  readonly lang?: string | undefined
  /** Of the title alone, where the detail says something of ours. */
  readonly titleLang?: string | undefined
  readonly dir?: 'auto' | 'ltr' | 'rtl' | undefined
}

const Lead = ({ title, lead, letter, picture }: RowProps) => {
  if (picture) return <img class="row-lead" src={picture} alt="" />
  if (!lead && !letter) return null
  return (
    <span class="row-lead" aria-hidden="true">
      {lead ? <Icon name={lead} /> : title.trim().match(/./u)?.[0]?.toUpperCase()}
    </span>
  )
}

const Inside = ({ title, detail, meta, end, onPress, lang, ...rest }: RowProps) => (
  <>
    <Lead title={title} {...rest} />
    <span class="row-words" lang={lang}>
      <span class="row-title" style={{ '--longest': longestIn(title) }}>
        <bdi lang={rest.titleLang} dir={rest.dir ?? 'auto'}>
          {title}
        </bdi>
      </span>
      {detail && (
        <span class="row-detail">
          <bdi dir={rest.dir ?? 'auto'}>{detail}</bdi>
        </span>
      )}
    </span>
    {meta && <span class="row-meta">{meta}</span>}
    {end ?? (onPress && <Icon name="chevron" />)}
  </>
)

/** A line of a List: a button when it leads somewhere, plain words when it does not. */
export const Row = (props: RowProps) => (
  <li class="row">
    {props.onPress ? (
      <button type="button" class="row-body" onClick={props.onPress}>
        <Inside {...props} />
      </button>
    ) : (
      <div class="row-body">
        <Inside {...props} />
      </div>
    )}
  </li>
)
