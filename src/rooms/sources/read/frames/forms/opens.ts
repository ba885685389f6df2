/** What holds or stands open from a day on: `vanaf 1 oktober kunnen scholen er terecht`, `per 1 juli geldt …`, `met ingang van 1 mei is er …`. */
import type { Doc } from '../../doc.ts'
import { subjectOf } from '../actors.ts'
import type { Clause } from '../clauses.ts'
import { clauseOf, preciseIn, type Scene, type Verdict } from '../kinds/scene.ts'

const used = new Set([
  ...[
    'aanvragen',
    'terecht',
    'aanmelden',
    'inschrijven',
    'indienen',
    'melden',
    'raadplegen',
    'inzien',
    'deelnemen',
    'gebruikmaken',
    'bellen',
  ],
  ...['reserveren', 'downloaden', 'invullen', 'afsluiten'],
])

/** A day or month ahead from which something holds. */
function begins(s: Scene): boolean {
  const clause = clauseOf(s)
  const { date } = s.doc
  return s.times.within(s.from, clause.to).some(i => {
    const time = s.times.all[i]
    const from = time?.base.from ?? null
    return (
      time?.mod === 'START' && from !== null && date !== null && from > date && time.base.grain !== 'year' && time.base.grain !== 'vague'
    )
  })
}

const holdsAny = (doc: Doc, clause: Clause, words: ReadonlySet<string>): number => {
  for (let i = clause.finite + 1; i < clause.to; i++) if (words.has(doc.tokens.low[i] as string)) return i
  return -1
}

/** `Vanaf 1 september kunnen veehouders een tegemoetkoming aanvragen`. */
export function opened(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  if (!/^(?:kan|kunnen|kunt)$/.test(doc.tokens.low[clause.finite] ?? '') || clause.negated) return null
  const at = holdsAny(doc, clause, used)
  if (at < 0 || !begins(s)) return null
  return made(doc, at)
}

/** `Per 1 juli geldt een nieuwe grens`, `Met ingang van 1 november is er een regeling`. */
export function holdsFrom(s: Scene): Verdict {
  const { doc } = s
  const clause = clauseOf(s)
  const { low } = doc.tokens
  const finite = low[clause.finite] ?? ''
  const er = low[clause.finite + 1] === 'er' || low[clause.finite - 1] === 'er'
  const is = /^(?:is|zijn)$/.test(finite)
  const een = er && is && low[clause.finite + 2] === 'een'
  if (clause.negated || clause.opener !== null) return null
  // `In juni is er een startbijeenkomst`
  if (een && preciseIn(s, s.from, clause.to) && !begins(s)) return made(doc, clause.finite)
  const holds = (er && (is || clause.kind === 'present')) || /^geld(?:t|en)$/.test(finite)
  if (!holds || (!een && clause.inner.some(v => v.kind === 'participle')) || !begins(s)) return null
  if (s.resolve(subjectOf(doc, clause, s.earlier)).role === 'other') return { gate: 'other-actor' }
  return made(doc, clause.finite)
}

const made = (doc: Doc, at: number): Verdict => ({
  rule: 'commitment.opens',
  actor: null,
  passive: true,
  verb: { lemma: doc.tokens.low[at] as string, class: 'establish', at },
  notes: ['commitment.sender-assumed', 'commitment.time-ahead'],
})
