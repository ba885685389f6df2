/** A network as it stands in a file (`koersvast/network/1`): every name known, every value in place, or a refusal that says where and what would be right. */
import { type Refusal, refuse, together } from '../../../kernel/refusal.ts'
import { type Words, w } from '../../../kernel/words.ts'
import { type Cascade, middle, type Network, type Range, type Scenario } from '../cascade/network.ts'

export const schema = 'koersvast/network/1'

/** More do not fit a machine of today; a file that names more is a mistake. */
const most = { scenarios: 20_000, cascades: 200_000 }

export function networkOf(value: unknown): Network | Refusal {
  const file = new Reader()
  const top = file.object(value, '', ['schema', 'horizonYears', 'scenarios', 'cascades'])
  if (top.schema !== schema) file.wrong('schema', top.schema, w(`Zet hier "${schema}".`, `Put "${schema}" here.`), 'network.schema')
  const horizonYears = file.number(top.horizonYears, 'horizonYears', 0, 1000)
  if (top.horizonYears === 0) file.wrong('horizonYears', 0, w('Geef een aantal jaren boven 0.', 'Give a number of years above 0.'))
  const scenarios = file.list(top.scenarios, 'scenarios', most.scenarios).map((it, i) => scenarioOf(file, it, `scenarios[${i}]`))
  const places = new Map<string, number>()
  scenarios.forEach(({ code }, i) => {
    if (places.has(code))
      file.wrong(
        `scenarios[${i}].code`,
        code,
        w('Geef elk scenario een eigen code.', 'Give each scenario a code of its own.'),
        'network.twice',
      )
    else places.set(code, i)
  })
  const cascades = file.list(top.cascades, 'cascades', most.cascades).map((it, i) => cascadeOf(file, it, `cascades[${i}]`, places))
  return file.refusal() ?? { horizonYears, scenarios, cascades }
}

/** The way back: a network as it stands in a file. */
export const fileOf = ({ horizonYears, scenarios, cascades }: Network): Readonly<Record<string, unknown>> => ({
  schema,
  horizonYears,
  scenarios,
  cascades: cascades.map(it => ({ ...it, from: scenarios[it.from]?.code, to: scenarios[it.to]?.code })),
})

function scenarioOf(file: Reader, value: unknown, path: string): Scenario {
  const it = file.object(value, path, ['code', 'name', 'theme', 'probability', 'impact', 'durationDays'], ['name', 'theme'])
  return {
    code: file.text(it.code, `${path}.code`),
    name: it.name === undefined || it.name === null ? null : namesOf(file, it.name, `${path}.name`),
    theme: it.theme === undefined || it.theme === null ? null : file.text(it.theme, `${path}.theme`),
    probability: rangeOf(file, it.probability, `${path}.probability`, 1),
    impact: rangeOf(file, it.impact, `${path}.impact`, Number.MAX_VALUE),
    durationDays: file.number(it.durationDays, `${path}.durationDays`, 0, 1e7),
  }
}

function cascadeOf(file: Reader, value: unknown, path: string, places: ReadonlyMap<string, number>): Cascade {
  const it = file.object(value, path, ['from', 'to', 'probability', 'delayDays', 'worsens'], ['worsens'])
  const end = (name: 'from' | 'to'): number => {
    const code = file.text(it[name], `${path}.${name}`)
    const place = places.get(code)
    if (place === undefined && code !== '')
      file.wrong(
        `${path}.${name}`,
        code,
        w('Noem de code van een scenario uit dit bestand.', 'Name the code of a scenario in this file.'),
        'network.unknown',
      )
    return place ?? -1
  }
  const [from, to] = [end('from'), end('to')]
  if (from >= 0 && from === to)
    file.wrong(
      path,
      String(it.from),
      w(
        'Noem twee verschillende scenario’s: een scenario treedt hoogstens één keer op.',
        'Name two different scenarios: one occurs once at most.',
      ),
      'network.itself',
    )
  return {
    from,
    to,
    probability: rangeOf(file, it.probability, `${path}.probability`, 1),
    delayDays: delayOf(file, it.delayDays, `${path}.delayDays`),
    worsens: it.worsens === undefined ? 1 : file.number(it.worsens, `${path}.worsens`, 1, 1e6),
  }
}

function namesOf(file: Reader, value: unknown, path: string): Words {
  const it = file.object(value, path, ['nl', 'en'])
  return { nl: file.text(it.nl, `${path}.nl`), en: file.text(it.en, `${path}.en`) }
}

function rangeOf(file: Reader, value: unknown, path: string, highest: number): Range {
  const it = file.object(value, path, ['low', 'best', 'high'], ['best'])
  const [low, high] = [file.number(it.low, `${path}.low`, 0, highest), file.number(it.high, `${path}.high`, 0, highest)]
  if (low > high) file.upsideDown(path, low, high)
  const best = it.best === undefined ? middle(low, high) : file.number(it.best, `${path}.best`, 0, highest)
  if (low <= high && (best < low || best > high))
    file.wrong(
      `${path}.best`,
      best,
      w(`Geef een beste waarde van ${low} tot en met ${high}.`, `Give a best value from ${low} to ${high}.`),
      'network.best-outside',
    )
  return { low, best, high }
}

function delayOf(file: Reader, value: unknown, path: string): Cascade['delayDays'] {
  const it = file.object(value, path, ['low', 'high'])
  const [low, high] = [file.number(it.low, `${path}.low`, 0, 1e7), file.number(it.high, `${path}.high`, 0, 1e7)]
  if (low > high) file.upsideDown(path, low, high)
  return { low, high }
}

/** So many faults are told; a file with more has one cause. */
const told = 20

/** Gathers what is wrong, so that a file with three faults is told three times. */
class Reader {
  readonly #wrong: Refusal[] = []

  refusal(): Refusal | undefined {
    return together(this.#wrong)
  }

  wrong(where: string, found: unknown, todo: Words, code = 'network.value'): void {
    if (this.#wrong.length < told) this.#wrong.push(refuse(code, todo, { where, found: said(found) }))
  }

  upsideDown(where: string, low: number, high: number): void {
    this.wrong(
      where,
      `${low} – ${high}`,
      w('Zet de laagste waarde bij low en de hoogste bij high.', 'Put the lowest value at low and the highest at high.'),
      'network.reversed',
    )
  }

  object(value: unknown, where: string, names: readonly string[], optional: readonly string[] = []): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      this.wrong(
        where || 'network',
        value,
        w(`Zet hier een object met ${names.join(', ')}.`, `Put an object here with ${names.join(', ')}.`),
      )
      return {}
    }
    const inside = (name: string) => (where ? `${where}.${name}` : name)
    for (const name of Object.keys(value))
      if (!names.includes(name))
        this.wrong(inside(name), name, w(`Gebruik alleen ${names.join(', ')}.`, `Use only ${names.join(', ')}.`), 'network.name')
    for (const name of names)
      if (!(name in value) && !optional.includes(name))
        this.wrong(inside(name), '', w('Geef dit veld.', 'Give this field.'), 'network.missing')
    return value as Record<string, unknown>
  }

  list(value: unknown, where: string, longest: number): readonly unknown[] {
    if (Array.isArray(value) && value.length <= longest) return value
    if (value !== undefined)
      this.wrong(
        where,
        Array.isArray(value) ? value.length : value,
        w(`Zet hier een lijst van hoogstens ${longest}.`, `Put a list here, of at most ${longest}.`),
      )
    return []
  }

  text(value: unknown, where: string): string {
    if (typeof value === 'string' && value.trim() !== '') return value
    if (value !== undefined) this.wrong(where, value, w('Zet hier tekst.', 'Put text here.'))
    return ''
  }

  number(value: unknown, where: string, low: number, high: number): number {
    if (typeof value === 'number' && value >= low && value <= high) return value
    if (value !== undefined)
      this.wrong(
        where,
        value,
        high === Number.MAX_VALUE
          ? w(`Geef een getal vanaf ${low}.`, `Give a number from ${low}.`)
          : w(`Geef een getal van ${low} tot en met ${high}.`, `Give a number from ${low} to ${high}.`),
        'network.number',
      )
    return low
  }
}

const said = (found: unknown): string => {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '')
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
