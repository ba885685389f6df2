// How scenarios set each other off in the invented country, and what bears on them. Which, why, and how likely it is roughly, is by hand,
// as a sentence each; chances, factors and days within that are drawn. The report that says all of it is made of those sentences.
import { chance } from './chance.ts'
import { entry, type Row, said, table } from './hand/table.ts'

export const report = 'doorwerking-2026'
const since = '2026-04-24'

/** Roughly how likely it is that one follows on the other: lowest and highest of what is drawn. */
const chances: Readonly<Record<string, readonly [number, number]>> = { a: [0.01, 0.05], b: [0.04, 0.14], c: [0.15, 0.35], d: [0.4, 0.7] }
/** Hours, days, weeks or months later: least and most days. */
const delays: Readonly<Record<string, readonly [number, number]>> = { u: [0, 1], d: [1, 10], w: [7, 45], m: [30, 240] }
/** So many times as likely. */
const factors: Readonly<Record<string, readonly [number, number]>> = { a: [1.02, 1.2], b: [1.1, 1.5], c: [1.3, 2.5], d: [0.7, 0.97] }

const head = `VERZONNEN DOCUMENT. Het Koninkrijk Waterland bestaat niet. Dit rapport is gemaakt om Koersvast te proberen.

Analistenkring Landsveiligheid
24 april 2026

Doorwerking tussen scenario’s

Dit rapport hoort bij de Landsbrede Risicoanalyse 2026. Onder elk scenario staat in één zin per paar hoe
het tot een ander scenario kan leiden, en onder elke ontwikkeling op welke scenario’s zij inwerkt. De
kansen en vertragingen staan in de bijlage. Het zijn ramingen van experts.
`

/** The report, and where in it each sentence stands. */
function written(): { readonly text: string; readonly places: ReadonlyMap<string, readonly [number, number]> } {
  const names = new Map([...table('scenarios'), ...table('trends')].map(row => [row.code, row.nl]))
  const places = new Map<string, readonly [number, number]>()
  let text = head
  let last = ''
  for (const row of [...table('cascades'), ...table('influences')]) {
    const from = said(row, 'from')
    if (from !== last) text += `\n${from} ${names.get(from)}\n`
    last = from
    text += `- ${row.to}: `
    places.set(said(row, 'words'), [text.length, text.length + said(row, 'words').length])
    text += `${row.words}\n`
  }
  return { text, places }
}

export const reportText = (): string => written().text

export function network(): Record<string, unknown> {
  const { places } = written()
  const evidence = (row: Row) => [{ document: report, segments: [places.get(said(row, 'words'))], quote: row.words }]
  return {
    cascades: table('cascades').map((row, i) => {
      const draw = chance(`${row.from} ${row.to}`)
      const [least = 0, most = 0] = delays[said(row, 'delay')] ?? []
      const delayFrom = least + Math.floor((draw() * (most - least)) / 3)
      return entry({
        code: `DW-${String(i + 1).padStart(3, '0')}`,
        since,
        from: row.from,
        to: row.to,
        probability: ranged(chances[said(row, 'chance')] ?? [0, 0], draw),
        delayFrom,
        delayTo: Math.max(delayFrom + 1, Math.round(most - (draw() * (most - least)) / 3)),
        worsens: row.worse ? Number((1.2 + draw()).toFixed(1)) : null,
        words: row.words,
        evidence: evidence(row),
      })
    }),
    influences: table('influences').map((row, i) => ({
      code: `IV-${String(i + 1).padStart(3, '0')}`,
      since: '2026-05-22',
      from: row.from,
      effect: row.effect,
      to: row.to,
      factor: ranged(factors[said(row, 'factor')] ?? [1, 1], chance(`${row.from} ${row.to}`)),
      words: row.words,
      evidence: evidence(row),
    })),
  }
}

/** A range within bounds, evenly in proportions: the lowest from the lower third, the highest from the upper, the best between them. */
function ranged([least, most]: readonly [number, number], draw: () => number): { low: number; best: number; high: number } {
  const at = (share: number) => Number((least * (most / least) ** share).toPrecision(3))
  const [low, high] = [at(draw() / 3), at(1 - draw() / 3)]
  return { low, best: Number(Math.sqrt(low * high).toPrecision(3)), high }
}
