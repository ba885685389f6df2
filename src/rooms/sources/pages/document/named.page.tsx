import { isPassage } from '../../../../kernel/values/evidence.ts'
import { w } from '../../../../kernel/words.ts'
import type { Thing } from '../../../../model/snapshot.ts'
import { relations } from '../../../../model/sources/citation.ts'
import type { PageContext } from '../../../page.ts'

type Citation = Thing<'citation'>
interface Props {
  readonly names: readonly Citation[]
  readonly namedIn: readonly Citation[]
  readonly page: PageContext
}

/** [S40] What this document names, in the order of the text, and which documents here name it. */
export function Named({ names, namedIn, page }: Props) {
  const papers = grouped(names, it => `${it.body.relation} ${it.body.names}`)
  const others = grouped(namedIn, it => it.body.document)
  return (
    <>
      {papers.length > 0 && (
        <section>
          <h2>{page.say(w('Verwijst naar', 'Refers to'))}</h2>
          <ul class="things">
            {papers.map(([it, times]) => (
              <li key={`${it.body.relation} ${it.body.names}`}>
                <Paper of={it} page={page} />
                <span class="under">
                  {it.body.relation !== 'cites' && `${page.say(relations[it.body.relation])} · `}
                  {quoteOf(it)}
                  {times > 1 && ` · ${page.say(w(`${times} keer`, `${times} times`))}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{page.say(w('Genoemd in', 'Referred to in'))}</h2>
          <ul class="things">
            {others.map(([it]) => {
              const document = page.snapshot.get('document', it.body.document)
              return (
                document && (
                  <li key={it.body.document}>
                    <a href={page.link(document) ?? ''}>{page.name(document.id)}</a>
                    <span class="under">
                      {document.code} · {quoteOf(it)}
                    </span>
                  </li>
                )
              )
            })}
          </ul>
        </section>
      )}
    </>
  )
}

/** The document where it is here, else its public address; an identity alone where neither is known. */
function Paper({ of: { body }, page }: { of: Citation; page: PageContext }) {
  const here = page.snapshot.coded(body.names)
  const href = here?.kind === 'document' ? page.link(here) : body.address
  const name = here?.kind === 'document' ? (page.name(here.id) ?? body.names) : body.names
  return href && /^(?:https:|\/)/.test(href) ? <a href={href}>{name}</a> : <span>{name}</span>
}

const placeOf = (it: Citation): number => it.evidence.filter(isPassage)[0]?.segments[0]?.[0] ?? 0
const quoteOf = (it: Citation): string => `“${it.evidence.filter(isPassage)[0]?.quote ?? ''}”`

/** The first of each, with how many there are. */
function grouped(all: readonly Citation[], by: (it: Citation) => string): (readonly [Citation, number])[] {
  const groups = new Map<string, Citation[]>()
  for (const it of [...all].sort((a, b) => placeOf(a) - placeOf(b))) groups.set(by(it), [...(groups.get(by(it)) ?? []), it])
  return [...groups.values()].map(group => [group[0] as Citation, group.length])
}
