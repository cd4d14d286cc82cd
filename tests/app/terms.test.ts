import { expect, test } from 'vitest'
import { firstFields, openers, places, wishOf } from '../../src/app/screens/share/fields.ts'
import { makeShare, type Wish } from '../../src/app/sharing.ts'
import { changeParts, updateShare } from '../../src/app/updating.ts'
import { asksForCare } from '../../src/record/care.ts'
import { readOpenHead, unframe } from '../../src/share/contract.ts'
import { readPolicy } from '../../src/share/policy.ts'
import { paths } from '../../src/share/contract.ts'
import { kept, openedBy, start, wish } from './line.ts'

const made = async (over: Partial<Wish>) => {
  const line = start()
  await makeShare(line.desk, { ...wish, ...over })
  return line
}

test('SHARING-220 few screens is what she gets if she changes nothing, and each choice is its number', () => {
  expect(wishOf(firstFields).openers).toBe(5)
  for (const chosen of openers)
    expect(wishOf({ ...firstFields, openers: chosen }).openers).toBe(places[chosen])
})

test('SHARING-220 the relay lets in as many as she chose, also after other content came', async () => {
  const { desk, one, line } = await made({ openers: 2 })
  let sealed = 0
  line.break = async (path, pass) => {
    const answer = await pass()
    if (path !== paths.open || !answer.ok) return answer
    const framed = unframe(new Uint8Array(await answer.clone().arrayBuffer()))
    sealed =
      (framed && readOpenHead(framed.head) && readPolicy(new Uint8Array(framed.body)))?.openers ?? 0
    return answer
  }
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  expect(sealed).toBe(2)
  expect(await updateShare(desk, one())).toEqual({ ok: true })
  expect(await changeParts(desk, one(), { parts: wish.parts.slice(1), titles: [] })).toEqual({
    ok: true,
  })
  sealed = 0
  expect(await openedBy(desk.relay, one())).toMatchObject({ ok: true })
  expect(sealed).toBe(2)
  expect(await openedBy(desk.relay, one())).toEqual({ ok: false, why: 'gone' })
})

test('SHARING-221 three words open what six digits would, however they are typed', async () => {
  const { desk, one } = await made({ passcode: true, words: true, openers: 20 })
  const passcode = one().passcode ?? ''
  expect(passcode.split(' ')).toHaveLength(3)
  expect(passcode).toMatch(/^[\p{L}]{3,} [\p{L}]{3,} [\p{L}]{3,}$/u)
  const typed = [passcode.toUpperCase(), passcode.replaceAll(' ', '-').normalize('NFD')]
  for (const one_ of typed)
    expect(await openedBy(desk.relay, { ...one(), passcode: one_ })).toMatchObject({ ok: true })
  const [first = '', ...others] = passcode.split(' ')
  const wrong = [...others, first].join(' ')
  expect(await openedBy(desk.relay, { ...one(), passcode: wrong })).toMatchObject({ ok: false })
})

test('SHARING-221 words are suggested exactly where something asks for care', () => {
  const [contact] = wish.parts
  if (!contact) throw new Error('no part')
  expect(asksForCare(kept, wish.parts)).toBe(false)
  expect(asksForCare(kept, [{ ...contact, fields: ['organisation', 'address'] }])).toBe(true)
  expect(asksForCare(kept, [])).toBe(false)
})
