import { test as base } from '@playwright/test'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isLate, outOfTime } from '../thorough.ts'
import { serve, type Server } from './serving.ts'

export type { Server } from './serving.ts'

/**
 * `server` runs at the start of each journey, whatever the journey before did to it. Where a build machine's time
 * is nearly over, a journey that another engine has gone is left out, and counts as skipped.
 */
export const test = base.extend<{ server: Server; inTime: void }, { house: Server }>({
  inTime: [
    async ({}, use, info) => {
      info.skip(info.project.name !== 'chromium' && isLate(), outOfTime)
      await use()
    },
    { auto: true },
  ],
  house: [
    // Playwright reads the names of what a fixture needs out of this pattern, so it must stand
    // here, though it is empty.
    async ({}, use) => {
      const data = mkdtempSync(join(tmpdir(), 'samlad-'))
      const server = await serve(data)
      await use(server)
      await server.kill()
      rmSync(data, { recursive: true, force: true })
    },
    { scope: 'worker' },
  ],
  server: async ({ house }, use) => {
    await house.start()
    await use(house)
  },
})
