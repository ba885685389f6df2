import { type Language, w } from '../../kernel/words.ts'
import { type Axis, classAxis } from '../plot/axis.ts'
import type { Dot } from '../plot/layout.ts'
import { RiskPlot } from '../plot/risk.tsx'
import { Strip } from '../plot/strip.tsx'

const classes = (l: Language) => [
  { letter: 'A', name: w('klein', 'small')[l] },
  { letter: 'B', name: w('ernstig', 'serious')[l] },
  { letter: 'C', name: w('zeer ernstig', 'very serious')[l] },
]
const chances = (l: Language): Axis => ({
  title: w('Waarschijnlijkheid in 5 jaar', 'Likelihood in 5 years')[l],
  kind: 'log',
  steps: [
    { letter: 'A', name: w('onwaarschijnlijk', 'unlikely')[l], from: 0.001, to: 0.01 },
    { letter: 'B', name: w('mogelijk', 'possible')[l], from: 0.01, to: 0.1 },
    { letter: 'C', name: w('waarschijnlijk', 'likely')[l], from: 0.1, to: 1 },
  ],
  ticks: [
    { at: 0.01, words: w('1 op 100', '1 in 100')[l] },
    { at: 0.1, words: w('1 op 10', '1 in 10')[l] },
  ],
})
const dot = (key: string, name: string, x: Dot['x'], y: Dot['y']): Dot => ({ key, name, said: name, href: '#inhoud', x, y })

/** Classes on both axes for a narrow column, odds with a best estimate, and editions under one another. */
export function PlotExamples({ language: l, id }: { language: Language; id: string }) {
  const [flood, attack] = [w('Overstroming', 'Flood')[l], w('Aanval op een cloudprovider', 'Attack on a cloud provider')[l]]
  const impact = classAxis(w('Impact (klassen)', 'Impact (classes)')[l], classes(l))
  const likelihood = classAxis(w('Waarschijnlijkheid (klassen, geen kansen)', 'Likelihood (classes, no odds)')[l], classes(l))
  const said = w('Twee voorbeelden, van laagste tot hoogste.', 'Two examples, from lowest to highest.')[l]
  return (
    <div class="plot-examples">
      <RiskPlot
        id={`${id}-a`}
        title={w('Klassen', 'Classes')[l]}
        described={said}
        x={likelihood}
        y={impact}
        listed={w('Alleen in de lijst:', 'In the list only:')[l]}
        size="narrow"
        dots={[dot('a', flood, { low: 0, high: 2 }, { low: 2, high: 3 }), dot('b', attack, { low: 2, high: 3 }, { low: 1, high: 2 })]}
      />
      <RiskPlot
        id={`${id}-b`}
        title={w('Kansen', 'Odds')[l]}
        described={said}
        x={chances(l)}
        y={impact}
        listed={w('Alleen in de lijst:', 'In the list only:')[l]}
        size="narrow"
        dots={[
          dot('a', flood, { low: 0.02, best: 0.05, high: 0.1 }, { low: 2, high: 3 }),
          dot('b', attack, { low: 0.005, high: 0.3 }, { low: 1, high: 2 }),
        ]}
      />
      <Strip
        id={`${id}-c`}
        title={w('Door de uitgaven heen', 'Across editions')[l]}
        described={w('2019: A tot B; 2022: hoger, geen klasse; 2025: C.', '2019: A to B; 2022: higher, no class; 2025: C.')[l]}
        axis={likelihood}
        rows={[
          { key: 'a', words: '2019', span: { low: 0, high: 2 } },
          { key: 'b', words: '2022', span: undefined, instead: w('hoger, geen klasse', 'higher, no class')[l] },
          { key: 'c', words: '2025', span: { low: 2, high: 3 } },
        ]}
      />
    </div>
  )
}
