/** Only late, risk and silent have a colour: colour asks for action. */
export type Tone = 'late' | 'risk' | 'silent' | 'planned' | 'quiet'
export type Shape = '▲' | '◆' | '●' | '◌' | '○' | '✓' | '■' | '→' | '∞'

/** A state in words, with a shape before it that adds nothing for who listens. */
export const State = ({ words, shape, tone }: { words: string; shape: Shape; tone: Tone }) => (
  <span class={`state ${tone}`}>
    <span class="shape" aria-hidden="true">
      {shape}
    </span>
    {words}
  </span>
)
