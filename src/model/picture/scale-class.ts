import { type Body, hint, maybe, open } from '../../fields/field.ts'
import { name } from '../../fields/name.ts'
import { number } from '../../fields/number.ts'
import { ref } from '../../fields/ref.ts'
import { line } from '../../fields/text.ts'
import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { kind, recordLabel } from '../kind.ts'
import type { Snapshot } from '../snapshot.ts'

const fields = {
  scale: open(ref('scale', w('Schaal', 'Scale'))),
  letter: open(line(w('Letter', 'Letter'))),
  order: hint(open(number(w('Volgorde', 'Order'), 1, 99)), w('1 is de laagste klasse.', '1 is the lowest class.')),
  name: open(name(w('Naam', 'Name'))),
  bounds: hint(
    open(maybe(name(w('Grenzen', 'Bounds')))),
    w('Waar de klasse begint en eindigt, alleen als een bron dat zegt.', 'Where the class begins and ends, only if a source says so.'),
  ),
  atLeast: hint(
    open(maybe(number(w('Kans vanaf, per 100.000', 'Chance from, per 100,000'), 0, 100_000))),
    w('Alleen bij waarschijnlijkheid: 5 procent is 5000.', 'With likelihood only: 5 per cent is 5000.'),
  ),
  below: hint(
    open(maybe(number(w('Kans tot, per 100.000', 'Chance up to, per 100,000'), 1, 100_000))),
    w('De kans waar de volgende klasse begint.', 'The chance at which the next class begins.'),
  ),
  value: hint(
    open(maybe(number(w('Waarde', 'Value'), 0, 1_000_000))),
    w(
      'Alleen bij impact: hoe zwaar de klasse telt naast de andere, zoals 1, 3, 9, 27 en 81. Alleen als een bron dat zegt.',
      'With impact only: how much the class counts beside the others, as 1, 3, 9, 27 and 81. Only if a source says so.',
    ),
  ),
  remark: open(maybe(name(w('Kanttekening', 'Remark')))),
  label: recordLabel,
}
export type ScaleClass = Body<typeof fields>
declare module '../snapshot.ts' {
  interface Vocabulary {
    'scale-class': ScaleClass
  }
}

export const scaleClass = kind({
  name: 'scale-class',
  prefix: 'KL',
  room: 'picture',
  words: w('klasse', 'class'),
  plural: w('klassen', 'scale classes'),
  means: w(
    'Een trede van een schaal, met een letter en een naam. Grenzen staan er alleen met een bron.',
    'A step of a scale, with a letter and a name. Bounds stand there only with a source.',
  ),
  fields,
  shape: 3,
  upcasts: { 1: body => ({ ...body, atLeast: null, below: null }), 2: body => ({ ...body, value: null }) },
  samples: {
    1: {
      scale: '019364f0-0000-7000-8000-000000000001',
      letter: 'D',
      order: 4,
      name: { nl: 'waarschijnlijk', en: 'likely' },
      bounds: null,
      remark: null,
      label: 'public',
    },
    2: {
      scale: '019364f0-0000-7000-8000-000000000001',
      letter: 'D',
      order: 4,
      name: { nl: 'waarschijnlijk', en: 'likely' },
      bounds: { nl: '5 tot 50 procent', en: '5 to 50 per cent' },
      atLeast: 5000,
      below: 50_000,
      remark: null,
      label: 'public',
    },
    3: {
      scale: '019364f0-0000-7000-8000-000000000001',
      letter: 'D',
      order: 4,
      name: { nl: 'zeer ernstig', en: 'very serious' },
      bounds: null,
      atLeast: null,
      below: null,
      value: 27,
      remark: null,
      label: 'public',
    },
  },
  time: 'world',
  held: 'snapshot',
  title: (it, language) => `${it.letter} ${it.name[language] ?? it.name.nl ?? it.name.en ?? ''}`,
  address: () => null,
  check: (_, is, near, id) => formed(is) ?? alone(is, near, id) ?? sourced(is, near, id) ?? counted(is, near, id) ?? valued(is, near, id),
  follows: it => ({ verified: it.bounds !== null }),
})

const formed = (is: ScaleClass): Refusal | undefined =>
  /^[A-Z0-9]{1,3}$/.test(is.letter)
    ? undefined
    : refuse('scale-class.letter', w('Geef een letter of nummer, zoals A of 1.', 'Give a letter or number, as A or 1.'), {
        where: 'letter',
        found: is.letter,
      })

/** [T24] A letter and a place stand once on a scale. */
function alone(is: ScaleClass, near: Snapshot, id: string): Refusal | undefined {
  const others = near.pointing('scale-class', 'scale', is.scale).filter(other => other.id !== id)
  const where = others.some(({ body }) => body.letter === is.letter)
    ? 'letter'
    : others.some(({ body }) => body.order === is.order)
      ? 'order'
      : undefined
  return where
    ? refuse(
        'scale-class.taken',
        w('Kies een letter en een plaats die nog vrij zijn.', 'Choose a letter and a place that are still free.'),
        {
          where,
          found: String(is[where]),
          fault: 'conflict',
        },
      )
    : undefined
}

/** [T24] Bounds without a source would be a guess that looks like a fact. */
const sourced = (is: ScaleClass, near: Snapshot, id: string): Refusal | undefined =>
  is.bounds && near.get('scale-class', id)?.evidence.length === 0
    ? refuse(
        'scale-class.bounds',
        w('Noem de bron van de grenzen, of laat ze leeg.', 'Name the source of the bounds, or leave them empty.'),
        {
          where: 'bounds',
        },
      )
    : undefined

/** [T70] The numbers say what the words of the bounds say, from low to high, and do not run into those of another class. */
function counted(is: ScaleClass, near: Snapshot, id: string): Refusal | undefined {
  const { atLeast, below } = is
  if (atLeast === null && below === null) return undefined
  if (is.bounds === null)
    return refuse('scale-class.words', w('Geef ook de grenzen in woorden.', 'Give the bounds in words too.'), { where: 'bounds' })
  if (near.get('scale', is.scale)?.body.axis === 'impact')
    return refuse('scale-class.chance', w('Laat de kans leeg bij impact.', 'Leave the chance empty with impact.'), { where: 'atLeast' })
  if (atLeast === null || below === null || atLeast >= below)
    return refuse('scale-class.numbers', w('Geef beide getallen, het laagste eerst.', 'Give both numbers, the lowest first.'), {
      where: below === null ? 'below' : 'atLeast',
      found: [atLeast, below].filter(n => n !== null).join('-'),
    })
  const other = near.pointing('scale-class', 'scale', is.scale).find(({ id: of, body }) => {
    if (of === id || body.atLeast === null || body.below === null) return false
    return body.order < is.order ? body.below > atLeast : body.atLeast < below
  })
  return other
    ? refuse('scale-class.overlap', w('Laat een klasse beginnen waar de lagere ophoudt.', 'Let a class begin where the lower one ends.'), {
        where: 'atLeast',
        found: other.code,
        fault: 'conflict',
      })
    : undefined
}

/** [T46] A value stands with impact only, needs a source, and grows from class to class. */
function valued(is: ScaleClass, near: Snapshot, id: string): Refusal | undefined {
  const { value } = is
  if (value === null) return undefined
  if (near.get('scale', is.scale)?.body.axis === 'likelihood')
    return refuse('scale-class.value', w('Laat de waarde leeg bij waarschijnlijkheid.', 'Leave the value empty with likelihood.'), {
      where: 'value',
    })
  if (near.get('scale-class', id)?.evidence.length === 0)
    return refuse(
      'scale-class.value-source',
      w('Noem de bron van de waarde, of laat haar leeg.', 'Name the source of the value, or leave it empty.'),
      {
        where: 'value',
      },
    )
  const other = near
    .pointing('scale-class', 'scale', is.scale)
    .find(({ id: of, body }) => of !== id && body.value !== null && (body.order < is.order ? body.value >= value : body.value <= value))
  return other
    ? refuse('scale-class.value-order', w('Geef een hogere klasse een hogere waarde.', 'Give a higher class a higher value.'), {
        where: 'value',
        found: `${value}; ${other.body.letter} ${other.body.value}`,
        fault: 'conflict',
      })
    : undefined
}
