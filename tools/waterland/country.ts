// Who and what there is in the invented country: all by hand.
import { entry, inBoth, type Row, said, several, table } from './hand/table.ts'

/** The day the strategy was published; what was there before it holds from the first day of this government. */
export const published = '2024-03-15'
const before = '2023-06-12'
const strategy = [{ document: 'strategie-2024' }]

export function country(): Record<string, unknown> {
  return {
    workspaces: [
      {
        code: 'W-0001',
        since: before,
        name: { nl: 'Waterland (verzonnen)', en: 'Waterland (invented)' },
        owner: {
          nl: 'Koninkrijk Waterland: een verzonnen land, om Koersvast te proberen',
          en: 'Kingdom of Waterland: an invented country, for trying Koersvast',
        },
        invented: true,
      },
    ],
    strategies: [
      {
        code: 'ST-0001',
        since: published,
        name: {
          nl: 'Veiligheidsstrategie van het (verzonnen) Koninkrijk Waterland 2024-2030',
          en: 'Security Strategy of the (invented) Kingdom of Waterland 2024-2030',
        },
        from: '2024-01-01',
        to: '2030-12-31',
        published,
        document: 'strategie-2024',
        evidence: [{ document: 'kst-90217-9' }, ...strategy],
      },
    ],
    territories: table('territories').map(row => ({ code: said(row, 'code'), since: before, name: inBoth(row), zone: said(row, 'zone') })),
    organisations: table('organisations').map(organisation),
    offices: table('offices').map(office),
    holders: table('holders').map(row =>
      entry({ code: row.code, since: row.from, office: row.office, name: row.name, from: row.from, to: row.to }),
    ),
    goals: table('goals').map(row => ({
      code: row.code,
      since: published,
      strategy: 'ST-0001',
      number: Number(row.number),
      name: inBoth(row),
      evidence: strategy,
    })),
    'action-lines': table('lines').map(row =>
      entry({
        code: row.code,
        since: published,
        goal: row.goal,
        number: Number(row.number),
        name: inBoth(row),
        owners: several(row.owners),
        evidence: strategy,
      }),
    ),
    priorities: table('priorities').map(row => ({
      code: `${said(row, 'line')}-${said(row, 'letter')}`,
      since: published,
      line: row.line,
      letter: row.letter,
      summary: inBoth(row),
      territories: several(row.territories),
      evidence: strategy,
    })),
  }
}

const organisation = (row: Row) =>
  entry({
    code: row.code,
    since: row.from || before,
    name: inBoth(row),
    short: row.short,
    type: inBoth(row, 'type', 'type en'),
    territory: row.territory,
    partOf: row['part of'],
    from: row.from,
    to: row.to,
    successor: row.successor,
    remark: row['remark nl'] ? inBoth(row, 'remark nl', 'remark en') : null,
  })

/** What is open at an office passes to the one that follows it. */
const successors: Readonly<Record<string, string>> = { 'minister-vp': 'minister-dv' }

const office = (row: Row) =>
  entry({
    code: row.code,
    since: row.code === 'minister-dv' ? '2025-09-01' : before,
    name: inBoth(row),
    organisation: row.organisation,
    successor: successors[said(row, 'code')],
  })
