import { basename } from 'node:path'
import type { Day } from '../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { fileOf, letterOf } from './clients/house.ts'
import { askedBy } from './clients/identity.ts'
import { paperOf } from './clients/official.ts'
import type { Answer } from './get.ts'
import { answered, notKnown, notThere } from './refusals.ts'
import type { Listed, World } from './world.ts'

/** A document as it was fetched, with what its publisher says of it. */
export interface Brought {
  readonly bytes: Uint8Array
  /** A name as a file would have. */
  readonly name: string
  readonly identity: string | null
  readonly title: string | null
  /** The day it was published; the text itself may know a better one. */
  readonly published: Day | null
  /** Where a person finds it. */
  readonly address: string
}

/** One document by what somebody typed: an address, an official identity, a dossier with the number of a paper, a number of the House. */
export async function bring(world: World, typed: string): Promise<Brought | Refusal> {
  const asked = askedBy(typed)
  if (!asked) return notKnown(typed)
  if (asked.by === 'paper') return bringPaper(world, asked.id)
  if (asked.by === 'house') return fromHouse(world, asked.number)
  if (asked.by === 'url') return fromAddress(world, asked.url)
  return refuse(
    'outside.dossier',
    w(
      `Geef ook het nummer van het stuk, zoals ${asked.dossier}-251. Een heel dossier volgt u met een bron.`,
      `Give the number of the paper too, as ${asked.dossier}-251. A whole dossier is followed with a feed.`,
    ),
    { where: 'from', found: asked.dossier },
  )
}

/** A paper of the publications: their index says where its files are; what is not in the index (yet) is tried at its own address. */
export async function bringPaper(world: World, id: string, known: Listed | undefined = world.recall(id)): Promise<Brought | Refusal> {
  const paper = known ?? (await paperOf(world.ask, id, world.publications))
  if (refused(paper)) return paper
  const own = (ending: string) => `${world.papers}/${id}.${ending}`
  // Structure is worth most, and the text of a page is better than that of its print. Of what is not in the index a page may say anything.
  const urls = paper ? [paper.urls.xml, paper.urls.html, paper.urls.pdf].filter(url => url !== null) : [own('xml'), own('pdf')]
  const told = { identity: id, title: paper?.title || null, published: paper?.published ?? null, address: own('html') }
  let last: Refusal | null = null
  for (const url of urls) {
    const answer = await world.ask(url)
    if (refused(answer)) return answer
    if (answer.status === 200 && !missing(answer)) return { bytes: answer.bytes, name: nameOf(answer), ...told }
    // Busy is not the same as not there: what comes later may be the better text.
    const wrong = answered(answer.status, url)
    if (wrong.fault === 'unavailable') return wrong
    if (answer.status !== 200) last = wrong
  }
  return last && last.fault !== 'missing' ? last : notThere(id)
}

/** The publications answer for what they do not have with a page that says so, and status 200. */
const missing = ({ url, bytes, type }: Answer): boolean =>
  /fout404/i.test(url) ||
  bytes.byteLength === 0 ||
  (/\.xml$/.test(new URL(url).pathname) && type === 'text/html') ||
  (/\.pdf$/.test(new URL(url).pathname) && !Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-'))

async function fromHouse(world: World, number: string): Promise<Brought | Refusal> {
  const letter = await letterOf(world.ask, number, world.house)
  if (refused(letter)) return letter
  if (!letter) return notThere(number)
  if (letter.identity) {
    const paper = await bringPaper(world, letter.identity)
    if (!refused(paper) || paper.code !== 'outside.not-there') return paper
  }
  const file = fileOf(letter, world.house)
  const answer = file ? await world.ask(file) : notThere(number)
  if (refused(answer)) return answer
  if (answer.status !== 200) return answered(answer.status, file ?? '')
  return {
    bytes: answer.bytes,
    name: `${number}${answer.type === 'application/pdf' ? '.pdf' : ''}`,
    identity: letter.identity ?? number,
    title: letter.title,
    published: letter.date,
    address: `https://www.tweedekamer.nl/kamerstukken/detail?id=${number}&did=${number}`,
  }
}

async function fromAddress(world: World, url: string): Promise<Brought | Refusal> {
  const answer = await world.ask(url)
  if (refused(answer)) return answer
  if (answer.status !== 200) return answered(answer.status, url)
  return { bytes: answer.bytes, name: nameOf(answer), identity: null, title: null, published: null, address: answer.url }
}

/** The last of the path, with an ending that says what is plain text of which sort. */
function nameOf({ url, type }: Answer): string {
  const name = basename(new URL(url).pathname).slice(0, 200) || 'document'
  const plain = { 'text/markdown': '.md', 'message/rfc822': '.eml' }[type]
  return plain && !name.endsWith(plain) ? `${name}${plain}` : name
}
