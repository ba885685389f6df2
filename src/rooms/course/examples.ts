import { w } from '../../kernel/words.ts'
import { type ExampleRecord, example, exampleSet } from '../example.ts'

const feed = {
  kind: 'feed',
  code: 'F-1',
  since: '2024-12-06',
  body: { name: { nl: 'Kamerstukken', en: null }, readUntil: '2024-12-06' },
} as const
const medio = { from: '2025-06-01', to: '2025-08-31', phrase: 'medio 2025' }
const promise = (code: string, body: Readonly<Record<string, unknown>> = {}, since = '2024-12-06') =>
  ({
    kind: 'commitment',
    code,
    since,
    body: { words: 'De Kamer medio 2025 informeren over dekking', kind: 'promise', strength: 'dated-deliverable', due: medio, ...body },
  }) as const

/** Real situations of promises, by name: they feed tests and the examples page. */
export const examples = {
  promised: [feed, promise('T-1')],
  'without window': [feed, promise('T-1', { due: null, strength: 'deliverable' })],
  'moved once': [
    feed,
    promise('T-1'),
    promise('T-2', { due: { from: '2025-09-01', to: '2025-11-30', phrase: 'in het najaar' }, replaces: '@T-1' }, '2025-07-11'),
  ],
  'fulfilled in part': [
    feed,
    promise('T-1'),
    {
      kind: 'fulfilment',
      code: 'NK-1',
      since: '2025-07-03',
      body: { commitment: '@T-1', extent: 'part', on: '2025-07-03', remains: 'Dekking voor 2026 en verder' },
    },
  ],
  'fulfilled early': [
    feed,
    promise('T-1'),
    { kind: 'fulfilment', code: 'NK-1', since: '2025-07-03', body: { commitment: '@T-1', extent: 'whole', on: '2025-07-03' } },
  ],
  'read beyond the window': [{ ...feed, since: '2025-09-01', body: { ...feed.body, readUntil: '2025-09-01' } }, promise('T-1')],
  withdrawn: [feed, promise('T-1', { withdrawn: '2025-05-01' })],
} as const

const strategy: ExampleRecord = {
  kind: 'strategy',
  code: 'S-1',
  body: { name: { nl: 'Strategie 2023-2029', en: 'Strategy 2023-2029' }, from: '2023-01-01', to: '2029-12-31' },
}
const goal: ExampleRecord = {
  kind: 'goal',
  code: 'D-1',
  body: { strategy: '@S-1', number: 1, name: { nl: 'Een veilig Koninkrijk', en: 'A secure Kingdom' } },
}
const line = (owners: readonly string[]): ExampleRecord => ({
  kind: 'action-line',
  code: 'AL-1',
  body: { goal: '@D-1', number: 1, name: { nl: 'Digitale weerbaarheid versterken', en: 'Strengthen digital resilience' }, owners },
})
const owner: ExampleRecord = { kind: 'organisation', code: 'VWS', body: { name: { nl: 'Ministerie van VWS', en: 'Ministry of Health' } } }
const priority: ExampleRecord = {
  kind: 'priority',
  code: 'P-1',
  body: { line: '@AL-1', letter: 'A', summary: { nl: 'Samen oefenen', en: 'Exercise together' } },
}

export const courseExamples = exampleSet({
  room: 'course',
  examples: [
    example(w('Toegezegd, de termijn begint later', 'Promised, the window starts later'), 'T-1', '2024-12-06', ...examples.promised),
    example(w('De termijn loopt', 'Within the window'), 'T-1', '2025-07-01', ...examples.promised),
    example(
      w('Voorbij, de bronnen zijn niet zo ver gelezen', 'Passed, the sources were not read that far'),
      'T-1',
      '2025-09-10',
      ...examples.promised,
    ),
    example(
      w('Voorbij, en verder gelezen dan de termijn', 'Passed, and read beyond the window'),
      'T-1',
      '2025-09-11',
      ...examples['read beyond the window'],
    ),
    example(w('De bron noemt geen termijn', 'The source names no window'), 'T-1', '2025-07-01', ...examples['without window']),
    example(
      w('Verplaatst: een latere toezegging kwam ervoor in de plaats', 'Moved: a later commitment took its place'),
      'T-1',
      '2025-12-12',
      ...examples['moved once'],
    ),
    example(
      w('De opvolger draagt de eerste termijn mee', 'The successor carries the first window along'),
      'T-2',
      '2025-12-12',
      ...examples['moved once'],
    ),
    example(w('Deels nagekomen', 'Fulfilled in part'), 'T-1', '2025-07-10', ...examples['fulfilled in part']),
    example(w('Nagekomen', 'Fulfilled'), 'T-1', '2025-09-10', ...examples['fulfilled early']),
    example(w('Wat in een deel nakwam', 'What came in part'), 'NK-1', '2025-07-10', ...examples['fulfilled in part']),
    example(w('Ingetrokken', 'Withdrawn'), 'T-1', '2025-05-02', ...examples.withdrawn),
    example(w('Een doel van de strategie', 'A goal of the strategy'), 'D-1', '2025-01-01', strategy, goal),
    example(
      w('Een actielijn met een eigenaar', 'An action line with an owner'),
      'AL-1',
      '2025-01-01',
      strategy,
      goal,
      owner,
      line(['@VWS']),
    ),
    example(w('Een actielijn zonder eigenaar', 'An action line without owner'), 'AL-1', '2025-01-01', strategy, goal, line([])),
    example(w('Een prioriteit van een lijn', 'A priority of a line'), 'P-1', '2025-01-01', strategy, goal, line([]), priority),
  ],
})
