import { w } from '../../kernel/words.ts'
import { type ExampleRecord, example, exampleSet } from '../example.ts'

const feed: ExampleRecord = {
  kind: 'feed',
  code: 'F-1',
  body: { name: { nl: 'Kamerstukken', en: 'Parliamentary papers' }, readUntil: '2024-12-06' },
}
const letter = (body: Readonly<Record<string, unknown>> = {}): ExampleRecord => ({
  kind: 'document',
  code: 'kst-1',
  body: { title: { nl: 'Voortgangsbrief', en: null }, identity: 'kst-1', date: '2024-12-06', language: 'nl', ...body },
})
const proposal = (outcome: string | null): ExampleRecord => ({
  kind: 'proposal',
  code: 'V-1',
  body: {
    document: '@kst-1',
    command: 'commitment.make',
    input: { words: 'De Kamer medio 2025 informeren' },
    since: '2024-12-06',
    reasons: [],
    band: 'sure',
    outcome,
  },
})
const done: ExampleRecord = {
  kind: 'done',
  code: 'G-1',
  body: {
    document: '@kst-1',
    words: 'De oefening is gehouden',
    byWords: 'de minister',
    when: { from: '2024-11-01', to: '2024-11-30', phrase: 'in november' },
  },
}

export const sourcesExamples = exampleSet({
  room: 'sources',
  examples: [
    example(w('Tot waar een bron gelezen is', 'How far a feed was read'), 'F-1', '2025-01-01', feed),
    example(w('Een document met werk erin', 'A document with work in it'), 'kst-1', '2025-01-01', letter({ proposed: 1 }), proposal(null)),
    example(w('Een document dat af is', 'A document that is finished'), 'kst-1', '2025-01-01', letter({ proposed: 1 })),
    example(w('Een voorstel dat wacht', 'A proposal that waits'), 'V-1', '2025-01-01', letter(), proposal(null)),
    example(w('Een voorstel dat is overgenomen', 'A proposal that was accepted'), 'V-1', '2025-01-01', letter(), proposal('accepted')),
    example(
      w('Een voorstel dat gewijzigd is overgenomen', 'A proposal that was accepted with changes'),
      'V-1',
      '2025-01-01',
      letter(),
      proposal('changed'),
    ),
    example(w('Een voorstel dat is afgewezen', 'A proposal that was refused'), 'V-1', '2025-01-01', letter(), proposal('refused')),
    example(w('Wat een document zegt dat gedaan is', 'What a document says was done'), 'G-1', '2025-01-01', letter(), done),
  ],
})
