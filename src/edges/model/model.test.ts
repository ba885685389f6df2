import assert from 'node:assert/strict'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { inspect } from 'node:util'
import fc from 'fast-check'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { given, idOf, snapshotOf } from '../../../tests/support/given.ts'
import { type Answer, KEY, letter, MODEL, passedOver, type Recorded, readText, recorded } from '../../../tests/support/model.ts'
import { day } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import type { Snapshot } from '../../model/snapshot.ts'
import { modelOf } from '../../rooms/sources/model/judge.ts'
import { lay, piecesToAsk, unclean } from '../../rooms/sources/model/laid.ts'
import { markingOf } from '../../rooms/sources/model/marking.ts'
import { Bulk } from '../../rooms/sources/pages/bulk.page.tsx'
import { whyOf } from '../../rooms/sources/pages/why.page.tsx'
import { proposals } from '../../rooms/sources/propose.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { readFiles } from '../cli/reading/read.ts'
import { type Config, configuration, origins } from '../config.ts'
import { modelPlace, Secret } from './place.ts'
import { mayAsk } from './post.ts'
import { limits, modelled, withModel } from './propose.ts'

let model: Recorded
const told: Words[] = []
const quick = { ...limits, request: 1500, all: 4000 }
const facts = (...all: unknown[]): Answer => ({ content: JSON.stringify({ facts: all }) })
const codes = (reading: Reading) => reading.findings.map(it => it.code)
const ofModel = ({ commitments, done }: Reading) => [...commitments, ...done].filter(it => modelOf(it.reasons) !== null)
const ask = (text: string, reading = readText(text), place = model.place) =>
  withModel(place, { text, reading, label: 'public' }, words => told.push(words), quick)

before(async () => {
  model = await recorded()
})
beforeEach(() => {
  told.length = 0
  model.asked.length = 0
  model.answer = () => facts()
})
after(() => model.close())

const root = '/srv/kv'
const env = { KOERSVAST_MODEL_URL: 'https://model.example/v1/', KOERSVAST_MODEL_NAME: MODEL, KOERSVAST_MODEL_KEY: KEY }

test('[LM1] off by itself, and half a connection stops the start', () => {
  assert.equal((configuration({}, root) as Config).model, null)
  const on = configuration(env, root) as Config
  assert.deepEqual([on.model?.url, on.model?.name, on.model?.label], ['https://model.example/v1', MODEL, 'public'])
  const wrong: [Record<string, string>, string][] = [
    [{ KOERSVAST_MODEL_NAME: MODEL }, 'KOERSVAST_MODEL_URL'],
    [{ KOERSVAST_MODEL_KEY: KEY }, 'KOERSVAST_MODEL_URL'],
    [{ KOERSVAST_MODEL_LABEL: 'internal' }, 'KOERSVAST_MODEL_URL'],
    [{ KOERSVAST_MODEL_URL: 'https://model.example/v1' }, 'KOERSVAST_MODEL_NAME'],
    [{ ...env, KOERSVAST_MODEL_NAME: 'a\r\nb' }, 'KOERSVAST_MODEL_NAME'],
    [{ ...env, KOERSVAST_MODEL_KEY: `${KEY}\r\nX-A: b` }, 'KOERSVAST_MODEL_KEY'],
    [{ ...env, KOERSVAST_MODEL_LABEL: 'secret' }, 'KOERSVAST_MODEL_LABEL'],
    ...['ftp://x/v1', 'model.example', `https://a:${KEY}@x/v1`, `https://x/v1?key=${KEY}`, 'https://x/v1#a'].map(
      (url): [Record<string, string>, string] => [{ ...env, KOERSVAST_MODEL_URL: url }, 'KOERSVAST_MODEL_URL'],
    ),
  ]
  for (const [given, where] of wrong) {
    const found = configuration(given, root)
    assert.ok(refused(found) && found.code === 'config.model' && found.where === where, JSON.stringify(given))
    assert.doesNotMatch(JSON.stringify(found), new RegExp(KEY))
  }
})

test('[LM1] where none is connected --model is refused, and without --model none is asked', async () => {
  const { exit, err } = await onCommandLine({}, '--model')
  assert.equal(exit, 8)
  assert.match(err, /KOERSVAST_MODEL_URL.*\[model\.off\]/)
  await onCommandLine(envOf(), '--json')
  assert.equal(model.asked.length, 0)
})

test('[LM2] the key is shown nowhere', async () => {
  const config = configuration({ ...env }, root) as Config
  const rows = origins(config, env)
  assert.equal(rows.find(row => row.name === 'KOERSVAST_MODEL_KEY')?.value, '***')
  const secret = new Secret(KEY)
  for (const shown of [
    JSON.stringify(rows),
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${secret}`,
    inspect(secret),
  ])
    assert.ok(!shown.includes(KEY))
  // An endpoint that gives the key back in every way it can.
  const back: Answer[] = [
    { status: 401, body: `{"error":"key ${KEY} is not known"}`, headers: { 'x-key': KEY } },
    { status: 302, headers: { location: `http://127.0.0.1:9/${KEY}` } },
    { content: KEY },
    facts({ kind: 'commitment', quote: `Ik zal de sleutel ${KEY} geven.`, actor: KEY, due: KEY }),
    facts({ ...passedOver, actor: KEY }),
    { body: `{"choices":[{"message":{"content":{"${KEY}":1}}}]}` },
  ]
  for (const answer of back) {
    model.answer = () => answer
    assert.ok(!JSON.stringify([await ask(letter()), told]).includes(KEY))
  }
  assert.equal(model.asked[0]?.headers.authorization, `Bearer ${KEY}`)
})

test('[LM3] a request holds fixed words and one piece of this document, offers no tools and does not stream', async () => {
  const text = letter('Tweede alinea. '.repeat(900))
  await ask(text)
  assert.ok(model.asked.length > 1)
  const flat = text.replace(/\s+/g, ' ')
  const fixed = new Set<string>()
  for (const { method, path, headers, body, piece } of model.asked) {
    const said = JSON.parse(body)
    assert.deepEqual([method, path, headers['content-type']], ['POST', '/v1/chat/completions', 'application/json'])
    assert.deepEqual(Object.keys(said).sort(), ['max_tokens', 'messages', 'model', 'response_format', 'stream', 'temperature'])
    assert.deepEqual([said.model, said.temperature, said.stream, said.messages.length], [MODEL, 0, false, 2])
    assert.deepEqual(Object.keys(headers).sort(), [
      'accept',
      'accept-encoding',
      'authorization',
      'connection',
      'content-length',
      'content-type',
      'host',
      'user-agent',
    ])
    assert.ok(flat.includes(piece.replace(/\s+/g, ' ').trim()) && piece.length <= limits.piece)
    const boundary = said.messages[1].content.split('\n')[0] as string
    fixed.add(boundary)
    assert.match(boundary, /^----- [0-9a-f]{32} -----$/)
    assert.ok(said.messages[0].content.includes(boundary) && !piece.includes(boundary))
  }
  // Made anew for each request.
  assert.equal(fixed.size, model.asked.length)
})

test('[LM3] a redirect is followed nowhere', async () => {
  const other = await recorded()
  model.answer = () => ({ status: 307, headers: { location: `${other.place.url}/chat/completions` } })
  const reading = await ask(letter())
  assert.deepEqual([other.asked.length, codes(reading).at(-1)], [0, 'model-failed'])
  await other.close()
})

test('[LM3] without encryption only inner addresses, and never those of a cloud’s metadata', () => {
  for (const inner of ['127.0.0.1', '::1', '[::1]', '10.1.2.3', '192.168.1.2', 'fd00::1', '172.20.0.1'])
    assert.ok(mayAsk('http:', inner) && mayAsk('https:', inner), inner)
  for (const open of ['1.1.1.1', '145.100.1.1', '2a00:1450::1']) assert.ok(!mayAsk('http:', open) && mayAsk('https:', open), open)
  for (const never of ['169.254.169.254', 'fe80::1', '[fe80::1]', '::ffff:169.254.169.254', '[::ffff:a9fe:a9fe]'])
    assert.ok(!mayAsk('http:', never) && !mayAsk('https:', never), never)
})

test('[LM3] an open address without encryption is not asked', async () => {
  const reading = await ask(letter(), undefined, { ...model.place, url: 'http://198.41.0.4/v1' })
  assert.match(reading.findings.at(-1)?.text.nl ?? '', /Gebruik https/)
})

test('[LM4] a text leaves only where its label permits, and never where none is said', async () => {
  const text = letter()
  const reading = readText(text)
  const internal = { ...model.place, label: 'internal' as const }
  const tell = (words: Words) => void told.push(words)
  assert.deepEqual(codes(await withModel(model.place, { text, reading, label: 'internal' }, tell)), ['model-not-asked'])
  const request = { text, id: null, date: day('2024-12-06') }
  assert.equal(await modelled(model.place, request, reading, tell), reading)
  assert.equal(await modelled(internal, request, reading, tell), reading)
  assert.deepEqual(codes((await modelled(model.place, { ...request, label: 'internal' }, reading, tell)) as Reading), ['model-not-asked'])
  assert.deepEqual([model.asked.length, told.length], [0, 0])
  await withModel(internal, { text, reading, label: 'internal' }, tell)
  assert.deepEqual([model.asked.length, told.length], [1, 1])
})

test('[LM4] of a text, a file and a fetched paper the reading comes back with its text; a refusal as it was', async () => {
  const text = letter()
  const reading = readText(text)
  model.answer = () => facts(passedOver)
  const request = { id: null, date: day('2024-12-06'), label: 'public' as const }
  const tell = () => undefined
  assert.equal(ofModel((await modelled(model.place, { ...request, text }, reading, tell)) as Reading).length, 1)
  const brought = { text, reading, brought: { title: 'x' } }
  const whole = (await modelled(model.place, { ...request, from: '30821-251' }, brought, tell)) as typeof brought
  assert.deepEqual([whole.text, whole.brought, ofModel(whole.reading).length], [text, brought.brought, 1])
  const wrong = { code: 'file.x', do: { nl: '', en: '' }, fault: 'input' }
  assert.equal(await modelled(model.place, { ...request, text }, wrong, tell), wrong)
  // Offsets of another text than was read: nothing is asked.
  assert.equal(await modelled(model.place, { ...request, text: `\uFEFF${text}` }, reading, tell), reading)
})

test('[LM4] a paper with a rubric never leaves', async () => {
  const internal = { ...model.place, label: 'internal' as const }
  for (const line of [
    'DEPARTEMENTAAL VERTROUWELIJK',
    'Departementaal Vertrouwelijk  Pagina 1 van 7',
    'Dep.V.',
    'Rubricering: Stg. CONFIDENTIEEL',
    'STG. GEHEIM',
    'RESTREINT UE/EU RESTRICTED',
    'NATO RESTRICTED',
    'TLP:AMBER+STRICT',
    'Vertrouwelijk',
    'TRÈS SECRET UE',
  ]) {
    const text = letter(line)
    const reading = await withModel(internal, { text, reading: readText(text), label: 'public' }, words => told.push(words))
    assert.deepEqual(codes(reading), ['model-not-asked'], line)
  }
  assert.deepEqual([model.asked.length, told.length], [0, 0])
  const last = `${letter()}${'Nog een alinea. '.repeat(60_000)}\nTLP:RED\n`
  assert.deepEqual(codes(await withModel(internal, { text: last, reading: { ...readText(letter()) }, label: 'public' }, () => undefined)), [
    'model-not-asked',
  ])
  for (const line of [
    'Wij werken aan weerbaarheid.',
    'Een staatsgeheim is bijzondere informatie, zo zegt het voorschrift.',
    'Stg',
    'Interne beheersing',
    '',
  ])
    assert.equal(markingOf(line), line === 'Stg' ? 'STG' : null, line)
})

test('[LM5] before the first character leaves it is told how many of what go where', async () => {
  model.answer = () => {
    assert.equal(told.length, 1)
    return facts()
  }
  const text = letter()
  await ask(text, readText(text, 'kst-99999-1'))
  const { host } = new URL(model.place.url)
  const size = model.asked[0]?.piece.length
  assert.equal(told[0]?.nl, `Naar het taalmodel ${MODEL} op ${host} gaan ${size} tekens van kst-99999-1 (openbaar).`)
  assert.equal(told[0]?.en, `To the language model ${MODEL} on ${host} go ${size} characters of kst-99999-1 (public).`)
})

test('[LM6] a quote stands in the text to the letter, or its fact is dropped', async () => {
  const good = passedOver.quote
  const table: [string, string][] = [
    [good, 'taken'],
    [`  ${good.replaceAll(' ', '\n ')} `, 'taken'],
    ['ligt er een plan voor de noodvoorraden op tafel', 'taken'],
    [good.replace('voorjaar', 'najaar'), 'staat niet in de tekst'],
    [good.replace('’', "'"), 'staat niet in de tekst'],
    [good.replace('In het', 'in het'), 'staat niet in de tekst'],
    [good.replace('plan', 'pl\u0430n'), 'staat niet in de tekst'],
    [good.normalize('NFD').replace('e', 'e\u0301'), 'staat niet in de tekst'],
    [good.replace('plan', 'pl\u200ban'), 'onzichtbare tekens'],
    [`\u202e${good}`, 'onzichtbare tekens'],
    [`${good}\u0000`, 'onzichtbare tekens'],
    [`${good}\ud83d`, 'onzichtbare tekens'],
    ['igt er een plan voor de noodvoorraden', 'staat niet in de tekst'],
    ['ligt er een plan voor de noodvoor', 'staat niet in de tekst'],
    ['een plan', 'te kort of te lang'],
    ['noodvoorraden op', 'te kort of te lang'],
    ['a '.repeat(501), 'te kort of te lang'],
    ['', 'te kort of te lang'],
    ['Ik zal uw Kamer medio 2025 informeren over de oefening.', 'al gevonden'],
  ]
  const text = letter()
  for (const [quote, outcome] of table) {
    model.answer = () => facts({ ...passedOver, due: null, quote })
    const reading = await ask(text)
    const [fact, ...more] = ofModel(reading)
    assert.equal(more.length, 0)
    if (outcome === 'taken') assert.equal(fact?.quote, text.slice(fact?.start, fact?.end), quote)
    else {
      assert.equal(fact, undefined, quote)
      assert.ok(reading.findings[0]?.text.nl.includes(`1 × ${outcome}`), `${quote}: ${reading.findings[0]?.text.nl}`)
    }
  }
})

test('[LM6] a sentence over a page break and its footnotes is one quote in pieces', async () => {
  const text = await readFile(new URL('../../../packs/kingdom/documents/kst-30821-251.txt', import.meta.url), 'utf8')
  const reading = readText(text, 'kst-30821-251')
  const quote = 'Zoals ook door de WRR geconstateerd, kunnen in een geopolitiek complexere wereld'
  model.answer = () => facts({ kind: 'done', quote, actor: 'WRR', due: null })
  const [fact] = ofModel(await ask(text, reading))
  assert.equal(fact?.segments?.length, 2)
  assert.equal(fact?.quote, fact?.segments?.map(([a, b]) => text.slice(a, b)).join(' '))
  assert.equal(fact?.quote.replace(/\s+/g, ' '), quote)
  assert.ok(model.asked.every(({ piece }) => !piece.includes('Zie bijlage dreigingsbeeld bij de Weerbaarheidsbrief')))
})

test('[LM6] the text that is sent is that of the source, character by character', () => {
  const odd = fc.constantFrom(
    'a',
    'é',
    '\u00ad',
    '\u200b',
    '\u202e',
    '\ud83d',
    '\udc00',
    '😀',
    '\u{e0041}',
    '\n',
    '\r\n',
    '\f',
    ' ',
    '\u00a0',
    '\0',
    'Z',
  )
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 60 }), fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 9 }), (parts, from, length, most) => {
      const text = parts.join('')
      const note = [Math.min(from, text.length), Math.min(from + length, text.length)] as const
      const { text: flat, at } = lay(text, note[0] < note[1] ? [note] : [])
      const inOrder = [...at].every((x, i) => i === 0 || x > (at[i - 1] as number))
      const same = [...at].every((x, i) => flat.charAt(i) === text.charAt(x) || /[ \n]/.test(flat.charAt(i)))
      const pieces = piecesToAsk({ text: flat, at }, most)
      return (
        at.length === flat.length &&
        inOrder &&
        same &&
        !unclean(flat) &&
        pieces.map(it => flat.slice(...it)).join('') === flat &&
        pieces.every(([a, b]) => b > a && b - a <= most + 1)
      )
    }),
  )
})

test('[LM7] the window is our reader’s, and who and when stand in the quote', async () => {
  const only = async (fact: object) => {
    model.answer = () => facts({ ...passedOver, ...fact })
    return (await ask(letter())).commitments.find(it => modelOf(it.reasons))
  }
  const due = { from: '2025-03-01', to: '2025-05-31', phrase: 'voorjaar van 2025' }
  assert.deepEqual((await only({}))?.due, due)
  assert.deepEqual((await only({ due: null }))?.due, due)
  assert.deepEqual((await only({ due: '2025' }))?.due, due)
  assert.equal(await only({ due: 'voorjaar van 2031' }), undefined)
  assert.equal(await only({ due: '2025-01-01/2025-01-02' }), undefined)
  assert.equal((await only({ due: 'een plan voor' }))?.due, null)
  assert.equal((await only({}))?.actor, null)
  assert.deepEqual([(await only({ actor: 'veiligheidsregio’s' }))?.actor, (await only({ actor: '' }))?.actor], ['veiligheidsregio’s', null])
  for (const actor of ['minister', 'veiligheid', 'Veiligheidsregio’s', 'de minister-president'])
    assert.equal(await only({ actor }), undefined, actor)
  for (const more of [
    { from: '2025-01-01' },
    { band: 'sure' },
    { label: 'public' },
    { __proto__x: 1 },
    { kind: 'rating' },
    { due: 3 },
    { actor: ['x'] },
  ])
    assert.equal(await only(more), undefined, JSON.stringify(more))
})

test('[LM8] the reader’s facts stay; the model’s are marked, to be checked, and say so on the desk', async () => {
  const text = letter()
  const own = readText(text)
  const done = { kind: 'done', quote: 'De oefening met de provincies is achter de rug', actor: null, due: null }
  const hers = { ...passedOver, quote: own.commitments[0]?.quote, due: null }
  model.answer = () => facts(passedOver, passedOver, done, hers, { ...hers, kind: 'done' })
  const reading = await ask(text)
  const left = (it: Reading) => ({
    ...it,
    commitments: it.commitments.filter(c => !modelOf(c.reasons)),
    done: it.done.filter(d => !modelOf(d.reasons)),
    findings: [],
  })
  assert.deepEqual(left(reading), { ...own, findings: [] })
  assert.deepEqual(
    ofModel(reading).map(it => [it.band, it.reasons[0]?.rule]),
    [
      ['check', `model.${MODEL}`],
      ['check', `model.${MODEL}`],
    ],
  )
  assert.match(reading.findings[0]?.text.nl ?? '', /Voorgesteld: 2\. Weggelaten: 3 \(3 × al gevonden\)\./)
  const empty = { all: () => [], coded: () => undefined } as unknown as Snapshot
  const laid = proposals(reading, empty, 'd', day('2024-12-06')).filter(it => modelOf(it.reasons) === MODEL)
  assert.deepEqual(
    laid.map(it => [it.command, it.band, it.input.label, it.input.byWords]),
    [
      ['commitment.make', 'check', 'public', null],
      ['done.record', 'check', 'public', null],
    ],
  )
  assert.ok(whyOf(laid[0]?.reasons).some(why => why.words.nl === `voorgesteld door een taalmodel: ${MODEL}`))
})

test('[LM9] whatever the endpoint does, the document is read and a finding says what failed', async () => {
  const text = letter()
  const own = readText(text)
  const ways: [string, Answer][] = [
    ['HTTP 500', { status: 500, body: 'Traceback: secret' }],
    ['HTTP 429', { status: 429 }],
    ['HTTP 204', { status: 204 }],
    ['HTTP 101', { status: 101, headers: { connection: 'upgrade', upgrade: 'x' } }],
    ['not JSON', { body: '<html>' }],
    ['nothing', { body: '' }],
    ['null', { body: 'null' }],
    ['no choices', { body: '{"choices":"abc"}' }],
    ['tools', { body: '{"choices":[{"message":{"content":null,"tool_calls":[{"function":{"name":"rm"}}]}}]}' }],
    ['words', { content: 'Hier zijn de feiten: …' }],
    ['fence', { content: '```json\n{"facts":[]}\n```' }],
    ['more beside', { content: '{"facts":[],"accept":true}' }],
    ['an array', { content: '[]' }],
    ['deep', { content: '['.repeat(100_000) }],
    ['too large', { content: 'x'.repeat(300_000) }],
    ['cut', { cut: true }],
    ['hang', { hang: true }],
  ]
  for (const [name, answer] of ways) {
    model.answer = () => answer
    const reading = await ask(text)
    assert.deepEqual(
      [reading.commitments, reading.done, codes(reading)],
      [own.commitments, own.done, ['model-asked', 'model-failed']],
      name,
    )
    assert.doesNotMatch(JSON.stringify(reading.findings), /Traceback|rm"|Hier zijn/)
  }
  const gone = await recorded()
  await gone.close()
  assert.match((await ask(text, own, gone.place)).findings.at(-1)?.text.en ?? '', /cannot be reached/)
  assert.deepEqual(codes(await ask(text, own, { ...gone.place, url: 'http://no-such-host.invalid/v1' })).at(-1), 'model-failed')
})

test('[LM10] pieces, facts and time have limits, and what was not asked is said', async () => {
  const text = letter('Een alinea over niets bijzonders.\n\n'.repeat(400))
  const reading = readText(text)
  const few = await withModel(model.place, { text, reading, label: 'public' }, () => undefined, { ...quick, piece: 1000, pieces: 3 })
  assert.deepEqual([model.asked.length, codes(few)], [3, ['model-asked', 'model-not-all']])
  model.asked.length = 0
  model.answer = () => ({ hang: true })
  const late = await withModel(model.place, { text, reading, label: 'public' }, () => undefined, { ...quick, request: 200 })
  // One that failed is not asked again.
  assert.deepEqual([model.asked.length, codes(late)], [1, ['model-asked', 'model-not-all', 'model-failed']])
  model.answer = () =>
    facts(...Array.from({ length: 60 }, () => ({ ...passedOver, quote: 'Een alinea over niets bijzonders.', due: null })))
  const many = await withModel(model.place, { text, reading, label: 'public' }, () => undefined, { ...quick, pieces: 1 })
  assert.ok(ofModel(many).length <= 40)
  assert.match(many.findings[0]?.text.en ?? '', /20 × too many at once/)
})

const envOf = () => ({ KOERSVAST_MODEL_URL: model.place.url, KOERSVAST_MODEL_NAME: MODEL, KOERSVAST_MODEL_KEY: KEY })
async function onCommandLine(given: Record<string, string>, ...flags: string[]) {
  const folder = await mkdtemp(join(tmpdir(), 'kv-model-'))
  const file = join(folder, 'brief.txt')
  await writeFile(file, letter())
  const said = { out: '', err: '' }
  const streams = {
    out: (x: string) => void (said.out += x),
    err: (x: string) => void (said.err += x),
    tty: false,
    quiet: true,
    width: 80,
    language: 'nl' as const,
  }
  const config = configuration(given, new URL('../../..', import.meta.url).pathname.replace(/\/$/, '')) as Config
  const exit = await readFiles({ streams, config }, [file, '--date', '2024-12-06', ...flags])
  await rm(folder, { recursive: true })
  return { exit, ...said }
}

test('[LM5] on the command line it is told too, also when all else is silenced', async () => {
  model.answer = () => facts(passedOver)
  const { exit, out, err } = await onCommandLine(envOf(), '--model', '--json')
  assert.equal(exit, 0)
  assert.match(err, /^Naar het taalmodel proef-7b op 127\.0\.0\.1:\d+ gaan \d+ tekens van [0-9a-f]{12} \(openbaar\)\.\n$/)
  assert.equal(ofModel(JSON.parse(out) as Reading).length, 1)
  assert.ok(!`${out}${err}`.includes(KEY))
})

test('[LM1] the parts of a configuration stand alone', () => {
  assert.equal(modelPlace({ KOERSVAST_MODEL_URL: '', KOERSVAST_MODEL_KEY: '' }), null)
})

const waiting = (code: string, rule: string) => ({
  kind: 'proposal' as const,
  code,
  body: {
    document: '@kst-1-1',
    command: 'commitment.make',
    input: { words: 'In 2025 volgt een brief' },
    since: '2024-12-06',
    reasons: [{ rule, start: 10, end: 30, for: true }],
    band: 'check',
  },
  evidence: [{ document: idOf('kst-1-1') as never, segments: [[10, 30] as const], quote: `In 2025 volgt een brief ${code}` }],
})
const kst = { kind: 'document' as const, code: 'kst-1-1', body: { title: { nl: 'Brief', en: null }, identity: 'kst-1-1', text: 'ab12' } }
const desk = [kst, waiting('V-1', 'commitment.future'), waiting('V-2', `model.${MODEL}`)]

test('[LM8] a proposal of a model is accepted by itself, never in one go with others', () => {
  const found = { found: { decided: [] } }
  const one = (...proposals: string[]) =>
    given(...desk)
      .on('2025-01-10')
      .when('proposal.accept-all', { proposals }, found)
  one('@V-1').then(changes => assert.ok(changes.some(it => it.kind === 'commitment')))
  one('@V-1', '@V-2').thenRefused('proposal.by-model')
  one('@V-2').thenRefused('proposal.by-model')
  given(...desk)
    .on('2025-01-10')
    .when('proposal.accept', { proposal: '@V-2' }, found)
    .then(changes => assert.ok(changes.some(it => it.kind === 'commitment')))
})

test('[LM8] what is looked over before one act leaves a model’s proposals out, and says so', () => {
  let values: unknown
  const page = {
    query: {},
    say: (words: Words) => words.nl,
    form(_: string, __: unknown, more: { values: unknown }) {
      values = more.values
      return null
    },
  }
  const near = snapshotOf(desk)
  const open = near.all('proposal')
  const html = renderToString(
    h(Bulk, { at: near.all('document')[0], open, page, address: () => '/x' } as unknown as Parameters<typeof Bulk>[0]),
  )
  assert.deepEqual(values, { proposals: idOf('V-1') })
  assert.match(html, /V-2[^<]*<q>In 2025 volgt een brief V-2<\/q> Voorgesteld door een taalmodel: neem dit apart over\./)
  assert.equal(html.match(/Overslaan/g)?.length, 1)
})
