// `npm run bench` lists what there is; `npm run bench NAME` measures one thing, beside a peer or a limit of the same run.
import { machine } from './support/machine.ts'

const benches: Readonly<Record<string, { readonly means: string; load(): Promise<{ run(): Promise<void> }> }>> = {
  snapshot: {
    means: '10,000 records × 20 versions × 2 labels: loading, bringing forward, memory (about 4 minutes)',
    load: () => import('./snapshot.ts'),
  },
  page: {
    means: 'a page of 200 rows out of 10,000 records, beside a bare route with the same bytes (about 2 minutes)',
    load: () => import('./page.ts'),
  },
  letter: { means: 'a letter to parliament read, beside a plain loop over its words (half a minute)', load: () => import('./letter.ts') },
  reader: {
    means: 'many letters read, beside a plain loop and chrono-node; 10,000 in a row, two workers, hostile texts (about 3 minutes)',
    load: () => import('./reader.ts'),
  },
  start: {
    means: '`npm start` until the first page, beside an empty Node and an empty npm script (about 2 minutes)',
    load: () => import('./start.ts'),
  },
  search: {
    means: 'words sought in 10,000 letters, beside the bare look-up without row policies (about 3 minutes)',
    load: () => import('./search.ts'),
  },
  picture: {
    means: 'cascades simulated, beside the same trials in C, numpy and plain objects (about 2 minutes)',
    load: () => import('./picture.ts'),
  },
  commits: {
    means: 'commits a second and verify, beside one bare insert a transaction (about 1 minute)',
    load: () => import('./commits.ts'),
  },
}

const [name] = process.argv.slice(2)
const chosen = name === undefined ? undefined : benches[name]
if (!chosen) {
  if (name !== undefined) process.stderr.write(`There is no bench ${name}.\n`)
  for (const [it, { means }] of Object.entries(benches)) process.stdout.write(`npm run bench ${it.padEnd(9)} ${means}\n`)
  process.exitCode = name === undefined ? 0 : 2
} else {
  process.stdout.write(`${name}: ${chosen.means}\n  ${machine()}\n`)
  await (await chosen.load()).run()
}
