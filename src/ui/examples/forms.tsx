import { choice } from '../../fields/choice.ts'
import { dayField } from '../../fields/day.ts'
import { type Fields, hint, maybe } from '../../fields/field.ts'
import { flag } from '../../fields/flag.ts'
import { text } from '../../fields/text.ts'
import { window } from '../../fields/window.ts'
import { refuse } from '../../kernel/refusal.ts'
import { type Language, w } from '../../kernel/words.ts'
import { CommandForm } from '../form/form.tsx'

const fields: Fields = {
  words: hint(text(w('Wat is toegezegd', 'What was promised')), w('In de woorden van de bron.', 'In the words of the source.')),
  kind: choice(w('Soort', 'Kind'), { promise: w('toezegging', 'promise'), motion: w('motie', 'motion') }),
  due: maybe(window(w('Wanneer', 'When'))),
  on: maybe(dayField(w('Op', 'On'))),
  sure: flag(w('Zeker', 'Sure')),
}
const missing = refuse('field.missing', w('Vul in: wat is toegezegd.', 'Fill in: what was promised.'), { where: 'words' })
const wrongDay = refuse('field.day', w('Geef een dag die bestaat, zoals 2024-12-06.', 'Give a day that exists, as 2024-12-06.'), {
  where: 'on',
  found: '2023-02-29',
})

/** The three ways a command is shown. The refused one is folded: opened on a real page, it takes the focus. */
export const FormExamples = ({ language, id }: { language: Language; id: string }) => {
  const all = { language, action: '/-/examples', words: w('Leg vast', 'Record'), hidden: {} }
  return (
    <>
      <CommandForm
        {...all}
        id={`${id}-empty`}
        fields={fields}
        values={{}}
        shown="open"
        means={w('Legt iets vast.', 'Records something.')}
      />
      <details class="fold">
        <summary>{w('Een geweigerd formulier', 'A refused form')[language]}</summary>
        <CommandForm
          {...all}
          id={`${id}-refused`}
          fields={fields}
          values={{ on: '2023-02-29', kind: 'motion' }}
          shown="open"
          refusal={{ ...missing, also: [wrongDay] }}
        />
      </details>
      <CommandForm {...all} id={`${id}-button`} fields={{}} values={{}} shown="button" />
    </>
  )
}
