// What was said in the invented country: its papers, with the texts that people wrote.
import { entry, inBoth, said, table } from './hand/table.ts'

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
        since: '2026-10-31',
        name: { nl: 'Stukken van de Kamer der Landen (verzonnen)', en: 'Papers of the Chamber of the Lands (invented)' },
        readUntil: '2026-10-31',
      },
    ],
  }
}
