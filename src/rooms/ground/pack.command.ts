import { json } from '../../fields/json.ts'
import { type Refusal, refuse, together } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { command, type Need, read } from '../room.ts'
import { Import } from './import/drafts.ts'
import { documentsWithText, type PackData, packIn } from './pack/data.ts'

/** [G4] A pack comes in as one commit, with its codes, days and sources; a start that is whole or did not happen. */
export const importPack = command({
  name: 'pack.import',
  words: w('Pakket inlezen', 'Import a pack'),
  means: w(
    'Vult een lege werkruimte met een strategie en alles wat erbij hoort, in één keer.',
    'Fills an empty workspace with a strategy and all that belongs to it, in one go.',
  ),
  input: { pack: json(w('Pakket', 'Pack')) },
  offered: ['administrator', 'coordinator'],
  needs(_, input): Readonly<Record<string, Need<unknown>>> {
    const pack = packIn(input.pack)
    const texts = pack ? documentsWithText(pack) : []
    return Object.fromEntries(
      texts.map(({ code, text, versions: [first] }) => {
        const { identity, date } = (first?.body ?? {}) as { identity?: string | null; date?: never }
        return [code, read({ text: text ?? '', id: identity ?? code, date: date ?? null })]
      }),
    )
  },
  decide(snapshot, input, ctx, readings) {
    const pack = packIn(input.pack)
    if (!pack)
      return refuse(
        'pack.shape',
        w(
          'Geef een pakket dat is gelezen en gecontroleerd; docs/reference/pack.md zegt hoe het eruitziet.',
          'Give a pack that was read and checked; docs/reference/pack.md says what it looks like.',
        ),
        { where: 'pack' },
      )
    return occupied(snapshot, pack) ?? new Import(pack, snapshot, ctx).drafts(readings)
  },
})

/** [G5] What is there is never overwritten by a pack. */
function occupied(snapshot: Snapshot, pack: PackData): Refusal | undefined {
  const [strategy] = snapshot.all('strategy')
  if (strategy)
    return refuse(
      'pack.strategy-there',
      w(
        'Begin een nieuwe werkruimte voor dit pakket; deze heeft al een strategie.',
        'Start a new workspace for this pack; this one has a strategy already.',
      ),
      {
        where: 'pack',
        found: strategy.code,
        fault: 'conflict',
      },
    )
  const taken = pack.records.filter(({ kind, code }) => kind !== 'workspace' && snapshot.coded(code))
  return together(
    taken.map(({ code }) =>
      refuse('code.taken', w(`Kies een andere code: ${code} is in gebruik.`, `Choose another code: ${code} is in use.`), {
        where: code,
        found: code,
        fault: 'conflict',
      }),
    ),
  )
}
