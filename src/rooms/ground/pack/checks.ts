import { canonical } from '../../../kernel/canonical.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Evidence } from '../../../kernel/values/evidence.ts'
import { settle } from '../../../ledger/parts.ts'
import { LedgerSnapshot } from '../../../ledger/snapshot.ts'
import type { Kinds } from '../../../model/kind.ts'
import type { Kind } from '../../../model/snapshot.ts'
import type { PackRecord } from './data.ts'
import type { Findings } from './findings.ts'
import type { Raw } from './records.ts'

const end = '9999-12-31' as Day

/** The rules of the kinds themselves, on the pack as a whole: the ledger asks the same, but knows no file or line. Codes stand in for ids. */
export function checkKinds(records: readonly PackRecord[], raws: readonly Raw[], kinds: Kinds, findings: Findings): void {
  const parts = records.flatMap(({ kind, code, versions }) => {
    const of = kinds.get(kind)
    let proof: readonly Evidence[] = []
    const line = versions.map(({ since, body, evidence }) => {
      // A later version that names no source keeps the one it had.
      proof = evidence ?? proof
      return { since, seq: 1, body: JSON.parse(canonical(body)), evidence: proof }
    })
    return of ? settle(of, code, [], line, 1) : []
  })
  const codes = new Map(records.map(({ code }) => [code, code]))
  const on = (day: Day) => LedgerSnapshot.of(kinds, { on: day, known: 1, clearance: 'internal' }, parts, codes, { get: name => name })
  // Later versions are rare; every one of their days is looked at, and the end of all days.
  const days = [...new Set(records.flatMap(({ versions }) => versions.slice(1).map(({ since }) => since)))].sort()
  const versionsOf = new Map(records.map(({ code, versions }) => [code, versions]))
  const told = new Set<string>()
  for (const day of [...days.slice(0, 50), end]) {
    const near = on(day)
    for (const { kind, code, place } of raws) {
      const is = near.get(kind.name as Kind, code)
      const was =
        is &&
        versionsOf
          .get(code)
          ?.filter(({ since }) => since < is.since)
          .at(-1)?.body
      const wrong = is && kind.check(was, is.body, near, code)
      if (!wrong || told.has(code)) continue
      told.add(code)
      findings.add(wrong.code, { ...place, ...(wrong.where && { field: wrong.where }) }, wrong.do, wrong.found, wrong.wanted)
    }
  }
}
