// The description of the API held against the API: every address that gives something, on the pack of the Kingdom, and every way of asking that is refused.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import * as z from 'zod'
import { everyPage, SITE, views } from '../../../../tests/support/http.ts'
import { coordinator, type Opened } from '../../../../tests/support/ledgers.ts'
import { kingdom } from '../../../../tests/support/site.ts'
import { day } from '../../../kernel/day.ts'
import { createServer, type Server } from '../server.ts'

let opened: Opened
let server: Server
let inside: Server
before(async () => {
  opened = await kingdom()
  const house = {
    ledger: opened.ledger,
    views,
    pages: everyPage,
    now: () => '2026-11-24T10:00:00.000Z',
    today: () => day('2026-11-24'),
    endOf: (on: string) => `${on}T23:59:59.999Z`,
    secure: true,
    log: (error: unknown) => assert.fail(error as Error),
  }
  server = createServer(house)
  inside = createServer({ ...house, as: coordinator })
})
after(() => opened.close())

const ask = (path: string, more: RequestInit = {}, of = server) => of.fetch(new Request(SITE + path, more)) as Promise<Response>
const at = '/api/v1/koninkrijk'

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly get?: {
          readonly parameters?: readonly { readonly name?: string; readonly in?: string; readonly required?: boolean }[]
          readonly responses: Record<string, { content?: Record<string, { schema: object }> }>
        }
      }
    >
  >
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}
const described = async (): Promise<Described> => (await ask('/api/v1/openapi.json')).json() as Promise<Described>

/** A schema of the description as something that can judge an answer. */
const judge = ({ components }: Described, schema: object) => {
  const moved = (value: unknown): unknown => JSON.parse(JSON.stringify(value).replaceAll('#/components/schemas/', '#/$defs/'))
  return z.fromJSONSchema({ ...(moved(schema) as object), $defs: moved(components.schemas) } as never)
}

test('[H12] every address that is described gives what its schema says, for the public and for who is inside', async () => {
  const document = await described()
  const seen = { list: 0, thing: 0, history: 0, rows: 0 }
  for (const [path, { get }] of Object.entries(document.paths)) {
    const schema = get?.responses['200']?.content?.['application/json']?.schema
    if (!schema) continue
    const fits = judge(document, schema)
    for (const door of [server, inside]) {
      const list = path.replace('{workspace}', 'koninkrijk').replace('{of}', 'scenario')
      const codes = list.includes('{code}') ? await codesAt(list.split('/{code}')[0] as string, door) : ['']
      for (const code of codes) {
        // What an address must be asked with: a word that is there.
        const needed: readonly string[] = (get?.parameters ?? [])
          .filter(it => it.required && it.in === 'query')
          .map(it => `${it.name}=dreiging`)
        const address: string = list.replace('{code}', code) + (needed.length > 0 ? `?${needed.join('&')}` : '')
        const answer = await ask(address, {}, door)
        if (answer.status === 401) {
          assert.equal(door, server)
          continue
        }
        // A list of what hangs on one thing asks for its code, and here there is none of that kind.
        if (path.endsWith('/simulation-results')) {
          assert.equal(answer.status, 422)
          continue
        }
        assert.equal(answer.status, 200, address)
        const body = (await answer.json()) as { items?: unknown[] }
        const said = fits.safeParse(body)
        assert.ok(said.success, `${address}: ${said.error && z.prettifyError(said.error)}`)
        seen[code === '' ? 'list' : address.endsWith('/history') ? 'history' : 'thing']++
        seen.rows += body.items?.length ?? 0
      }
    }
  }
  assert.ok(seen.list >= 30 && seen.thing >= 30 && seen.history >= 30 && seen.rows > 300, JSON.stringify(seen))
})

/** Two things of a list; some lists are about other things than their name says: then their own codes are not at this address. */
async function codesAt(list: string, of: Server): Promise<string[]> {
  const answer = await ask(`${list}?size=2`, {}, of)
  const { items = [] } = answer.status === 200 ? ((await answer.json()) as { items: { code: string }[] }) : {}
  const there = await Promise.all(items.map(async ({ code }) => ((await ask(`${list}/${code}`, {}, of)).status === 200 ? [code] : [])))
  return there.flat()
}

test('[H12] a schema that does not fit is noticed', async () => {
  const document = await described()
  const thing = (await (await ask(`${at}/commitments/T-0001`)).json()) as object
  const fits = judge(document, { $ref: '#/components/schemas/CommitmentThing' })
  assert.ok(fits.safeParse(thing).success)
  for (const wrong of [
    { ...thing, kind: 'goal' },
    { ...thing, since: 3 },
    { ...thing, fields: {} },
    { ...thing, references: [] },
  ])
    assert.ok(!fits.safeParse(wrong).success, JSON.stringify(wrong).slice(0, 80))
})

test('[H38] HEAD answers as GET without the bytes, OPTIONS and a wrong method say what there is', async () => {
  const document = await described()
  for (const [path, methods] of Object.entries(document.paths)) {
    const address = path.replace('{workspace}', 'koninkrijk').replace('{code}', 'T-0001').replace('{of}', 'scenario')
    const allowed = 'get' in methods ? 'GET, HEAD, OPTIONS' : 'OPTIONS, POST'
    const options = await ask(address, { method: 'OPTIONS' })
    assert.deepEqual([address, options.status, sorted(options), await options.text()], [address, 204, allowed, ''])
    for (const method of ['PUT', 'PATCH', 'DELETE', 'get' in methods ? 'POST' : 'GET']) {
      const answer = await ask(address, { method })
      assert.deepEqual([address, method, answer.status, sorted(answer)], [address, method, 405, allowed])
      assert.match(answer.headers.get('content-type') ?? '', /problem\+json/)
    }
  }
  for (const path of [`${at}/commitments`, `${at}/commitments/T-0001`, `${at}/commitments/T-0001/history`, '/api/v1/openapi.json']) {
    const [get, head] = await Promise.all([ask(path), ask(path, { method: 'HEAD' })])
    assert.deepEqual([head.status, head.headers.get('etag'), await head.text()], [200, get.headers.get('etag'), ''])
  }
})
const sorted = (answer: Response) => (answer.headers.get('allow') ?? '').split(', ').sort().join(', ')

test('[H39] a type that is not made is 406 and says which are; what can be taken is given', async () => {
  for (const accept of ['text/html', 'application/xml, image/*', 'application/json;q=0, text/plain']) {
    const answer = await ask(`${at}/commitments`, { headers: { accept } })
    const { code, wanted, do: todo } = (await answer.json()) as { code: string; wanted: string; do: { nl: string; en: string } }
    assert.deepEqual([accept, answer.status, code, wanted], [accept, 406, 'accept.other', 'application/json, text/csv'])
    assert.ok(todo.nl.length > 10 && todo.en.length > 10)
  }
  for (const accept of [
    '*/*',
    'application/*',
    'application/json',
    'text/html, */*;q=0.1',
    'text/csv;q=0.5, application/json',
    '',
    'application/json; charset=utf-8',
  ])
    assert.equal((await ask(`${at}/commitments`, { headers: { accept } })).status, 200, accept)
  // A browser that follows the link to the CSV or to the JSON asks for a page first, and takes anything.
  const csv = await ask(`${at}/commitments?format=csv`, { headers: { accept: 'text/csv' } })
  assert.deepEqual([csv.status, csv.headers.get('content-type')?.startsWith('text/csv')], [200, true])
})

test('[H23] a form stands at the address of its command', async () => {
  const page = (path: string, of = inside) => ask(`/koninkrijk/-/do/${path}`, { headers: { accept: 'text/html' } }, of)
  for (const command of opened.ledger.commands.values()) {
    if (command.name === 'pack.import') continue
    const answer = await page(command.name)
    const wanted = command.about ? 422 : command.offered.includes('coordinator') ? 200 : 403
    assert.deepEqual([command.name, answer.status], [command.name, wanted])
    if (wanted === 200) assert.match(await answer.text(), /<form[^>]*method="post"/)
  }
  assert.match(await (await page('commitment.correct?of=T-0001')).text(), /<form[^>]*method="post"/)
  assert.deepEqual([(await page('commitment.make', server)).status, (await page('dance.now')).status], [401, 404])
})
