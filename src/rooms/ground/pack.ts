import type { Refusal } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { Kinds } from '../../model/kind.ts'
import { checkKinds } from './pack/checks.ts'
import { format, key, type PackData, type PackRecord } from './pack/data.ts'
import { Findings } from './pack/findings.ts'
import { sorted } from './pack/manifest.ts'
import { evidenceOf } from './pack/passages.ts'
import { entriesOf, type Raw } from './pack/records.ts'
import { refsOf, resolved } from './pack/references.ts'

/**
 * Reads a pack: a folder of JSON and texts that brings a workspace its records (docs/reference/pack.md).
 * [G1] Everything that is wrong is told at once, and then nothing of it is handed on. [G2] The order of files and entries says nothing.
 * @param files by path in the folder, with `/`: `commitments.json`, `documents/kst-30821-251.txt`.
 * @param kinds all words by name; those of the world may stand in a pack.
 * @returns plain JSON, the input of `pack.import`; or a refusal whose `also` holds the further findings.
 */
export function parsePack(files: ReadonlyMap<string, string>, kinds: Kinds): PackData | Refusal {
  const findings = new Findings()
  const { texts, workspace, ...rest } = sorted(files, kinds, findings)
  const raws = entriesOf({ texts, workspace, ...rest }, findings)
  const all = new Map(raws.map(raw => [key(raw.code), raw]))
  const named = new Map<string, Raw>()
  for (const raw of raws) if (raw.file !== null) textOf(raw, raw.file, texts, named, findings)
  for (const file of texts.keys())
    if (!named.has(file))
      findings.add(
        'pack.text-unused',
        { file },
        w('Noem deze tekst met file bij een document in documents.json.', 'Name this text with file at a document in documents.json.'),
      )
  const records = raws.map(raw => recordOf(raw, all, texts, findings))
  // Rules of the words are asked only of a pack that is whole: half a pack would be told wrong.
  if (!findings.some) checkKinds(records, raws, kinds, findings)
  return findings.refusal() ?? { format, workspace, records }
}

function textOf(raw: Raw, file: string, texts: ReadonlyMap<string, string>, named: Map<string, Raw>, findings: Findings): void {
  const place = { ...raw.place, field: 'file' }
  const other = named.get(file)
  if (!texts.has(file))
    findings.add(
      'pack.text-missing',
      place,
      w(
        'Zet dit tekstbestand in de map en in de lijst files van pack.json.',
        'Put this text file in the folder and in the list files of pack.json.',
      ),
      file,
    )
  else if (other)
    findings.add(
      'pack.text-twice',
      place,
      w(
        `Geef elk document een eigen tekst; deze is van ${other.code}.`,
        `Give each document a text of its own; this one is of ${other.code}.`,
      ),
      file,
    )
  else named.set(file, raw)
}

const recordOf = (raw: Raw, all: ReadonlyMap<string, Raw>, texts: ReadonlyMap<string, string>, findings: Findings): PackRecord => ({
  kind: raw.kind.name,
  code: raw.code,
  refs: refsOf(raw.kind),
  text: raw.file === null ? null : (texts.get(raw.file) ?? null),
  versions: raw.versions.map(({ since, body, evidence, place }) => ({
    since,
    body: resolved(raw, all, body, place, findings),
    evidence: evidence === null ? null : evidenceOf(evidence, all, texts, place, findings),
  })),
})
