import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { inspect } from 'node:util'
import { type Answer, KEY, letter, MODEL, passedOver, type Recorded, readText, recorded } from '../../../tests/support/outside/model.ts'
import { day } from '../../kernel/day.ts'
import { refused } from '../../kernel/refusal.ts'
import type { Words } from '../../kernel/words.ts'
import { modelOf } from '../../rooms/sources/model/judge.ts'
import { markingOf } from '../../rooms/sources/model/marking.ts'
import type { Reading } from '../../rooms/sources/read/reading.ts'
import { readFiles } from '../cli/reading/read.ts'
import { type Config, configuration, origins } from '../config.ts'
import { modelPlace, Secret } from './place.ts'
import { mayAsk } from './post.ts'
import { limits, postponed, withModel } from './propose.ts'

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
  const marked: string[] = []
  const mark = async (it: string) => void marked.push(it)
  assert.equal(await postponed(model.place, request, reading, mark), reading)
  assert.equal(await postponed(internal, request, reading, mark), reading)
  assert.deepEqual(codes((await postponed(model.place, { ...request, label: 'internal' }, reading, mark)) as Reading), ['model-not-asked'])
  assert.deepEqual(marked, [])
  assert.deepEqual([model.asked.length, told.length], [0, 0])
  await withModel(internal, { text, reading, label: 'internal' }, tell)
  assert.deepEqual([model.asked.length, told.length], [1, 1])
})

test('[LM12] of a text, a file and a fetched paper the reading comes back at once and says that the model is to be asked; a refusal as it was', async () => {
  const text = letter()
  const reading = readText(text)
  const request = { id: null, date: day('2024-12-06'), label: 'public' as const }
  const marked: string[] = []
  const mark = async (it: string) => void marked.push(it)
  assert.deepEqual(codes((await postponed(model.place, { ...request, text }, reading, mark)) as Reading), ['model-waits'])
  const brought = { text, reading, brought: { title: 'x' } }
  const whole = (await postponed(model.place, { ...request, from: '30821-251' }, brought, mark)) as typeof brought
  assert.deepEqual([whole.text, whole.brought, codes(whole.reading)], [text, brought.brought, ['model-waits']])
  assert.deepEqual([marked, model.asked.length], [[text, text], 0])
  const wrong = { code: 'file.x', do: { nl: '', en: '' }, fault: 'input' }
  assert.equal(await postponed(model.place, { ...request, text }, wrong, mark), wrong)
  // Offsets of another text than was read: nothing is asked.
  assert.equal(await postponed(model.place, { ...request, text: `\uFEFF${text}` }, reading, mark), reading)
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
    ['too large, and else right', { content: `${JSON.stringify({ facts: [passedOver] })}${' '.repeat(300_000)}` }],
    ['HTTP 203, and else right', { status: 203, ...facts(passedOver) }],
    ['HTTP 302, and else right', { status: 302, headers: { location: '/' }, ...facts(passedOver) }],
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
  // No promise, and that is for a person to say; no rule of the reader will ever find it.
  model.answer = () => facts({ ...passedOver, quote: 'Aan de Voorzitter van de Tweede Kamer der Staten-Generaal', due: null })
  const { exit, out, err } = await onCommandLine(envOf(), '--model', '--json')
  assert.equal(exit, 0)
  assert.match(err, /^Naar het taalmodel proef-7b op 127\.0\.0\.1:\d+ gaan \d+ tekens van [0-9a-f]{12} \(openbaar\)\.\n$/)
  assert.equal(ofModel(JSON.parse(out) as Reading).length, 1)
  assert.ok(!`${out}${err}`.includes(KEY))
})

test('[LM1] the parts of a configuration stand alone', () => {
  assert.equal(modelPlace({ KOERSVAST_MODEL_URL: '', KOERSVAST_MODEL_KEY: '' }), null)
})
