/** Holds what a store gives after a crash against the log of its clients. Pure: what it must see is tested without a crash. */
import type { Whole } from '../../../src/ledger/proof/verify.ts'
import type { CommitRow, Part, PersonalRow, RecordRow } from '../../../src/ledger/store/contract.ts'
import { type Asked, DRAFT, draftText } from './acts.ts'
import type { Acknowledged, Line } from './log.ts'

/** Everything one workspace holds. */
export interface Dump {
  readonly commits: readonly CommitRow[]
  /** With the codes of their records, '' where there is none. */
  readonly parts: readonly (Part & { readonly code: string })[]
  readonly records: readonly RecordRow[]
  readonly personal: readonly PersonalRow[]
  /** Hashes that bodies of documents name, without bytes. */
  readonly missingBlobs: readonly string[]
  /** By client. */
  readonly drafts: readonly (string | null)[]
  /** What `verify` said; words where it found a break. */
  readonly verified: Whole | string
}

export interface Verdict {
  readonly acknowledged: number
  /** Acknowledged, and not there. */
  readonly lost: readonly string[]
  /** There with a part of what belongs to it. */
  readonly halves: readonly string[]
  /** There more than once, or without anybody having asked for it. */
  readonly twice: readonly string[]
  readonly broken: readonly string[]
}

export function judge(log: readonly Line[], dump: Dump): Verdict {
  const asked = new Map(log.flatMap(line => ('sent' in line ? [[line.sent.key, line.sent] as const] : [])))
  const said = new Map(log.flatMap(line => ('acknowledged' in line ? [[line.acknowledged.key, line.acknowledged] as const] : [])))
  return {
    acknowledged: said.size,
    lost: [...said.values()].flatMap(it => lostOf(it, asked.get(it.key), dump)),
    halves: [...halvesOf(dump), ...dump.commits.flatMap(commit => wholeAct(commit, asked.get(commit.key), dump)), ...draftsOf(asked, dump)],
    twice: twiceOf(asked, dump),
    broken: typeof dump.verified === 'string' ? [dump.verified] : [],
  }
}

function lostOf({ key, act, made }: Acknowledged, asked: Asked | undefined, dump: Dump): string[] {
  if (asked?.command === DRAFT) {
    const kept = dump.drafts[asked.client]
    return kept && Number.parseInt(kept, 10) >= asked.n ? [] : [`${key}: the draft is gone`]
  }
  const commit = dump.commits.find(row => row.key === key)
  if (!commit) return [`${key}: the commit is gone`]
  if (commit.hash !== act) return [`${key}: another commit than was acknowledged`]
  const codes = new Set(dump.parts.filter(part => part.seq === commit.seq).map(part => part.code))
  return made.filter(code => !codes.has(code)).map(code => `${key}: ${code} is gone`)
}

/** A hole in the sequence, parts or records by themselves, text or names that a body refers to and that are not there. */
function halvesOf({ commits, parts, records, personal, missingBlobs }: Dump): string[] {
  const seqs = new Set(commits.map(row => row.seq))
  const withParts = new Set(parts.map(part => part.id))
  const names = new Set(personal.map(row => row.key))
  const people = parts.filter(part => part.kind === 'person').map(part => JSON.parse(part.body) as { name?: string } | null)
  return [
    ...commits.filter((row, i) => row.seq !== i + 1).map(row => `a hole before commit ${row.seq}`),
    ...parts
      .filter(part => !seqs.has(part.seq) || part.code === '')
      .map(part => `a part of ${part.kind} ${part.id} without its commit or record`),
    ...records.filter(row => !withParts.has(row.id)).map(row => `record ${row.code} without a part`),
    ...people.filter(body => body?.name && !names.has(body.name)).map(body => `a person whose name ${body?.name} is gone`),
    ...missingBlobs.map(hash => `a text that is gone: ${hash}`),
  ]
}

/** Every leaf has its part, and a commit made all the records that its act makes. */
function wholeAct({ seq, key, leaves }: CommitRow, asked: Asked | undefined, { parts }: Dump): string[] {
  const own = parts.filter(part => part.seq === seq)
  const born = new Set(own.filter(part => !parts.some(other => other.id === part.id && other.seq < seq)).map(part => part.id))
  return [
    ...(own.length === leaves.length - 1 ? [] : [`commit ${seq} (${key}) has ${own.length} of ${leaves.length - 1} parts`]),
    ...(!asked || born.size === asked.makes ? [] : [`commit ${seq} (${key}) made ${born.size} of ${asked.makes} records`]),
  ]
}

/** A draft is one that its client sent, to the last letter. */
function draftsOf(asked: ReadonlyMap<string, Asked>, { drafts }: Dump): string[] {
  return drafts.flatMap((kept, client) => {
    if (kept === null) return []
    const sent = [...asked.values()].find(it => it.command === DRAFT && it.client === client && it.n === Number.parseInt(kept, 10))
    return sent && kept === draftText(client, sent.n) ? [] : [`the draft of client ${client} is none that was sent`]
  })
}

function twiceOf(asked: ReadonlyMap<string, Asked>, { commits, records }: Dump): string[] {
  const again = <T>(rows: readonly T[], name: (row: T) => string) =>
    [...Map.groupBy(rows, name)].filter(([, same]) => same.length > 1).map(([it, same]) => `${it}: ${same.length} times`)
  return [
    ...again(commits, row => row.key),
    ...again(records, row => row.code.toLowerCase()),
    ...commits.filter(row => !asked.has(row.key)).map(row => `${row.key}: nobody asked for it`),
  ]
}
