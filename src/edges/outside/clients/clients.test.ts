import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day } from '../../../kernel/day.ts'
import { refused } from '../../../kernel/refusal.ts'
import type { Answer } from '../get.ts'
import { polite } from '../polite.ts'
import { promisesSince } from './house.ts'
import { papersOf } from './official.ts'

/* Answers in the form the services describe; every value in them is invented. */
const answer = (body: string, status = 200, headers: Record<string, string> = {}): Answer => ({
  status,
  type: '',
  headers,
  bytes: new TextEncoder().encode(body),
  url: '',
})
const record = (id: string, title: string, available: string) =>
  `<sru:record><sru:recordData><g:gzd xmlns:g="s" xmlns:d="t"><g:originalData><m><k><d:identifier>${id}</d:identifier><d:title>${title}</d:title></k><d:available>${available}</d:available>
  <t><dossiernummer>99999</dossiernummer><vergaderjaar>2024-2025</vergaderjaar><subrubriek>Brief</subrubriek></t></m></g:originalData>
  <g:enrichedData><g:url>https://repository.overheid.nl/${id}.xml</g:url><g:itemUrl manifestation="pdf">https://repository.overheid.nl/${id}.pdf</g:itemUrl></g:enrichedData></g:gzd></sru:recordData></sru:record>`
const response = (records: string, total: number, next?: number) =>
  answer(
    `<?xml version="1.0"?><sru:searchRetrieveResponse xmlns:sru="r"><sru:numberOfRecords>${total}</sru:numberOfRecords><sru:records>${records}</sru:records>${next ? `<sru:nextRecordPosition>${next}</sru:nextRecordPosition>` : ''}</sru:searchRetrieveResponse>`,
  )

test('[O5] papers of a dossier come page by page, by the day they were published', async () => {
  const asked: string[] = []
  const ask = async (url: string) => {
    asked.push(url)
    return asked.length === 1
      ? response(record('kst-99999-1', 'Eerste', '2025-01-10'), 2, 2)
      : response(record('KST-99999-2', 'Tweede', 'onbekend'), 2)
  }
  const first = await papersOf(ask, '99 999', day('2025-01-01'))
  assert.ok(!refused(first))
  assert.deepEqual([first.total, first.next, first.papers[0]?.id, first.papers[0]?.published], [2, 2, 'kst-99999-1', '2025-01-10'])
  assert.deepEqual(first.papers[0]?.urls.pdf, 'https://repository.overheid.nl/kst-99999-1.pdf')
  const url = new URL(asked[0] as string)
  assert.match(url.searchParams.get('query') ?? '', /w\.dossiernummer=="99999" AND dt\.available>=2025-01-01 sortBy/)
  const second = await papersOf(ask, '99999', null, first.next as number)
  assert.ok(!refused(second))
  assert.deepEqual([second.next, second.papers[0]?.id, second.papers[0]?.published], [null, 'kst-99999-2', null])
})

test('[O5] an error page that says 200, a diagnostic, and what is no dossier are refused', async () => {
  const code = async (given: Answer, dossier = '99999') => {
    const out = await papersOf(async () => given, dossier, null)
    return refused(out) ? out.code : 'read'
  }
  assert.equal(await code(answer('<html><body>Fout</body></html>')), 'sync.other-answer')
  assert.equal(await code(answer('', 503)), 'sync.busy')
  assert.equal(
    await code(answer('<r:searchRetrieveResponse xmlns:r="r"><r:diagnostic>Unsupported</r:diagnostic></r:searchRetrieveResponse>')),
    'sync.other-answer',
  )
  assert.equal(await code(answer(''), 'x" OR 1==1'), 'sync.dossier')
})

test('[O6] promises of the register: deleted rows are passed over, an unknown state stays its own word', async () => {
  const rows = [
    {
      Nummer: 'TZ209901-001',
      Tekst: 'De minister stuurt een brief.',
      Functie: 'Minister van Water',
      Status: 'Openstaand',
      Aanmaakdatum: '2099-01-10T10:00:00+01:00',
      DatumNakoming: '0001-01-01T00:00:00Z',
      Verwijderd: false,
      New: 1,
    },
    { Nummer: 'TZ209901-002', Tekst: 'Een overzicht.', Status: 'Afgedaan', DatumNakoming: '2099-02-01T00:00:00', Verwijderd: false },
    { Nummer: 'TZ209901-003', Tekst: 'Iets.', Status: 'In behandeling' },
    { Id: 'x', Verwijderd: true },
    { Nummer: 'TZ209901-004', Tekst: null, Verwijderd: false },
  ]
  let asked = ''
  const ask = async (url: string) => {
    asked = url
    return answer(JSON.stringify({ value: rows }))
  }
  const out = await promisesSince(ask, '2099-01-01T00:00:00Z', 250)
  assert.ok(!refused(out))
  assert.deepEqual(
    out.promises.map(p => [p.number, p.state, p.stateWords, p.madeOn, p.settledOn]),
    [
      ['TZ209901-001', 'open', 'Openstaand', '2099-01-10', null],
      ['TZ209901-002', 'settled', 'Afgedaan', null, '2099-02-01'],
      ['TZ209901-003', 'unknown', 'In behandeling', null, null],
    ],
  )
  assert.equal(out.next, null)
  assert.match(
    decodeURIComponent(asked),
    /\$filter=Verwijderd eq false and GewijzigdOp ge 2099-01-01T00:00:00Z&\$orderby=GewijzigdOp asc&\$top=250&\$skip=250/,
  )
  const full = await promisesSince(async () => answer(JSON.stringify({ value: Array.from({ length: 250 }, () => rows[0]) })), null)
  assert.ok(!refused(full) && full.next === 250)
  const broken = await promisesSince(async () => answer('{"value": [{"Num'), null)
  assert.ok(refused(broken))
})

test('[O7] a source is asked one at a time, a second apart, and who asks to wait is heard', async () => {
  let time = 0
  const waited: number[] = []
  const patience = {
    now: () => time,
    sleep: async (ms: number) => {
      if (ms > 0) waited.push(ms)
      time += ms
    },
  }
  const answers = [
    answer('a'),
    answer('', 503, { 'retry-after': '7' }),
    answer('b'),
    answer('', 500),
    answer('', 500),
    answer('', 500),
    answer('', 500),
  ]
  const ask = polite(async () => answers.shift() as Answer, patience)
  const [a, b] = await Promise.all([ask('https://x.nl/1'), ask('https://x.nl/2')])
  assert.deepEqual([(a as Answer).status, (b as Answer).status], [200, 200])
  assert.deepEqual(waited, [1000, 7000])
  waited.length = 0
  assert.equal(((await ask('https://x.nl/3')) as Answer).status, 500)
  assert.deepEqual(waited, [1000, 2000, 4000, 8000])
})
