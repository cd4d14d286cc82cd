import { languageOf } from '../i18n/languages.ts'
import { speak, type Bundle, type Words } from '../i18n/words.ts'

type Files = Readonly<Record<string, () => Promise<Bundle>>>

const hers: Files = import.meta.glob<Bundle>('../../locales/app/*.json', { import: 'default' })
const theirs: Files = import.meta.glob<Bundle>('../../locales/recipient/*.json', {
  import: 'default',
})

const load = async (files: Files, wish: string): Promise<Words> => {
  const { tag } = languageOf(wish)
  const file = Object.entries(files).find(([path]) => path.endsWith(`/${tag}.json`))
  if (!file) throw new Error(`no words for ${tag}`)
  return speak(tag, await file[1]())
}

/** The words of her screens; a language that we do not have becomes the fallback. */
export const speakHer = (tag: string): Promise<Words> => load(hers, tag)

/** The words of the recipient's page, for showing her what they will see. */
export const speakTheirs = (tag: string): Promise<Words> => load(theirs, tag)
