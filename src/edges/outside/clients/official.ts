import { type Day, isDay } from '../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import { all, type Branch, find, textOf, treeOf } from '../../files/marked/tree.ts'
import type { Ask } from '../polite.ts'
import { otherAnswer, renamed } from '../refusals.ts'
import { services } from '../services.ts'
import { officialId } from './identity.ts'

/** A paper in the official publications, as the search service describes it. */
export interface Paper {
  readonly id: string
  readonly title: string
  /** The day it was published; not `modified`, which is the day it was indexed. */
  readonly published: Day | null
  readonly creator: string | null
  readonly sort: string | null
  readonly dossier: string | null
  readonly session: string | null
  readonly urls: Readonly<Record<'xml' | 'html' | 'pdf', string | null>>
}
export interface PaperPage {
  readonly papers: readonly Paper[]
  readonly total: number
  /** Where to go on; null on the last page. */
  readonly next: number | null
}

const page = 100

/** How a dossier is written in the index, `36600-VI`; null for what is no dossier. */
export function dossierOf(typed: string): string | null {
  const parts = /^(\d{4,5})(?:[- ]?([A-Za-z0-9]{1,7}))?$/.exec(typed.trim().replace(/^(\d{2})[ .](\d{3})/, '$1$2'))
  return parts ? [parts[1], parts[2]?.toUpperCase()].filter(Boolean).join('-') : null
}

/**
 * Papers of a dossier published from a day on, a page at a time from record `from` (counted from 1): what was asked before can be asked
 * again from where it stopped. Source of the query and the answer: the service's own manual (SRU 2.0), by way of public clients.
 */
export async function papersOf(
  ask: Ask,
  dossier: string,
  since: Day | null,
  from = 1,
  base = services.publications,
): Promise<PaperPage | Refusal> {
  const number = dossierOf(dossier)
  if (!number) return notDossier(dossier)
  const wanted = [`w.dossiernummer=="${number}"`, ...(since ? [`dt.available>=${since}`] : [])]
  return search(ask, `${wanted.join(' AND ')} sortBy dt.available/sort.ascending`, from, base)
}

/** The one paper of an official identity; null where the publications do not know it (yet). */
export async function paperOf(ask: Ask, id: string, base = services.publications): Promise<Paper | null | Refusal> {
  const found = await search(ask, `dt.identifier=="${id}"`, 1, base)
  return refused(found) ? found : (found.papers.find(it => it.id.toLowerCase() === id.toLowerCase()) ?? null)
}

async function search(ask: Ask, query: string, from: number, base: string): Promise<PaperPage | Refusal> {
  const asked = new URLSearchParams({
    operation: 'searchRetrieve',
    version: '2.0',
    query: `c.product-area==officielepublicaties AND ${query}`,
    startRecord: String(from),
    maximumRecords: String(page),
  })
  const answer = await ask(`${base}?${asked}`)
  if (refused(answer)) return answer
  const tree = answer.status === 200 ? treeOf(new TextDecoder().decode(answer.bytes)) : undefined
  // Error pages may say 200: only the root element tells.
  const response = tree && !refused(tree) ? find(tree, 'searchRetrieveResponse') : undefined
  if (!response) return otherAnswer(answer.status)
  const trouble = find(response, 'diagnostic')
  if (trouble) return otherAnswer(answer.status, textOf(trouble).replace(/\s+/g, ' ').trim())
  const records = all(response, 'recordData')
  const papers = records.flatMap(record => paper(record) ?? [])
  // A record without an identity cannot be told from another: it is not passed over in silence.
  if (papers.length < records.length) return renamed('identifier', [...new Set(records.flatMap(record => leaves(record)))])
  const next = Number(text(response, 'nextRecordPosition'))
  return {
    papers,
    total: Number(text(response, 'numberOfRecords')) || 0,
    next: Number.isInteger(next) && next > from ? next : null,
  }
}

const leaves = (branch: Branch): string[] => branch.children.flatMap(it => (typeof it === 'string' ? [] : [it.name, ...leaves(it)]))

const text = (branch: Branch, name: string): string => {
  const found = find(branch, name)
  return found ? textOf(found).trim() : ''
}

function paper(record: Branch): Paper | null {
  const id = text(record, 'identifier')
  if (id === '') return null
  const day = text(record, 'available').slice(0, 10)
  const items = new Map(all(record, 'itemUrl').map(it => [it.attributes.manifestation ?? '', textOf(it).trim()]))
  const url = (kind: string, otherwise = ''): string | null => items.get(kind) ?? (otherwise || null)
  const xml = text(record, 'url')
  return {
    id: officialId(id) ?? id.toLowerCase(),
    title: text(record, 'title'),
    published: isDay(day) ? day : null,
    creator: text(record, 'creator') || null,
    sort: text(record, 'subrubriek') || text(record, 'type') || null,
    dossier: text(record, 'dossiernummer') || null,
    session: text(record, 'vergaderjaar') || null,
    urls: { xml: url('xml', xml.endsWith('.xml') ? xml : ''), html: url('html', text(record, 'preferredUrl')), pdf: url('pdf') },
  }
}

const notDossier = (found: string): Refusal =>
  refuse('sync.dossier', w('Geef een dossiernummer, zoals 30821 of 36600-VI.', 'Give a dossier number, as 30821 or 36600-VI.'), {
    where: 'dossier',
    found,
  })
