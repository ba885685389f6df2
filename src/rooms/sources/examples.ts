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
const cited: ExampleRecord = {
  kind: 'citation',
  code: 'VW-1',
  body: { document: '@kst-1', relation: 'cites', names: 'kst-30821-231' },
}

const ports: ExampleRecord = {
  kind: 'network',
  code: 'NW-1',
  body: { name: { nl: 'Netwerk Havens', en: 'Ports network' }, from: '2024-01-01' },
}
const seen = (body: Readonly<Record<string, unknown>> = {}): ExampleRecord => ({
  kind: 'signal',
  code: 'SG-1',
  body: { text: 'Drones boven de terminal', network: '@NW-1', channel: 'form', received: '2024-12-01', ...body },
})
const first: ExampleRecord = {
  kind: 'signal',
  code: 'SG-0',
  body: { text: 'Drones boven de haven', network: '@NW-1', channel: 'form', received: '2024-11-01' },
}
const asked = (from: string, until: string): ExampleRecord => ({
  kind: 'call',
  code: 'UV-1',
  body: { question: 'Wat ziet u in de havens?', networks: ['@NW-1'], from, until },
})

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
    example(w('Een kennisnetwerk dat van zich laat horen', 'A network that is heard'), 'NW-1', '2025-01-01', ports, seen()),
    example(w('Een kennisnetwerk dat een jaar stil is', 'A network that has been silent for a year'), 'NW-1', '2026-01-01', ports, seen()),
    example(w('Een signaal dat wacht', 'A signal that waits'), 'SG-1', '2025-01-01', ports, seen()),
    example(
      w('Een bericht dat niet is geopend', 'A message that was not opened'),
      'SG-1',
      '2025-01-01',
      ports,
      seen({ text: null, channel: 'mail', quarantine: 'unsafe' }),
    ),
    example(
      w('Een signaal dat is beantwoord', 'A signal that was answered'),
      'SG-1',
      '2025-01-01',
      ports,
      seen({ outcome: 'answered', answer: 'Dank. Wij nemen dit mee bij AL-07.', closed: '2024-12-05', closedBy: 'Anna Voorbeeld' }),
    ),
    example(
      w('Een signaal dat al eerder was gemeld', 'A signal that was reported before'),
      'SG-1',
      '2025-01-01',
      ports,
      first,
      seen({ outcome: 'duplicate', duplicateOf: '@SG-0', closed: '2024-12-05' }),
    ),
    example(
      w('Een signaal dat terzijde is gelegd', 'A signal that was set aside'),
      'SG-1',
      '2025-01-01',
      ports,
      seen({ outcome: 'aside', closed: '2024-12-05' }),
    ),
    example(
      w('Een uitvraag die nog begint', 'A call that is still to begin'),
      'UV-1',
      '2025-01-01',
      ports,
      asked('2025-02-01', '2025-02-28'),
    ),
    example(w('Een uitvraag die open is', 'A call that is open'), 'UV-1', '2025-02-10', ports, asked('2025-02-01', '2025-02-28')),
    example(w('Een uitvraag die gesloten is', 'A call that is closed'), 'UV-1', '2025-03-10', ports, asked('2025-02-01', '2025-02-28')),
    example(w('Een document dat een ander noemt', 'A document that names another'), 'VW-1', '2025-01-01', letter(), cited),
    example(w('Wat een document zegt dat gedaan is', 'What a document says was done'), 'G-1', '2025-01-01', letter(), done),
  ],
})
