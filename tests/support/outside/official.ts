/**
 * The official services on this machine, answering in the forms their manuals describe; every value is invented. What they hold and how
 * they misbehave is a test's to say. Test support: no file of the product imports it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Services } from '../../../src/edges/outside/services.ts'

export interface RecordedPaper {
  readonly id: string
  readonly title: string
  readonly published: string
  /** The text of the letter, a paragraph a line; null: there is no file of it yet. */
  readonly text: string | null
  /** Bytes instead of the XML of the text. */
  readonly bytes?: Uint8Array
}
export interface RecordedRow {
  readonly [name: string]: unknown
}
export interface Official {
  readonly services: Services
  papers: RecordedPaper[]
  rows: RecordedRow[]
  /** Letters of the House by number. */
  letters: RecordedRow[]
  /** What to answer instead: asked with every path; undefined answers as usual. */
  odd: (path: string, count: number) => { status: number; body?: string; type?: string; hang?: boolean; cut?: boolean } | undefined
  readonly asked: string[]
  close(): Promise<void>
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

export const xmlOf = ({ id, title, published, text }: RecordedPaper) => `<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie><metadata><meta name="x" content="y"/></metadata><kamerstuk><kamerstukkop><tekstregel inhoud="vergaderjaar">Vergaderjaar 2024-2025</tekstregel></kamerstukkop>
<dossier><dossiernummer><dossiernr>99 999</dossiernr></dossiernummer><titel>${escaped(title)}</titel></dossier>
<stuk><stuknr>Nr. <ondernummer kamer="2">${id.split('-').at(-1)}</ondernummer></stuknr><titel>BRIEF VAN DE MINISTER VAN JUSTITIE EN VEILIGHEID</titel>
<algemeen><vrije-tekst><tekst><al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al><al>Den Haag, <datum isodatum="${published}">${published}</datum></al>
${(text ?? '')
  .split('\n')
  .map(line => `<al>${escaped(line)}</al>`)
  .join('\n')}
</tekst></vrije-tekst></algemeen></stuk></kamerstuk></officiele-publicatie>`

const record = ({ id, title, published }: RecordedPaper, here: string) =>
  `<sru:record><sru:recordSchema>gzd</sru:recordSchema><sru:recordData><gzd:gzd xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/"><gzd:originalData>
<meta><owmskern><dcterms:identifier>${id}</dcterms:identifier><dcterms:title>${escaped(title)}</dcterms:title><dcterms:creator>Tweede Kamer der Staten-Generaal</dcterms:creator></owmskern>
<owmsmantel><dcterms:available>${published}</dcterms:available></owmsmantel><tpmeta><dossiernummer>99999</dossiernummer><vergaderjaar>2024-2025</vergaderjaar><subrubriek>Brief</subrubriek></tpmeta></meta></gzd:originalData>
<gzd:enrichedData><gzd:url>${here}/frbr/${id}.xml</gzd:url><gzd:preferredUrl>${here}/papers/${id}.html</gzd:preferredUrl><gzd:itemUrl manifestation="xml">${here}/frbr/${id}.xml</gzd:itemUrl></gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>`

export async function openOfficial({ page = 100 }: { readonly page?: number } = {}): Promise<Official> {
  const asked: string[] = []
  const counts = new Map<string, number>()
  const official: Official = {
    services: { house: '', publications: '', papers: '' },
    papers: [],
    rows: [],
    letters: [],
    odd: () => undefined,
    asked,
    close: async () => {
      server.closeAllConnections()
      await new Promise(done => server.close(done))
    },
  }
  const server = createServer((request: IncomingMessage, response: ServerResponse): unknown => {
    const url = new URL(request.url ?? '/', 'http://x')
    const path = decodeURIComponent(url.pathname)
    asked.push(decodeURIComponent(request.url ?? ''))
    const count = (counts.get(path) ?? 0) + 1
    counts.set(path, count)
    const odd = official.odd(path, count)
    if (odd?.hang) return undefined
    if (odd) {
      response.writeHead(odd.status, { 'content-type': odd.type ?? 'text/html', ...(odd.cut && { 'content-length': '100000' }) })
      response.write(odd.body ?? '')
      if (odd.cut) response.destroy()
      else response.end()
      return undefined
    }
    const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    return answer(official, url, path, here, page, response)
  })
  await new Promise<void>(go => server.listen(0, '127.0.0.1', go))
  const here = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  Object.assign(official.services, { house: `${here}/odata`, publications: `${here}/sru`, papers: `${here}/papers` })
  return official
}

function answer(official: Official, url: URL, path: string, here: string, page: number, response: ServerResponse): unknown {
  const send = (type: string, body: string | Uint8Array, status = 200) => {
    response.writeHead(status, { 'content-type': type })
    response.end(body)
  }
  if (path === '/sru') return send('text/xml', sru(official.papers, url, here, page))
  const [, id] = /^\/(?:frbr|papers)\/(.+)\.(?:xml|html|pdf)$/.exec(path) ?? []
  const paper = official.papers.find(it => it.id === id)
  if (paper && (paper.text !== null || paper.bytes) && path.endsWith('.xml')) return send('text/xml', paper.bytes ?? xmlOf(paper))
  if (id) return send('text/html', '<html><body>fout404</body></html>', 404)
  const query = [...url.searchParams]
  if (path === '/odata/Toezegging' || path === '/odata/Document') {
    const param = (name: string) => query.find(([key]) => key === `$${name}`)?.[1] ?? ''
    const since = /GewijzigdOp ge (\S+)/.exec(param('filter'))?.[1] ?? ''
    const number = /DocumentNummer eq '([^']+)'/.exec(param('filter'))?.[1]
    const rows = path.endsWith('Document')
      ? official.letters.filter(it => it.DocumentNummer === number)
      : official.rows
          .filter(it => String(it.GewijzigdOp ?? '9999') >= since)
          .toSorted((a, b) => (String(a.GewijzigdOp) < String(b.GewijzigdOp) ? -1 : 1))
    const from = Number(param('skip') || 0)
    return send(
      'application/json',
      JSON.stringify({ '@odata.context': `${here}/odata/$metadata`, value: rows.slice(from, from + Number(param('top'))) }),
    )
  }
  return send('application/json', '{"error":{"code":"","message":"Resource not found."}}', 404)
}

function sru(papers: readonly RecordedPaper[], url: URL, here: string, page: number): string {
  const query = url.searchParams.get('query') ?? ''
  const since = /dt\.available>=(\d{4}-\d\d-\d\d)/.exec(query)?.[1] ?? ''
  const id = /dt\.identifier=="([^"]+)"/.exec(query)?.[1]
  const found = papers
    .filter(it => (id ? it.id.toLowerCase() === id.toLowerCase() : it.published >= since))
    .toSorted((a, b) => (a.published < b.published ? -1 : a.published > b.published ? 1 : 0))
  const from = Number(url.searchParams.get('startRecord') ?? 1)
  const shown = found.slice(from - 1, from - 1 + page)
  const next = from + shown.length <= found.length ? `<sru:nextRecordPosition>${from + shown.length}</sru:nextRecordPosition>` : ''
  return `<?xml version="1.0"?><sru:searchRetrieveResponse xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"><sru:numberOfRecords>${found.length}</sru:numberOfRecords>
<sru:records>${shown.map(it => record(it, here)).join('')}</sru:records>${next}</sru:searchRetrieveResponse>`
}
