import { h, type VNode } from 'preact'
import type { Field, Naming } from '../../../../fields/field.ts'
import { isDay } from '../../../../kernel/day.ts'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import type { LedgerSnapshot } from '../../../../ledger/snapshot.ts'
import { type Difference, differences, standWords, told } from '../../../../rooms/today/differ.ts'
import { Compared, type ComparedGroup, type ComparedItem } from '../../../../ui/looking/compared.tsx'
import { atOf } from '../../api/asof.ts'
import type { House } from '../../house.ts'
import { type Content, placeOf, type Visit } from '../site.ts'
import { COMPARE, KNEW } from './addresses.ts'

/** So many things of a kind are told; the rest by choosing that kind, or days closer together. */
const FIRST = 25
const MOST = 300

/** [H32] What differs for this reader between two days, thing by thing, before and after. */
export async function compared(house: House, visit: Visit): Promise<Content | Refusal> {
  const { workspace, language, query, today } = visit
  const title = w('Wat is er veranderd', 'What has changed')[language]
  const { van = '', tot = today } = query
  const knew = query[KNEW] ?? 'nu'
  const props = {
    language,
    action: `/${workspace}/${COMPARE}`,
    from: van,
    to: tot,
    knew: knew === 'nu' ? ('now' as const) : ('then' as const),
  }
  if (van === '') return { title, inner: h(Compared, { ...props, groups: null }) as VNode, timeless: true }
  const wrong = daysFit(van, tot)
  if (wrong) return wrong
  const [one, two] = [atOf(house, { op: van, bekend: knew }), atOf(house, { op: tot })]
  if (refused(one)) return { ...one, where: KNEW }
  if (refused(two)) return two
  const clearance = visit.viewer.clearance
  const [before, after] = [await house.ledger.snapshot(workspace, clearance, one), await house.ledger.snapshot(workspace, clearance, two)]
  const all = differences(house.ledger.kinds, before, after)
  const shown = query.soort ? all.filter(it => it.kind.name === query.soort) : all
  const groups = [...Map.groupBy(shown, it => it.kind)].map(([kind, of]): ComparedGroup => {
    const items = of.slice(0, query.soort ? MOST : FIRST)
    return {
      words: kind.plural[language].charAt(0).toUpperCase() + kind.plural[language].slice(1),
      total: of.length,
      items: items.map(it => itemOf(house, visit, it, before, after)),
      more:
        items.length < of.length && !query.soort
          ? `/${workspace}/${COMPARE}?${new URLSearchParams({ ...query, soort: kind.name })}`
          : undefined,
    }
  })
  const counts = {
    made: all.filter(it => !it.was).length,
    changed: all.filter(it => it.was && it.is).length,
    ended: all.filter(it => !it.is).length,
  }
  const internal = shown.some(it => secret(it))
  const first = query.soort ? `/${workspace}/${COMPARE}?${without(query, 'soort')}` : undefined
  return { title, inner: h(Compared, { ...props, groups, counts, all: first }) as VNode, internal, timeless: true }
}

const without = (query: Readonly<Record<string, string>>, name: string): string =>
  new URLSearchParams(Object.entries(query).filter(([key]) => key !== name)).toString()

function daysFit(van: string, tot: string): Refusal | undefined {
  for (const [where, found] of [
    ['van', van],
    ['tot', tot],
  ] as const)
    if (!isDay(found))
      return refuse('asof.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
        where,
        found,
      })
  if (van > tot)
    return refuse(
      'compare.order',
      w('Zet de vroegste dag bij Van en de laatste bij Tot.', 'Put the earliest day at From and the latest at To.'),
      { where: 'van', found: `${van} … ${tot}` },
    )
  return undefined
}

/** Above public: the thing was or is, or a field that differs is. */
function secret({ kind, was, is }: Difference): boolean {
  const label = (thing: Difference['was']) => thing !== undefined && (thing.body as { label?: string }).label !== 'public'
  if (label(was) || label(is)) return true
  const fields = kind.fields as Readonly<Record<string, Field<unknown>>>
  const [a, b] = [was?.body, is?.body] as readonly (Readonly<Record<string, unknown>> | undefined)[]
  return Object.entries(fields).some(
    ([name, field]) => field.label !== 'public' && ((a?.[name] ?? null) !== null || (b?.[name] ?? null) !== null),
  )
}

/** Names as they were on the day of a snapshot. */
function namingOf(house: House, snapshot: LedgerSnapshot, { language }: Visit): Naming {
  return {
    language,
    name(id) {
      const thing = snapshot.find(id)
      return thing && String(house.ledger.kinds.get(thing.kind)?.title(thing.body, language, snapshot))
    },
    person: key => snapshot.person(key),
  }
}

function itemOf(house: House, visit: Visit, it: Difference, before: LedgerSnapshot, after: LedgerSnapshot): ComparedItem {
  const { workspace, language, query, today } = visit
  const [thing, near] = it.is ? [it.is, after] : [it.was as NonNullable<Difference['was']>, before]
  const naming = { was: namingOf(house, before, visit), is: namingOf(house, after, visit) }
  const place = placeOf(house.ledger.kinds, thing)
  const op = it.is ? (query.tot ?? today) : (query.van ?? today)
  const fields = told(it.kind.fields, (it.was?.body ?? null) as never, (it.is?.body ?? null) as never, naming)
  const said = (words: { nl: string; en: string } | null) => words?.[language] ?? null
  return {
    id: it.id,
    code: it.code,
    name: String(it.kind.title(thing.body, language, near) || it.code),
    href: place ? `/${workspace}/${place}${op === today ? '' : `?${new URLSearchParams({ op })}`}` : undefined,
    how: !it.was ? 'made' : !it.is ? 'ended' : 'changed',
    fields: [
      ...(it.stand ? [{ words: standWords[language], was: said(it.stand.was), is: said(it.stand.is) }] : []),
      // What ended is named; what it said stands on its own page of that day.
      ...(it.is ? fields.map(field => ({ words: field.words[language], was: field.was, is: field.is })) : []),
    ],
  }
}
