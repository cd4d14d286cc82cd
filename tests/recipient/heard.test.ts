import { expect, test } from 'vitest'
import { found, hear } from '../../src/recipient/heard.ts'
import type { Empty } from '../../src/recipient/state.ts'
import type { Why } from '../../src/share/client.ts'
import { newSecret, parseLink } from '../../src/share/link.ts'
import { newSpoken, showSpoken } from '../../src/share/spoken.ts'

const empty: Empty = { at: 'empty', busy: false, problem: null, count: 0 }
const refused = (why: Why) => ({ ok: false, why }) as const

test('RECIPIENT-40 a code that is not whole asks nothing of the relay, and says what is wrong with it', () => {
  expect(hear(empty, ' ')).toMatchObject({ code: null, state: { busy: false, problem: 'typed' } })
  const short = { code: null, state: { problem: 'length', count: 3 } }
  expect(hear(empty, 'K7Q')).toMatchObject(short)
  const code = newSpoken()
  const slip = code.startsWith('0') ? `1${code.slice(1)}` : `0${code.slice(1)}`
  expect(hear(empty, slip)).toMatchObject({ code: null, state: { problem: 'slip' } })
  const heard = hear({ ...empty, problem: 'slip' }, showSpoken(code))
  expect(heard).toEqual({ code, state: { ...empty, busy: true } })
})

test('RECIPIENT-41 a code that was found leads to the link, and the page says that one code is left', async () => {
  const link = await parseLink(await newSecret(true))
  if (!link) throw new Error('damaged')
  const next = found({ ...empty, busy: true }, { ok: true, link })
  expect(next).toMatchObject({ at: 'closed', link, spoken: true, busy: false })
})

test('RECIPIENT-41 what may pass is tried again; what is not there is said to be not there', () => {
  const busy: Empty = { ...empty, busy: true }
  for (const why of ['offline', 'slow', 'full', 'refused'] as const)
    expect(found(busy, refused(why))).toEqual({ ...empty, problem: why })
  expect(found(busy, refused('gone'))).toEqual({ ...empty, problem: 'unknown' })
  expect(found(busy, refused('damaged'))).toEqual({ at: 'damaged' })
})
