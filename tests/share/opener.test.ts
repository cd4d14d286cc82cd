import { expect, test } from 'vitest'
import { locatorOf } from '../../src/share/keys.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { newBrowserKey, openerOf } from '../../src/share/opener.ts'

const newPlace = async () => {
  const link = await parseLink(await newSecret(true))
  if (!link) throw new Error('damaged')
  return locatorOf(link)
}

test('SHARE-20 a browser has one name for a share, and another name for every other share', async () => {
  const [key, other] = [await newBrowserKey(), await newBrowserKey()]
  const [link, second] = [await newPlace(), await newPlace()]
  const name = await openerOf(key, link)
  expect(name).toMatch(/^[\w-]{22}$/)
  expect(await openerOf(key, link)).toBe(name)
  expect(await openerOf(key, second)).not.toBe(name)
  expect(await openerOf(other, link)).not.toBe(name)
})

test('SHARE-20 the key of a browser cannot be read out', async () => {
  const key = await newBrowserKey()
  expect(key.extractable).toBe(false)
  await expect(crypto.subtle.exportKey('raw', key)).rejects.toThrow()
})
