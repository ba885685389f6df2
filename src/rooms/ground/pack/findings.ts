import { type Refusal, refuse, together } from '../../../kernel/refusal.ts'
import { type Words, w } from '../../../kernel/words.ts'

/** Where in a pack: file, line, column, code of the entry, field; in a table its row and the heading of the column. What is not known is left out. */
export interface Place {
  readonly file: string
  readonly row?: number
  readonly heading?: string
  readonly line?: number
  readonly column?: number
  readonly entry?: string
  readonly field?: string
}
export const say = ({ file, row, line, column, entry, field, heading }: Place): Words => {
  const said = (across: string, at: string, down: string, name: string) =>
    [
      file,
      row && `${across} ${row}`,
      line && `${at} ${line}`,
      column && `${down} ${column}`,
      entry,
      field && `${name} ${field}`,
      heading && `${down} ${heading}`,
    ]
      .filter(Boolean)
      .join(', ')
  return w(said('rij', 'regel', 'kolom', 'veld'), said('row', 'line', 'column', 'field'))
}

const most = 100

/** Everything that is wrong with a pack or a table: told together, so that mending takes one round. */
export class Findings {
  readonly #all: Refusal[] = []

  get some(): boolean {
    return this.#all.length > 0
  }

  /** `todo` is what would be right; the sentence also says where and what stands there now. */
  add(code: string, place: Place, todo: Words, found?: unknown, wanted?: string): void {
    const there = found === undefined ? undefined : shown(found)
    const where = say(place)
    const now = there === undefined ? w('', '') : w(` Nu staat er: ${there}.`, ` It now says: ${there}.`)
    this.#all.push(
      refuse(code, w(`${where.nl}: ${todo.nl}${now.nl}`, `${where.en}: ${todo.en}${now.en}`), {
        where: where.en,
        ...(there !== undefined && { found: there }),
        ...(wanted !== undefined && { wanted }),
      }),
    )
  }

  refusal(): Refusal | undefined {
    const left = this.#all.length - most
    if (left <= 0) return together(this.#all)
    const rest = refuse(
      'pack.more',
      w(`Verbeter eerst dit; er zijn nog ${left} bevindingen.`, `Mend this first; there are ${left} more findings.`),
    )
    return together([...this.#all.slice(0, most), rest])
  }
}

/** As it stands in the file, shortened; what no screen can show is escaped. */
function shown(found: unknown): string {
  const text = typeof found === 'string' ? found : (JSON.stringify(found) ?? '')
  const plain = JSON.stringify(text.slice(0, 120)).slice(1, -1).replaceAll('\\"', '"')
  return text.length > 120 ? `${plain}…` : plain
}
