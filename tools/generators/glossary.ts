import { declared } from '../../src/declared.ts'

export const file = 'docs/reference/glossary.md'

interface Word {
  readonly name: string
  readonly prefix: string
  readonly room: string
  readonly words: { readonly nl: string; readonly en: string }
  readonly means: { readonly nl: string; readonly en: string }
  readonly fields: Readonly<
    Record<
      string,
      {
        readonly sort: string
        readonly label: string
        readonly optional: boolean
        readonly words: { readonly nl: string; readonly en: string }
      }
    >
  >
}

/** Every word with its fields, in both languages, from the declarations. */
export const make = () => {
  const words = (declared.kinds as unknown as readonly Word[]).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const one = (word: Word) => `## ${word.words.en} · ${word.words.nl}

${word.means.en} / ${word.means.nl}

Code \`${word.prefix}-0001\`, room ${word.room}, in code \`${word.name}\`.

| field | sort | label | English | Dutch |
|---|---|---|---|---|
${Object.entries(word.fields)
  .map(
    ([name, field]) =>
      `| ${name} | ${field.sort}${field.optional ? ', may be empty' : ''} | ${field.label} | ${field.words.en} | ${field.words.nl} |`,
  )
  .join('\n')}
`
  return `# Glossary\n\n${words.map(one).join('\n')}`
}
