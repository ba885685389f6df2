import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { views } from '../../../tests/support/http.ts'
import { commands, kinds } from '../../../tests/support/ledgers.ts'
import { system } from '../../access/viewer.ts'
import { refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { type Config, configuration, origins } from '../config.ts'
import { limits } from '../files/limits.ts'
import type { App } from './app.ts'
import { completions, shells } from './machine/completions.ts'
import { globalFlags } from './machine/globals.ts'
import type { Streams } from './print.ts'
import { inOrder } from './reading/batch.ts'
import { inputsOf, standardInput } from './reading/inputs.ts'
import { progress, summary } from './reading/told.ts'

const said = (more: Partial<Streams> = {}) => {
  const lines = { out: '', err: '' }
  const streams: Streams = {
    out: text => void (lines.out += text),
    err: text => void (lines.err += text),
    tty: false,
    width: 80,
    language: 'en',
    ...more,
  }
  return { lines, streams }
}

test('[K1] flags of every verb may stand anywhere, and nothing after -- is taken', () => {
  assert.deepEqual(globalFlags(['commitment', '-q', 'list', '--no-color', '--lang', 'en', '--json']), {
    argv: ['commitment', 'list', '--json'],
    quiet: true,
    language: 'en',
  })
  assert.deepEqual(globalFlags(['read', '--lang=nl', '--', '-q']), { argv: ['read', '--', '-q'], quiet: false, language: 'nl' })
  assert.deepEqual(globalFlags(['read', '--lang', 'fr']).argv, ['read', '--lang', 'fr'])
})

test('[K2] two at a time, told in the order asked', async () => {
  let running = 0
  let most = 0
  const taken: number[] = []
  await inOrder(
    [5, 1, 3, 1, 2],
    async ms => {
      most = Math.max(most, ++running)
      await wait(ms)
      running--
      return ms * 10
    },
    (ms, result, n) => {
      assert.equal(result, ms * 10)
      taken.push(n)
    },
  )
  assert.deepEqual([most, taken], [2, [0, 1, 2, 3, 4]])
  await inOrder([], wait, () => assert.fail())
})

test('[K2] a folder gives its files by name with the format their name tells, hidden ones not; each once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'koersvast-in-'))
  try {
    await mkdir(join(folder, 'b/.git'), { recursive: true })
    for (const name of ['z.EML', 'b/a.md', 'b/.git/x', '.verborgen', 'c.pdf']) await writeFile(join(folder, name), 'x')
    const found = await inputsOf([join(folder, 'c.pdf'), folder])
    assert.ok(!refused(found))
    assert.deepEqual(
      found.inputs.map(it => [it.name.slice(folder.length + 1), it.format]),
      [
        ['c.pdf', 'text'],
        ['b/a.md', 'markdown'],
        ['z.EML', 'mail'],
      ],
    )
    await mkdir(join(folder, 'leeg'))
    const empty = await inputsOf([join(folder, 'leeg')])
    assert.equal(refused(empty) && empty.code, 'folder.empty')
  } finally {
    await rm(folder, { recursive: true })
  }
  async function* endless() {
    for (;;) yield new Uint8Array(1024 * 1024)
  }
  const bytes = await standardInput(endless()).bytes()
  assert.ok(bytes instanceof Uint8Array && bytes.byteLength > limits.bytes && bytes.byteLength <= limits.bytes + 1024 * 1024)
})

test('[K3] refusals are counted by reason with the names; all read well is advice, and -q leaves it out', () => {
  const empty = refuse('read.empty', w('Leeg.', 'Empty.'))
  const { lines, streams } = said({ quiet: true })
  summary(
    streams,
    4,
    [...'abcdef'].map(name => [name, empty] as const).concat([['g', refuse('read.not-text', w('Geen tekst.', 'No text.'))]]),
  )
  assert.equal(
    lines.err,
    '4 read, 7 refused.\n  6 × read.empty: Empty.\n      a, b, c, d, e … (+1)\n  1 × read.not-text: No text.\n      g\n',
  )
  const quiet = said({ quiet: true })
  summary(quiet.streams, 4, [])
  assert.equal(quiet.lines.err, '')
})

test('[K4] progress writes over itself for who watches, and is silent for a log, with -q and for one document', () => {
  for (const [more, of] of [[{}, 9] as const, [{ watched: true, quiet: true }, 9] as const, [{ watched: true }, 1] as const]) {
    const { lines, streams } = said(more)
    progress(streams, of).at(1, 'brief.txt')
    assert.equal(lines.err, '')
  }
  const { lines, streams } = said({ watched: true })
  progress(streams, 9).at(3, 'x'.repeat(300))
  assert.match(lines.err, /^\r +\r3\/9 x{60,80}$/)
  assert.ok(!lines.err.includes('\n'))
})

test('[K5] every value with where it comes from, and no password', () => {
  const env = { DATABASE_URL: 'postgres://kv:geheim@localhost/kv?sslpassword=geheim', PORT: '4010' }
  const rows = origins(configuration(env, '/srv/kv') as Config, env)
  assert.doesNotMatch(JSON.stringify(rows), /geheim/)
  const of = (name: string) => rows.find(row => row.name === name)
  assert.deepEqual([of('PORT')?.value, of('PORT')?.from, of('KOERSVAST_ZONE')?.from], ['4010', 'environment', 'default'])
  assert.match(of('DATABASE_URL')?.value ?? '', /kv:\*\*\*@localhost/)
})

test('[K6] completions name every verb and flag, in a script its shell accepts', () => {
  const { streams } = said()
  const app = {
    streams,
    config: configuration({}, '/srv/kv') as Config,
    kinds: [...kinds.values()],
    commands: [...commands.values()],
    views,
    viewer: system,
    open: () => assert.fail(),
  } as unknown as App
  for (const shell of shells) {
    const script = completions(app, shell)
    for (const command of commands.values()) assert.ok(script.includes(command.name.split('.')[1] as string), `${shell} ${command.name}`)
    assert.ok(script.includes('due-from') && script.includes('dry-run'))
  }
  const bash = completions(app, 'bash')
  const asked = `${bash}\nCOMP_WORDS=(koersvast commitment move --due-t); COMP_CWORD=3; _koersvast; echo "\${COMPREPLY[@]}"`
  const { stdout, status } = spawnSync('bash', ['-c', asked], { encoding: 'utf8' })
  assert.deepEqual([status, stdout.trim()], [0, '--due-to'])
})
