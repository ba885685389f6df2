import { sayNumber } from '../../../kernel/say.ts'
import { type Language, type Words, w } from '../../../kernel/words.ts'
import type { Finding, Passage, Reading } from '../read/reading.ts'
import type { Ground, Taken } from './judge.ts'

const grounds: Readonly<Record<Ground, Words>> = {
  form: w('andere vorm', 'other form'),
  length: w('te kort of te lang', 'too short or too long'),
  unclean: w('onzichtbare tekens', 'characters nobody sees'),
  'not-there': w('staat niet in de tekst', 'does not stand in the text'),
  actor: w('wie het doet staat niet in de zin', 'who does it does not stand in the sentence'),
  due: w('de termijn staat niet in de zin', 'the window does not stand in the sentence'),
  known: w('al gevonden', 'found already'),
  many: w('te veel ineens', 'too many at once'),
}

/** What the model was asked and what became of its answers. */
export interface Asked {
  readonly model: string
  readonly pieces: number
  readonly characters: number
  /** Pieces that were left, because there were too many or too little time. */
  readonly left: number
  /** Why it stopped, where it failed. */
  readonly failed: Words | null
}

/** A reading with what a model proposed beside it. Every fact of the reader is as it was; each one of the model is marked by its rule. */
export function joinedWith(reading: Reading, taken: Taken, asked: Asked): Reading {
  return {
    ...reading,
    commitments: byPlace([...reading.commitments, ...taken.commitments]),
    done: byPlace([...reading.done, ...taken.done]),
    findings: [...reading.findings, ...toldOf(taken, asked)],
  }
}

/** Sorted by place; at the same place what was there first stays first. */
const byPlace = <T extends Passage>(facts: readonly T[]): T[] => [...facts].sort((a, b) => a.start - b.start || a.end - b.end)

const finding = (code: string, text: Words): Finding => ({ code, where: 'model', text })

function toldOf({ commitments, done, dropped }: Taken, { model, pieces, characters, left, failed }: Asked): Finding[] {
  const found = commitments.length + done.length
  const all = [...dropped.values()].reduce((a, b) => a + b, 0)
  const why = (language: Language) => (all > 0 ? ` (${[...dropped].map(([it, n]) => `${n} × ${grounds[it][language]}`).join(', ')})` : '')
  const asked = w(
    `Het taalmodel ${model} kreeg ${sayNumber(characters, 'nl')} tekens. Voorgesteld: ${found}. Weggelaten: ${all}${why('nl')}.`,
    `The language model ${model} was given ${sayNumber(characters, 'en')} characters. Proposed: ${found}. Left out: ${all}${why('en')}.`,
  )
  const rest = w(
    `Het taalmodel ${model} is niet alles gevraagd: ${left} stukken tekst bleven over.`,
    `The language model ${model} was not asked all: ${left} pieces of text were left.`,
  )
  const broke = w(
    `Het taalmodel ${model} gaf geen bruikbaar antwoord. ${failed?.nl} Wat Koersvast zelf las, staat er gewoon.`,
    `The language model ${model} gave no answer that can be used. ${failed?.en} What Koersvast read itself is all there.`,
  )
  return [
    ...(pieces > 0 ? [finding('model-asked', asked)] : []),
    ...(left > 0 ? [finding('model-not-all', rest)] : []),
    ...(failed ? [finding('model-failed', broke)] : []),
  ]
}

const WAITS = 'model-waits'
/** [S44] The document stands; the model is asked after, and until then the reading says so. */
export function toBeAsked(reading: Reading): Reading {
  const text = w(
    'Het taalmodel wordt nog gevraagd. Wat het voorstelt, komt erbij.',
    'The language model is still to be asked. What it proposes will be added.',
  )
  return { ...reading, findings: [...reading.findings, finding(WAITS, text)] }
}
/** The reading without that, or null where nothing was to be asked. */
export function waitedFor(reading: Reading): Reading | null {
  const findings = reading.findings.filter(({ code }) => code !== WAITS)
  return findings.length < reading.findings.length ? { ...reading, findings } : null
}

/** The model was not asked: by the label of the document, or a rubric on the paper. */
export function notAsked(reading: Reading, why: { readonly label: string } | { readonly marking: string }): Reading {
  const text =
    'label' in why
      ? w(
          'Dit document is niet openbaar. De tekst is niet naar het taalmodel gestuurd.',
          'This document is not public. Its text was not sent to the language model.',
        )
      : w(
          `Op dit document staat ‘${why.marking}’. De tekst is niet naar het taalmodel gestuurd.`,
          `This document carries ‘${why.marking}’. Its text was not sent to the language model.`,
        )
  return { ...reading, findings: [...reading.findings, finding('model-not-asked', text)] }
}
