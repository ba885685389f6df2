// What was said in the invented country and what came of it: its papers, promises, motions, duties and advice, all by hand.
import { passage } from './hand/passages.ts'
import { entry, inBoth, type Row, said, several, table } from './hand/table.ts'

const invented = {
  nl: 'Verzonnen document: het Koninkrijk Waterland bestaat niet.',
  en: 'Invented document: the Kingdom of Waterland does not exist.',
}

export function papers(): Record<string, unknown> {
  return {
    documents: table('documents').map(row =>
      entry({
        code: row.code,
        since: row.date,
        title: inBoth(row),
        identity: row.identity,
        date: row.date,
        sender: row.sender,
        addressee: row.addressee,
        language: 'nl',
        file: row.text && `documents/${said(row, 'code')}.txt`,
        remark: invented,
      }),
    ),
    feeds: [
      {
        code: 'F-0001',
        since: readUntil,
        name: { nl: 'Stukken van de Kamer der Landen (verzonnen)', en: 'Papers of the Chamber of the Lands (invented)' },
        readUntil,
      },
    ],
    commitments: table('commitments').map(commitment),
    fulfilments: table('fulfilments').map((row, i) =>
      entry({
        code: numbered('NK', i),
        since: dateOf(row) > said(row, 'on') ? dateOf(row) : row.on,
        commitment: row.commitment,
        extent: row.extent,
        on: row.on,
        document: row.document,
        says: row.says,
        remains: row.remains,
        evidence: [passage(said(row, 'document'), row.quote)],
      }),
    ),
    done: table('done').map((row, i) =>
      entry({
        code: numbered('GD', i),
        since: dateOf(row),
        document: row.document,
        words: row.words,
        by: row.by,
        byWords: row['by words'],
        when: windowOf(row),
        evidence: [passage(said(row, 'document'), said(row, 'quote'))],
      }),
    ),
  }
}

const readUntil = '2026-10-31'
const numbered = (prefix: string, i: number): string => `${prefix}-${String(i + 1).padStart(4, '0')}`
const windowOf = ({ from, to, phrase }: Row) => (from && to && phrase ? { from, to, phrase } : null)
/** The day on which it became known: that of the document that says it. */
const dateOf = (row: Row): string => said(table('documents').find(document => document.code === row.document) ?? {}, 'date')

const commitment = (row: Row): Record<string, unknown> =>
  entry({
    code: row.code,
    since: row.since,
    words: row.words || row.quote,
    kind: row.kind,
    by: row.by,
    byWords: row['by words'],
    addressee: row['to whom'],
    due: windowOf(row),
    strength: row.strength,
    lines: several(row.lines),
    territory: row.territory,
    replaces: row.replaces,
    withdrawn: row.withdrawn,
    lateConfirmed: row.late,
    remark: row['remark nl'] ? inBoth(row, 'remark nl', 'remark en') : null,
    evidence: [passage(said(row, 'document'), row.quote)],
  })
