import { expect } from '@playwright/test'
import { agenciesBeside } from './agency.ts'
import { herPhone, type HerPhone } from './driver.ts'
import { test } from './server.ts'

const begin = async (her: HerPhone) => {
  await her.setUp()
  await her.addContact({ organisation: 'Socialtjänsten Fiktiv', caseNumber: 'SN-2026-0042' })
  await her.choose({ type: 'social', parts: ['Socialtjänsten Fiktiv'] })
  return { ...(await her.makeLink()), ...(await her.readOut()) }
}

const slipped = (code: string): string => (code.startsWith('X') ? 'Y' : 'X') + code.slice(1)

test('JOURNEY-42 she reads a code out over the telephone, and the agency types it and reads', async ({
  page,
  server,
}) => {
  // Codes are stretched on both sides, as slowly as a guess must be.
  test.slow()
  const her = herPhone(page, server)
  const [agency] = await agenciesBeside(page)
  if (!agency) throw new Error('no window')
  const { address, code, passcode } = await begin(her)
  expect(code).toMatch(/^[0-9A-Z]{4}( [0-9A-Z]{4}){2}$/)

  await agency.visit(`http://${address}/`)
  await agency.typeCode(code.slice(0, 9))
  await agency.sees('page.problem.length', { signs: 8 })
  await agency.typeCode(slipped(code))
  await agency.sees('page.problem.slip')
  await agency.typeCode(code.toLowerCase().replaceAll('0', 'o'))
  await agency.sees('page.closed.codeNext')
  await agency.doesNotRead('SN-2026-0042')
  await agency.openWith(passcode)
  await agency.reads('SN-2026-0042')

  await page.bringToFront()
  await her.tap(her.say('share.spoken.stop'))
  await expect(her.button(her.say('share.spoken.offer'))).toBeVisible()
  await agency.visit(`http://${address}/`)
  await agency.typeCode(code)
  await agency.sees('page.problem.unknown')
})
