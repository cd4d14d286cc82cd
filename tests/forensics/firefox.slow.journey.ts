import { expect } from '@playwright/test'
import { containerBytes, firstPages } from '../../src/vault/layout.ts'
import { dayWithoutBattery } from './battery.ts'
import { test } from './profile.ts'

test.skip(({ browserName }) => browserName !== 'firefox', 'reads what Firefox writes')

test('FORENSIC-12 nothing of a whole day stands on the disk of Firefox', async ({
  newProfile,
  server,
}) => {
  test.slow()
  const { found, files } = await dayWithoutBattery(newProfile(), server)
  expect(found).toContain('(local storage)')
  expect(found).toContain('(a database)')
  expect(found).toContain('a key that lies open')
  expect(files.some(({ path }) => path.endsWith('places.sqlite'))).toBe(true)
  expect(files.some(({ bytes }) => bytes.length === containerBytes(firstPages))).toBe(true)
})
