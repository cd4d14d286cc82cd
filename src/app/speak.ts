import { languageOf } from '../i18n/languages.ts'
import { speak, type Bundle, type Words } from '../i18n/words.ts'
import { disguise } from './pad.ts'

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

/** Lets every text name the disguise that she has, its key that clears and the one that ends a code. */
const naming = (words: Words): Words => {
  const named = {
    tool: words.t(`tool.${disguise()}`),
    clear: disguise() === 'timer' ? 'C' : 'AC',
    last: disguise() === 'timer' ? words.t('tool.start') : '=',
  }
  return { ...words, t: (key, values) => words.t(key, { ...named, ...values }) }
}

/** The words of her screens; a language that we do not have becomes the fallback. */
export const speakHer = async (tag: string): Promise<Words> => naming(await load(hers, tag))

/** The words of the recipient's page, for showing her what they will see. */
export const speakTheirs = (tag: string): Promise<Words> => load(theirs, tag)
