/** A string of the source: its text, and where it stands in the file. */
export interface Literal {
  readonly text: string
  readonly index: number
}

export interface Scanned {
  /** The source with comments and the inside of strings blanked: every other character keeps its place. */
  readonly code: string
  readonly strings: readonly Literal[]
}

const regexMayFollow = /(?:^|[(,=:[!&|?{};+\-*%~^<>]|\b(?:return|typeof|case|in|of|await|yield))\s*$/

/**
 * Splits TypeScript into code and strings, well enough for checks. It is no parser: text between JSX tags counts as code, and an
 * apostrophe there opens a string that ends with the line. Template parts between `${…}` are read as code.
 */
export function scan(source: string): Scanned {
  const code: string[] = []
  const strings: Literal[] = []
  // Depth of braces inside each open template literal; the top belongs to the innermost.
  const templates: number[] = []
  let at = 0

  const keep = (count: number) => {
    code.push(source.slice(at, at + count))
    at += count
  }
  const blankUntil = (end: number) => {
    code.push(source.slice(at, end).replace(/[^\n]/g, ' '))
    at = end
  }
  const matchFrom = (pattern: RegExp) => {
    pattern.lastIndex = at
    return pattern.exec(source)?.[0].length ?? 0
  }
  const literal = (length: number) => {
    strings.push({ text: source.slice(at, at + length), index: at })
    blankUntil(at + length)
  }
  const templatePart = () => {
    literal(matchFrom(/(?:[^`\\$]|\\[\s\S]|\$(?!\{))*/y))
    if (source[at] === '$') {
      keep(2)
      templates.push(0)
    } else keep(1)
  }
  const tail = () => code.slice(-4).join('').slice(-40)

  while (at < source.length) {
    const char = source[at] as string
    const two = source.slice(at, at + 2)
    if (two === '//') blankUntil(at + matchFrom(/[^\n]*/y))
    else if (two === '/*') blankUntil(at + matchFrom(/\/\*[\s\S]*?(?:\*\/|$)/y))
    else if (char === "'" || char === '"') {
      keep(1)
      literal(matchFrom(char === "'" ? /(?:[^'\\\n]|\\[\s\S])*/y : /(?:[^"\\\n]|\\[\s\S])*/y))
      if (source[at] === char) keep(1)
    } else if (char === '`') {
      keep(1)
      templatePart()
    } else if (char === '/' && regexMayFollow.test(tail())) {
      const length = matchFrom(/\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y)
      if (length > 0) blankUntil(at + length)
      else keep(1)
    } else if (templates.length > 0 && char === '{') {
      templates.push((templates.pop() ?? 0) + 1)
      keep(1)
    } else if (templates.length > 0 && char === '}') {
      const depth = templates.pop() ?? 0
      keep(1)
      if (depth > 0) templates.push(depth - 1)
      else templatePart()
    } else keep(1)
  }
  return { code: code.join(''), strings }
}

/** The modules that a file names: `import … from`, `export … from`, `import '…'`, `import('…')`, types included. */
export function importsOf(source: string): Literal[] {
  const { code } = scan(source)
  const forms = /\b(?:from|import)\s*\(?\s*(['"])( *)\1/g
  return [...code.matchAll(forms)].map(found => {
    const index = found.index + found[0].indexOf(found[1] as string) + 1
    return { text: source.slice(index, index + (found[2] as string).length), index }
  })
}
