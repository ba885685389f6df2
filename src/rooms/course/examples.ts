/** Real situations of promises, by name: they feed tests, and later the examples page and the docs. */
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
