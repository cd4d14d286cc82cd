// `npm run bench`, or `npm run bench -- vault`: figures to compare on one machine in one run. Ratios
// carry over to other machines, absolute times do not.
import { print, type Row } from './figures.ts'

const benches: Readonly<Record<string, () => Promise<Row[]>>> = {
  vault: async () => (await import('./vault.ts')).benchVault(),
  exit: async () => (await import('./exit.ts')).benchExit(),
  fuzz: async () => (await import('./fuzz.ts')).benchFuzz(),
  screens: async () => (await import('./screens.ts')).benchScreens(),
  relay: async () => (await import('./relay.ts')).benchRelay(),
  sweep: async () => (await import('./sweep.ts')).benchSweep(),
  year: async () => (await import('./year.ts')).benchYear(),
}

const wanted = process.argv.slice(2)
// This one takes links of its own, so it runs only when it is asked for.
if (wanted[0] === 'page') {
  const { benchLink } = await import('./link.ts')
  print('page', await benchLink(wanted.slice(1)))
}
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) print(name, await bench())
}
