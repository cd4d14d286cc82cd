import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { isThorough } from './tests/thorough.ts'

// Names of rooms must not show in the disguise's own script, so every emitted name is a bare hash.
const hashed = {
  entryFileNames: 'a/[hash].js',
  chunkFileNames: 'a/[hash].js',
  assetFileNames: 'a/[hash][extname]',
}

// What the vault's worker needs at once and again in the scripts that it loads later.
const needed =
  /src.vault.(container|desk|filling|layout|names|preamble)|src.crypto.(cost|random|veil)|preload-helper/

// The phone's app and the agency's page are built apart and served from two origins: no shared
// chunk, no shared folder. The service worker is a third build, because it lists the first.
const fronts = {
  app: {
    // One page for each disguise.
    input: { index: 'index.html', convert: 'convert.html', timer: 'timer.html' },
    outDir: 'dist/app',
    publicDir: 'public',
    output: hashed,
  },
  recipient: {
    // The page that an agency opens, and the one for whoever helps her to begin.
    input: { recipient: 'recipient.html', begin: 'begin.html' },
    outDir: 'dist/recipient',
    publicDir: false,
    output: hashed,
  },
  worker: {
    input: 'src/worker/main.ts',
    outDir: 'dist/app',
    publicDir: false,
    output: { ...hashed, entryFileNames: 'sw.js' },
  },
} as const

const apart = '{app,relay}'
const longest = ['tests/vault/killed.test.ts']
const testsIn = (rooms: string): string[] => [`tests/${rooms}/**/*.test.{ts,tsx}`]

// Taken in the order of their names.
const projects = [
  // What takes minutes by itself, so that the others run beside it and not before.
  { extends: true as const, test: { name: 'ahead', include: longest } },
  // Each file in a process of its own: they replace modules, and fill and kill servers.
  { extends: true as const, test: { name: 'apart', include: testsIn(apart) } },
  // All others share a few processes: to start one for each, and to load the same modules again, takes
  // longer than most of them run.
  {
    extends: true as const,
    test: {
      name: 'together',
      include: testsIn('*'),
      exclude: [...testsIn(apart), ...longest],
      isolate: false,
    },
  },
]

export default defineConfig(({ mode }) => {
  const front = mode === 'recipient' || mode === 'worker' ? fronts[mode] : fronts.app
  return {
    publicDir: front.publicDir,
    build: {
      outDir: front.outDir,
      emptyOutDir: mode !== 'worker',
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: front.input, output: front.output },
    },
    worker: {
      format: 'es',
      rolldownOptions: {
        // WebKit runs a worker's first script once more when a later one imports from it; so what
        // they have in common stands in a script of its own.
        output: { ...hashed, codeSplitting: { groups: [{ name: 'both', test: needed }] } },
      },
    },
    test: {
      environment: 'node',
      // What a test puts in the place of others goes with it.
      unstubGlobals: true,
      unstubEnvs: true,
      // All the rounds of a slow test take longer, see tests/thorough.ts.
      testTimeout: isThorough ? 180_000 : 60_000,
      // Many a test waits for a server or a clock: one more at a time than there are cores.
      maxWorkers: availableParallelism() + 1,
      projects,
    },
  }
})
