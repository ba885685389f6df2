import { evidence as evidenceField } from '../../../fields/evidence.ts'
import { type Evidence, isPassage } from '../../../kernel/values/evidence.ts'
import { w } from '../../../kernel/words.ts'
import { key } from './data.ts'
import type { Findings, Place } from './findings.ts'
import type { Raw } from './records.ts'

const field = evidenceField(w('Bron', 'Source'))

/**
 * The evidence of one version, held against the texts of the pack: a quote is what stands at its segments, several joined by one space.
 * A passage of a document without a text names the document as a whole: a quote that nobody can look up is no evidence.
 */
export function evidenceOf(
  given: unknown,
  all: ReadonlyMap<string, Raw>,
  texts: ReadonlyMap<string, string>,
  place: Place,
  findings: Findings,
): Evidence[] {
  const at = { ...place, field: 'evidence' }
  if (!Array.isArray(given)) {
    findings.add(
      'field.evidence',
      at,
      w('Zet bronnen in een lijst: [{ "document": … }].', 'Put sources in a list: [{ "document": … }].'),
      given,
    )
    return []
  }
  const out: Evidence[] = []
  for (const each of given as unknown[]) {
    const completed = typeof each === 'object' && each !== null && 'document' in each ? { segments: [], quote: '', ...each } : each
    const read = field.schema.safeParse([completed])
    const [one] = read.success ? read.data : []
    if (!one) findings.add('field.evidence', at, field.wanted, each)
    else if (isPassage(one)) {
      const to = all.get(key(one.document))
      if (to?.kind.name !== 'document')
        findings.add(
          'evidence.unknown',
          at,
          w('Noem de code van een document dat in dit pakket staat.', 'Name the code of a document in this pack.'),
          one.document,
        )
      else {
        quoted(one, to.file === null ? undefined : texts.get(to.file), at, findings)
        out.push({ ...one, document: to.code as typeof one.document })
      }
    } else if (one.organisation !== null && all.get(key(one.organisation))?.kind.name !== 'organisation')
      findings.add(
        'ref.unknown',
        at,
        w('Noem de code van een organisatie die in dit pakket staat.', 'Name the code of an organisation in this pack.'),
        one.organisation,
      )
    else out.push(one)
  }
  return out
}

function quoted(
  one: { segments: readonly (readonly [number, number])[]; quote: string },
  text: string | undefined,
  at: Place,
  findings: Findings,
): void {
  if (one.segments.length === 0) {
    if (one.quote !== '')
      findings.add(
        'evidence.place',
        at,
        w(
          'Zeg bij een citaat met segments waar het staat, of laat het citaat leeg.',
          'With a quote say by segments where it stands, or leave the quote empty.',
        ),
        one.quote,
      )
    return
  }
  if (text === undefined) {
    findings.add(
      'evidence.text',
      at,
      w(
        'Voeg de tekst van dit document toe (file) of haal segments en quote weg.',
        'Add the text of this document (file) or take segments and quote away.',
      ),
      one.segments,
    )
    return
  }
  if (one.segments.some(([, end]) => end > text.length)) {
    findings.add(
      'evidence.range',
      at,
      w(`Houd de plaatsen binnen de tekst: 0 tot ${text.length}.`, `Keep the places within the text: 0 to ${text.length}.`),
      one.segments,
    )
    return
  }
  const there = one.segments.map(([start, end]) => text.slice(start, end)).join(' ')
  if (there !== one.quote)
    findings.add(
      'evidence.quote',
      at,
      w(
        'Maak het citaat gelijk aan de tekst op die plaats, of verbeter de plaats.',
        'Make the quote equal to the text at that place, or mend the place.',
      ),
      one.quote,
      there.slice(0, 200),
    )
}
