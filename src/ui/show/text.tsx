import { paragraphs } from '../../kernel/paragraphs.ts'
import { cut, type Marked } from './paragraphs.ts'

/** A source text in its own paragraphs with their numbers as anchors; marks lead to what was made of them and are silent for who listens. */
export const SourceText = ({ text, marks, lang }: { text: string; marks: readonly Marked[]; lang?: string | undefined }) => {
  const seen = new Set<string>()
  return (
    <div class="source-text" lang={lang}>
      {paragraphs(text).map((paragraph, i) => (
        <p key={paragraph.start} id={`p-${i + 1}`} data-start={paragraph.start}>
          <span class="number" aria-hidden="true">
            {i + 1}
          </span>
          {cut(
            paragraph,
            marks.filter(mark => mark.start < paragraph.end && paragraph.start < mark.end),
          ).map(piece => {
            const words = text.slice(piece.start, piece.end)
            if (!piece.mark) return words
            const first = !seen.has(piece.mark.id)
            seen.add(piece.mark.id)
            return (
              <a
                key={piece.start}
                class={piece.mark.chosen ? 'mark chosen' : 'mark'}
                href={piece.mark.href}
                tabindex={-1}
                title={piece.mark.name}
                {...(first && { id: `in-${piece.mark.id}` })}
              >
                {words}
              </a>
            )
          })}
        </p>
      ))}
    </div>
  )
}
