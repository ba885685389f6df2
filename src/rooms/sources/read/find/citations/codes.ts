/** Identifiers written out (ECLI, CELEX, BWB, `kst-…`, `ah-tk-…`), and acts of the EU by their number. */
import type { Doc } from '../../doc.ts'
import { tokenAt, word } from '../../tokens/tokenise.ts'
import type { Cited } from './family.ts'

/** Shapes over characters: sticky, anchored at a literal, every repeat bounded. */
const shapes: readonly (readonly [trigger: string, shape: RegExp, make: (m: RegExpExecArray) => Omit<Cited, 'from' | 'to'>])[] = [
  ['ecli', /ECLI:[A-Z]{2}:[A-Z]{1,7}:\d{4}:[A-Z0-9.]{1,25}(?<![.])/y, m => ({ family: 'court', id: m[0], rule: 'citation.ecli' })],
  ['bwbr', /BWBR\d{7}/y, m => ({ family: 'law', id: m[0], rule: 'citation.bwb' })],
  [
    'kst',
    /kst-\d{5}(?:-[ivxl]{1,6}|-\d{2}(?=-\d))?(?:-[a-z0-9]{1,5})/iy,
    m => ({ family: 'parliament', id: m[0].toLowerCase(), rule: 'citation.identifier' }),
  ],
  ['ah', /ah-(?:tk|ek)-\d{8}-\d{1,5}/iy, m => ({ family: 'answers', id: m[0].toLowerCase(), rule: 'citation.identifier' })],
  ['h', /h-(?:tk|ek)-\d{8}-\d{1,4}(?:-\d{1,3})?/iy, m => ({ family: 'proceedings', id: m[0].toLowerCase(), rule: 'citation.identifier' })],
  ['stb', /stb-\d{4}-\d{1,6}/iy, m => ({ family: 'gazette', id: m[0].toLowerCase(), rule: 'citation.identifier' })],
  ['stcrt', /stcrt-\d{4}-\d{1,6}/iy, m => ({ family: 'gazette', id: m[0].toLowerCase(), rule: 'citation.identifier' })],
]
const triggers = new Map(shapes.map(s => [s[0], s] as const))
const acts = new Map([
  ['richtlijn', 'L'],
  ['directive', 'L'],
  ['verordening', 'R'],
  ['regulation', 'R'],
  ['besluit', 'D'],
  ['decision', 'D'],
  ['aanbeveling', 'H'],
  ['recommendation', 'H'],
])
const act =
  /[a-z]{0,24}(?:richtlijn|directive|verordening|regulation|besluit|decision|aanbeveling|recommendation) \((EU|EG|EEG|EC|Euratom|GBVB|EU, Euratom)\) (?:nr\.? )?(\d{2,4})\/(\d{1,4})/iy
const oldAct = /(?:richtlijn|directive) (\d{4})\/(\d{1,3})\/(?:EU|EG|EEG|EC|EEC)/iy
const celex = /3(?:19|20)\d{2}[RLDHQ]\d{4}/y

function found(doc: Doc, i: number, length: number, rest: Omit<Cited, 'from' | 'to'>): readonly Cited[] {
  return [{ from: i, to: tokenAt(doc.tokens, (doc.tokens.start[i] as number) + length - 1) + 1, ...rest }]
}

function run(shape: RegExp, doc: Doc, i: number): RegExpExecArray | null {
  shape.lastIndex = doc.tokens.start[i] as number
  return shape.exec(doc.tokens.text)
}

/** Since 2015 the year comes first: `(EU) 2016/679`; before, the number did: `(EG) nr. 1907/2006`. */
function actAt(doc: Doc, i: number, kind: string): readonly Cited[] {
  const m = run(act, doc, i)
  if (m) {
    const [a, b] = [m[2] ?? '', m[3] ?? '']
    const yearFirst = a.length === 4 && Number(a) >= 1950 && Number(a) <= 2100 && !(b.length === 4 && Number(b) >= 1950 && Number(b) < 2015)
    const [year, n] = yearFirst ? [a, b] : [b, a]
    if (year.length === 4)
      return found(doc, i, m[0].length, { family: 'eu', id: `3${year}${kind}${n.padStart(4, '0')}`, rule: 'citation.eu-act' })
  }
  const old = run(oldAct, doc, i)
  if (!old) return []
  return found(doc, i, old[0].length, { family: 'eu', id: `3${old[1]}L${(old[2] ?? '').padStart(4, '0')}`, rule: 'citation.eu-act' })
}

/** `Uitvoeringsverordening`, `raadsbesluit`: the kind of an act is the last part of its name. */
const actOf = (low: string): string | undefined => actList.find(([name]) => low.length > name.length && low.endsWith(name))?.[1]
const actList = [...acts]

export function codesAt(doc: Doc, i: number): readonly Cited[] {
  const low = doc.tokens.low[i] ?? ''
  const kind = doc.tokens.kind[i] === word ? (acts.get(low) ?? actOf(low)) : undefined
  if (kind) return actAt(doc, i, kind)
  if (low.charCodeAt(0) === 0x33 && low.length === 5) {
    const m = run(celex, doc, i)
    return m ? found(doc, i, m[0].length, { family: 'eu', id: m[0], rule: 'citation.celex' }) : []
  }
  const shaped = triggers.get(low)
  const m = shaped ? run(shaped[1], doc, i) : null
  return shaped && m ? found(doc, i, m[0].length, shaped[2](m)) : []
}
