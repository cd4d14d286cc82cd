import { languages } from '../i18n/languages.ts'
import type { Words } from '../i18n/words.ts'
import { readBundle, speakSmall } from './speak.ts'

const places = import.meta.glob<string>('../../locales/recipient/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** Loads the words of one language. Rejects when the network does; it may be asked again. */
export const wordsOf = async (tag: string): Promise<Words> => {
  const place = places[`../../locales/recipient/${tag}.json`]
  if (place === undefined) throw new Error('a language without words')
  const bundle = readBundle(await (await fetch(place, { credentials: 'omit' })).json())
  if (!bundle) throw new Error('words that are no words')
  return speakSmall(tag, bundle)
}

type Props = { readonly words: Words; readonly change: (tag: string) => void }

/** Each language under its own name, so that it is found by whoever needs it. */
export const LanguageChoice = ({ words, change }: Props) => (
  <label class="language">
    <span>{words.t('page.language')}</span>
    <select value={words.language.tag} onChange={(event) => change(event.currentTarget.value)}>
      {languages.map(({ tag, name }) => (
        <option key={tag} value={tag} lang={tag}>
          {name}
        </option>
      ))}
    </select>
  </label>
)
