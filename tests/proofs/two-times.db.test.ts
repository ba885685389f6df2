// A promise, its addressee, a move, a correction dated back and its undoing: by the command line, against a table written beforehand.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type Machine, machine } from './koersvast.ts'

let it: Machine
before(async () => {
  it = await machine()
  const said = await it.run(['pack', 'import', `${it.folder}/klein`])
  assert.equal(said.exit, 0, said.err)
})
after(() => it.close())

interface Outcome {
  readonly act: string
  readonly at: string
  readonly made: readonly { readonly code: string }[]
}

/** Per moment of knowing and day: code, words, addressee and the promise it replaces. Written before anything ran. */
const table: Readonly<Record<'before' | 'after' | 'undone', Readonly<Record<string, readonly (readonly (string | null)[])[]>>>> = {
  before: {
    '2024-12-31': [['T-0001', 'In 2025 een brief', 'TK', null]],
    '2025-02-15': [['T-0001', 'In 2025 een brief', 'EK', null]],
    '2025-03-15': [
      ['T-0001', 'In 2025 een brief', 'EK', null],
      ['T-0002', 'In 2025 een brief', 'EK', 'T-0001'],
    ],
  },
  after: {
    '2024-12-31': [['T-0001', 'In 2025 twee brieven', 'TK', null]],
    '2025-02-15': [['T-0001', 'In 2025 twee brieven', 'EK', null]],
    '2025-03-15': [
      ['T-0001', 'In 2025 twee brieven', 'EK', null],
      ['T-0002', 'In 2025 een brief', 'EK', 'T-0001'],
    ],
  },
  undone: {
    '2024-12-31': [['T-0001', 'In 2025 een brief', 'TK', null]],
    '2025-02-15': [['T-0001', 'In 2025 een brief', 'EK', null]],
    '2025-03-15': [
      ['T-0001', 'In 2025 een brief', 'EK', null],
      ['T-0002', 'In 2025 een brief', 'EK', 'T-0001'],
    ],
  },
}

test('[D3] two times by the command line: three days, as known before a correction, after it and after its undoing', async () => {
  const organisation = (nl: string) =>
    it.json<Outcome>('organisation', 'add', '--input', JSON.stringify({ name: { nl, en: null } }), '--since', '2024-01-01')
  const [tk, ek] = [await organisation('Tweede Kamer'), await organisation('Eerste Kamer')].map(made => made.made[0]?.code ?? '')
  const made = await it.json<Outcome>(
    ...[
      'commitment',
      'make',
      '--words',
      'In 2025 een brief',
      '--addressee',
      tk ?? '',
      '--due-from',
      '2025-01-01',
      '--due-to',
      '2025-12-31',
    ],
    ...['--since', '2024-12-06'],
  )
  assert.equal(made.made[0]?.code, 'T-0001')
  await it.json('commitment', 'correct', 'T-0001', '--addressee', ek ?? '', '--since', '2025-02-01')
  const moved = await it.json<Outcome>('commitment', 'move', 'T-0001', '--due-to', '2026-03-31', '--since', '2025-03-01')
  assert.equal(moved.made[0]?.code, 'T-0002')
  const corrected = await it.json<Outcome>('commitment', 'correct', 'T-0001', '--words', 'In 2025 twee brieven', '--since', '2024-12-06')
  const undone = await it.json<Outcome>('act', 'undo', corrected.act)

  const names = new Map<unknown, string>([
    [await idOf('organisation', tk ?? ''), 'TK'],
    [await idOf('organisation', ek ?? ''), 'EK'],
    [await idOf('commitment', 'T-0001'), 'T-0001'],
  ])
  const moments = { before: moved.at, after: corrected.at, undone: undone.at }
  for (const moment of ['before', 'after', 'undone'] as const)
    for (const [day, rows] of Object.entries(table[moment])) {
      const seen: unknown[] = []
      // The second promise is there only where the table has it: asked as well on the days without.
      for (const code of ['T-0001', 'T-0002']) {
        const said = await it.run(['commitment', 'show', code, '--on', day, '--known', moments[moment], '--json'])
        if (said.exit === 3) continue
        assert.equal(said.exit, 0, said.err)
        const { words, addressee, replaces } = JSON.parse(said.out).fields
        seen.push([code, words, names.get(addressee), replaces && names.get(replaces)])
      }
      assert.deepEqual([moment, day, seen], [moment, day, rows])
    }
  const verified = await it.run(['verify'])
  assert.equal(verified.exit, 0, verified.err)

  // Once more as it is typed: a process of its own, on what stands in the folder.
  const asked = ['commitment', 'show', 'T-0001', '--on', '2025-02-15', '--known', corrected.at, '--json']
  const here = await it.run(asked)
  await it.leave()
  assert.deepEqual(await it.process(asked), here)
})

const idOf = async (kind: string, code: string): Promise<string> => (await it.json<{ id: string }>(kind, 'show', code)).id
