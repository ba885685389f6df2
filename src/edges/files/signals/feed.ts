import { type Refusal, refuse, refused } from '../../../kernel/refusal.ts'
import { w } from '../../../kernel/words.ts'
import type { Item } from '../../../rooms/sources/signals/batch.command.ts'
import { readHtml } from '../marked/html.ts'
import { all, type Branch, branches, textOf, treeOf } from '../marked/tree.ts'
import { cut, markOf, oneLine } from './plain.ts'

/** The largest feed that is read, in bytes. */
export const MOST_BYTES = 5 * 1024 * 1024
/** So many items are taken of one feed: what the command takes in one act. Said here too, so that a reading process loads no word of the house. */
export const MOST = 500
/** Of an item's own text so much is kept: a signal points to its source, it does not replace it. */
const EXCERPT = 1500

/**
 * The items of an RSS (0.9-2.0) or Atom feed, as signals to be: each with its mark (guid, id or link), its link, and title and excerpt as
 * plain text. The same item twice is one. Strict XML without document type; limits on bytes, depth and number.
 * @returns at most 500 items, in the order of the feed; or why it cannot be read.
 */
export function signalsOf(bytes: Uint8Array): readonly Item[] | Refusal {
  if (bytes.byteLength > MOST_BYTES)
    return refuse('feed.too-large', w('Geef een nieuwsbron van hoogstens 5 MB.', 'Give a feed of at most 5 MB.'), {
      fault: 'too-large',
      found: `${bytes.byteLength}`,
    })
  const text = decoded(bytes)
  if (refused(text)) return text
  const root = treeOf(text)
  if (refused(root)) return root
  const [top] = branches(root)
  const items =
    top?.name === 'rss' || top?.name === 'RDF' ? all(top, 'item').map(rss) : top?.name === 'feed' ? all(top, 'entry').map(atom) : null
  if (!items) return noFeed(top?.name ?? '')
  const seen = new Set<string>()
  return items.filter(it => it !== null && !seen.has(it.origin) && seen.add(it.origin)).slice(0, MOST) as Item[]
}

const noFeed = (found: string): Refusal =>
  refuse('feed.other', w('Geef het adres van een RSS- of Atombron.', 'Give the address of an RSS or Atom feed.'), {
    fault: 'unreadable',
    found: found.slice(0, 80),
  })

const known = new Set(['utf-8', 'utf8', 'us-ascii', 'iso-8859-1', 'iso-8859-15', 'windows-1252', 'utf-16', 'utf-16le', 'utf-16be'])
/** By byte order mark, by what the XML says of itself, else UTF-8; never by guessing. */
function decoded(bytes: Uint8Array): string | Refusal {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  const wide = head.startsWith('\u00ff\u00fe') ? 'utf-16le' : head.startsWith('\u00fe\u00ff') ? 'utf-16be' : undefined
  const encoding =
    wide ?? /^(?:\u00ef\u00bb\u00bf)?<\?xml[^>]{0,100}?encoding=["']([\w-]{1,30})["']/.exec(head)?.[1]?.toLowerCase() ?? 'utf-8'
  try {
    if (!known.has(encoding)) throw new Error(encoding)
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return refuse('feed.encoding', w('Geef de nieuwsbron in UTF-8.', 'Give the feed in UTF-8.'), { fault: 'unreadable', found: encoding })
  }
}

const child = (it: Branch, ...names: readonly string[]): string => {
  for (const name of names) {
    const found = branches(it).find(one => one.name === name)
    const text = found ? textOf(found).trim() : ''
    if (text !== '') return text
  }
  return ''
}

const rss = (it: Branch): Item | null =>
  itemOf({
    mark: child(it, 'guid') || child(it, 'link'),
    link: child(it, 'link'),
    title: child(it, 'title'),
    body: child(it, 'description', 'encoded'),
    sender: child(it, 'creator', 'author'),
  })

function atom(it: Branch): Item | null {
  const links = branches(it).filter(one => one.name === 'link')
  const link = links.find(one => (one.attributes.rel ?? 'alternate') === 'alternate')?.attributes.href ?? ''
  const author = branches(it).find(one => one.name === 'author')
  return itemOf({
    mark: child(it, 'id') || link,
    link,
    title: child(it, 'title'),
    body: child(it, 'summary', 'content'),
    sender: author ? child(author, 'name') : '',
  })
}

function itemOf({ mark, link, title, body, sender }: Record<'mark' | 'link' | 'title' | 'body' | 'sender', string>): Item | null {
  const said = [oneLine(shownIn(title)), cut(shownIn(body), EXCERPT)].filter(Boolean).join('\n\n')
  const text = cut(said)
  // An item that says nothing and points nowhere is no signal.
  if (text === null) return null
  return {
    origin: markOf(mark || text),
    text,
    source: /^https?:\/\/[^\s\\]{1,390}$/i.test(link) ? link : null,
    sender: oneLine(sender),
    reply: null,
    proof: null,
    quarantine: null,
  }
}

/** Feeds write HTML as text: what a reader would see of it. Where it cannot be read, nothing is taken. */
function shownIn(text: string): string {
  if (!/[<&]/.test(text)) return text
  const read = readHtml(text.slice(0, 100_000))
  return refused(read) ? '' : read.text
}
