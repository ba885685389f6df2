// What each stage of the reader takes for a hostile text, and for the same text twice as long.
import { day } from '../../src/kernel/day.ts'
import type { Doc } from '../../src/rooms/sources/read/doc.ts'
import { findCitations } from '../../src/rooms/sources/read/find/citations/find.ts'
import { findMentions } from '../../src/rooms/sources/read/find/mentions.ts'
import { findPeople } from '../../src/rooms/sources/read/find/people.ts'
import { findTerms } from '../../src/rooms/sources/read/find/terms.ts'
import { findTimes } from '../../src/rooms/sources/read/find/times/find.ts'
import { commitmentsIn } from '../../src/rooms/sources/read/frames/commitments.ts'
import { doneIn } from '../../src/rooms/sources/read/frames/done.ts'
import { timesOf } from '../../src/rooms/sources/read/frames/due.ts'
import type { Lexicon } from '../../src/rooms/sources/read/lexicon.ts'
import { prepare } from '../../src/rooms/sources/read/prepare.ts'
import { castOf } from '../../src/rooms/sources/read/resolve/cast.ts'
import { futureAround, withRoles } from '../../src/rooms/sources/read/resolve/roles.ts'
import { decisionsIn } from '../../src/rooms/sources/read/statements/decisions.ts'
import { developmentsIn } from '../../src/rooms/sources/read/statements/developments.ts'
import { englishIn } from '../../src/rooms/sources/read/statements/english.ts'
import { measuresIn } from '../../src/rooms/sources/read/statements/measures.ts'
import { ratingsIn } from '../../src/rooms/sources/read/statements/ratings.ts'
import { fulfilmentsIn, requestIn } from '../../src/rooms/sources/read/statements/requests.ts'
import { tableRatings } from '../../src/rooms/sources/read/statements/tables.ts'
import { sentencesOf } from '../../src/rooms/sources/read/tokens/sentences.ts'
import { lostSpaces } from '../../src/rooms/sources/read/tokens/split.ts'
import { tokenise } from '../../src/rooms/sources/read/tokens/tokenise.ts'

/** What a rule could be caught on: repeated beginnings of what it looks for, nothing that ends. */
export const hostile: readonly string[] = [
  ...['zal worden ', 'Full Name (', '(hierna: ', 'Kamerstuk 30 821, nr. 1, ', '2025 ', '1 ', 'en de Kamer in 2025 ', 'dat die ', '“', '('],
  ...[
    'voor de zomer van ',
    'heeft aangegeven te informeren en ',
    'Actielijn 1, 2, ',
    'Aa.',
    '\n1\n',
    '- ',
    'a-\n',
    'a-b ',
    'Vraag 1 1 1 1 ',
  ],
  ...[
    '\n\n1 a\n',
    'de minister van ',
    'neemt de dreiging ',
    '| hoog ',
    'zoals toegezegd ',
    'The Minister will and ',
    '\f',
    'e\u0301',
    '\u00ad',
    '[1 ',
  ],
]

/** Milliseconds of each stage, the least of some turns. */
export function stages(text: string, lexicon: Lexicon, turns: number): Map<string, number> {
  const least = new Map<string, number>()
  for (let turn = 0; turn < turns; turn++) {
    const stage = <T>(name: string, run: () => T): T => {
      const began = performance.now()
      const result = run()
      least.set(name, Math.min(least.get(name) ?? Number.POSITIVE_INFINITY, performance.now() - began))
      return result
    }
    const prepared = stage('lines, notes, running text', () => prepare(text, lexicon))
    stage('people', () => findPeople(text, prepared.lines, lexicon))
    const { zones } = stage('sections', () => prepared.structure(null))
    const { flow } = prepared
    const tokens = stage('tokens', () => tokenise(flow.text, lexicon.words))
    stage('lost spaces', () => lostSpaces(tokens, lexicon.words, lexicon.known))
    const sentences = stage('sentences', () => sentencesOf(tokens, flow.blocks, low => lexicon.set.abbreviations.has(low)))
    const parts = {
      source: text,
      flow,
      tokens,
      sentences,
      zones,
      lexicon,
      language: 'nl',
      date: day('2025-01-01'),
      home: 'government',
    } as const
    const doc: Doc = { ...parts, mask: new Uint8Array(tokens.count), work: { steps: 0 } }
    const citations = stage('citations', () => findCitations(doc, null))
    stage('mentions', () => findMentions(doc))
    stage('terms', () => findTerms(doc))
    const times = timesOf(stage('times', () => findTimes(doc, futureAround(doc))))
    const cast = castOf(doc, [], null, citations)
    const each = (name: string, run: (sentence: (typeof sentences)[number]) => unknown) =>
      stage(name, () => {
        for (const sentence of sentences) run(sentence)
      })
    each('commitments', it => commitmentsIn(doc, it, times, cast))
    each('commitments, English', it => englishIn(doc, it, times, cast))
    each('done', it => doneIn(doc, it, times, cast, () => false))
    each('measures', it => measuresIn(doc, it, cast, null, () => false))
    each('decisions', it => decisionsIn(doc, it, cast, null, () => false))
    each('requests', it => requestIn(doc, it, times, () => false))
    each('fulfilments', it => fulfilmentsIn(doc, it, citations, () => false))
    each('ratings', it => ratingsIn(doc, it))
    each('developments', it => developmentsIn(doc, it, () => false))
    stage('ratings in tables', () => tableRatings(doc))
    stage('roles of times', () => withRoles(doc, times, new Set(), new Set()))
  }
  return least
}
