import type { Phone } from '../record/types.ts'
import type { PhoneLabel } from '../record/phoneLabels.ts'
import { fieldLimits } from './limits.ts'
import { tidyFact } from './tidy.ts'

const ownWords: ReadonlyMap<string, PhoneLabel> = new Map([
  ['cell', 'mobile'],
  ['iphone', 'mobile'],
  ['mobil', 'mobile'],
  ['mobile', 'mobile'],
  ['work', 'work'],
  ['arbete', 'work'],
  ['home', 'home'],
  ['hem', 'home'],
  ['main', 'main'],
  ['växel', 'main'],
  ['fax', 'fax'],
  // As writeCard was told to say it, in each language that the app has.
  ['check', 'check'],
  ['kontrollera först', 'check'],
  ['check first', 'check'],
  ['يُستحسن التحقق أولًا', 'check'],
])

// A fax number that reads "work" would be called, so the stronger word comes first.
const order = ['fax', 'cell', 'iphone', 'main', 'work', 'home']

/** The label that a screen translates, or the person's own word for the number, or nothing. */
export const phoneLabel = (types: readonly string[], own: string): string => {
  const named = own.replace(/^_\$!<(.*)>!\$_$/, '$1').trim()
  if (named) return ownWords.get(named.toLowerCase()) ?? tidyFact(named, fieldLimits.label)
  const type = order.find((one) => types.includes(one))
  return ownWords.get(type ?? '') ?? ''
}

const asciiDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))

/** Equal for two spellings of one Swedish number: "+46 (0)70-174 06 05" is "0701740605". */
export const phoneKey = (number: string): string => {
  const digits = asciiDigits(number)
    .replace(/(;|,|x|ext|ank).*$/is, '')
    .replace(/^\s*(\+|00)\s*46\s*(\(0\))?/, '0')
    .replace(/^\s*\+/, '00')
    .replace(/\D/g, '')
  return digits
}

/** A number as it was written, without the shell of a tel: address; null when it has no digit. */
export const readPhone = (value: string, label: string): Phone | null => {
  const number = tidyFact(
    value.replace(/^tel:/i, '').replace(/;(ext|phone-context)=.*$/is, ''),
    fieldLimits.phone,
  )
  return phoneKey(number) ? { label, number } : null
}
