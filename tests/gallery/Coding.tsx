import ar from '../../locales/app/ar.json' with { type: 'json' }
import sv from '../../locales/app/sv.json' with { type: 'json' }
import { PresentCode } from '../../src/app/screens/code/PresentCode.tsx'
import { TypeBack } from '../../src/app/screens/code/TypeBack.tsx'
import { speak } from '../../src/i18n/words.ts'

const nothing = () => {}

/** Where codes are typed: nothing yet, and refused. */
export const Coding = ({ tag }: { readonly tag: 'sv' | 'ar' }) => {
  const words = speak(tag, tag === 'ar' ? ar : sv)
  return (
    <>
      <TypeBack
        {...{ words, way: 'words', code: '8653+27369+5823+4962', why: null, busy: false }}
        onRight={nothing}
        back={nothing}
      />
      <PresentCode words={words} busy={false} why="present" onCode={nothing} />
    </>
  )
}
