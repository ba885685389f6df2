// The house rules on who may import whom, and on what pure code may hold. Read from the real imports; `import type` counts too.
import { posix } from 'node:path'
import { importsOf, scan } from './scan.ts'
import { isTest, lineAt, ofTree, type Tree } from './tree.ts'

const order = ['kernel', 'fields', 'model', 'access', 'ledger', 'rooms', 'edges', 'start']
const rooms = ['ground', 'sources', 'picture', 'course', 'choice', 'account', 'today']

/** Packages that pure code may use. */
const purePackages = ['zod', 'zod/mini', 'preact', 'd3-scale', 'd3-shape', 'preact-render-to-string']
const drivers = /^(?:pg|@electric-sql\/pglite)(?:\/|$)/

interface Place {
  readonly path: string
  readonly folder: string
  readonly room: string | undefined
  readonly test: boolean
  /** A page or an island: may use `ui`, and is not bound to be pure. */
  readonly page: boolean
}

function placeOf(path: string): Place {
  const [, top = '', second = ''] = path.split('/')
  // Files directly in src join everything: start.ts and what it is split into.
  const folder = path.split('/').length === 2 ? 'start' : top
  const room = folder === 'rooms' && rooms.includes(second) ? second : undefined
  return { path, folder, room, test: isTest(path), page: /\.(?:page|island)\.tsx$/.test(path) }
}

const pure = (p: Place) => !p.test && !p.page && ['kernel', 'fields', 'model', 'access', 'rooms', 'ui'].includes(p.folder)

/** Why this import may not be, or nothing. */
function refusal(from: Place, to: Place): string | undefined {
  if (to.test) return 'a test is imported by nobody'
  const here = order.indexOf(from.folder)
  const there = order.indexOf(to.folder)
  if (to.folder === 'ui') {
    const may = from.folder === 'ui' || here > order.indexOf('rooms') || (from.folder === 'rooms' && (from.page || from.test))
    return may ? undefined : 'ui is for pages and islands of rooms, and for edges'
  }
  if (from.folder === 'ui') return ['kernel', 'fields'].includes(to.folder) ? undefined : 'ui knows kernel and fields only'
  if (here < 0 || there < 0) return `the folder ${here < 0 ? from.folder : to.folder} has no place in the order ${order.join(' ← ')}`
  if (there > here) return `the order is ${order.join(' ← ')}`
  if (from.folder !== 'rooms' || to.folder !== 'rooms' || from.room === to.room || !to.room) return
  if (!from.room) return 'what all rooms share knows none of them'
  if (rooms.indexOf(to.room) > rooms.indexOf(from.room))
    return `${to.room} stands to the right of ${from.room}: speak by name (form, link, section)`
  if (!from.test && !/\.view\.tsx?$/.test(to.path)) return `of a room to the left only *.view.ts may be imported`
}

/** Why this package or builtin may not be used here, or nothing. */
function refusedPackage(from: Place, name: string): string | undefined {
  if (from.test) return
  if (drivers.test(name) && !from.path.startsWith('src/ledger/store/')) return 'database drivers belong to ledger/store'
  if (name.startsWith('node:')) {
    if (pure(from)) return 'pure code has no node: modules'
    if (from.folder === 'ledger' && !from.path.startsWith('src/ledger/store/') && name !== 'node:crypto')
      return 'outside its store the ledger uses node:crypto only'
  } else if (pure(from) && !purePackages.includes(name) && !name.startsWith('preact/'))
    return `pure code may use ${purePackages.join(', ')}`
}

const impure: readonly [RegExp, string][] = [
  [/\b(?:async|await|Promise|setTimeout|setInterval|setImmediate|queueMicrotask|fetch)\b(?!\s*[:?])/, 'waits'],
  [/(?<![\w.$])Date\b(?!\s*[:?])|\bperformance\.|\bTemporal\./, 'has a clock: the day is given'],
  [/\bMath\.random\b|\bcrypto\.|\brandomUUID\b/, 'has chance of its own: a seeded generator is given'],
  [/\bIntl\.|\.toLocale\w+|\.localeCompare\b/, 'uses the words of the machine: use the kernel'],
  [/(?<![\w.$])(?:process|console|globalThis)\s*\./, 'reaches outside'],
]

const sql =
  /^\s*(?:select\s[\s\S]*\sfrom\s|insert into\s|update \w+ set\s|delete from\s|(?:create|alter|drop) (?:table|index|role|policy|database)\s|set local\s)/

function breachesOf(path: string, text: string, tree: Tree): string[] {
  const from = placeOf(path)
  const found: string[] = []
  const say = (index: number, what: string) => found.push(`${path}:${lineAt(text, index)} ${what}`)
  for (const { text: name, index } of importsOf(text)) {
    if (!name.startsWith('.')) {
      const why = refusedPackage(from, name)
      if (why) say(index, `imports ${name}: ${why}`)
      continue
    }
    const target = posix.join(posix.dirname(path), name)
    if (!target.startsWith('src/')) {
      // Support for tests, and packs that the start reads; nothing else lies below us.
      const may = from.test || (target.startsWith('packs/') && ['edges', 'start'].includes(from.folder)) || target === 'package.json'
      if (!may) say(index, `imports ${target}, outside src`)
    } else if (!tree.has(target)) say(index, `imports ${target}, which does not exist`)
    else {
      const why = refusal(from, placeOf(target))
      if (why) say(index, `imports ${target}: ${why}`)
    }
  }
  const { code, strings } = scan(text)
  if (pure(from)) {
    for (const [pattern, why] of impure) {
      const hit = pattern.exec(code)
      if (hit) say(hit.index, `is pure code, but ${hit[0].trim()} ${why}`)
    }
  }
  if (!from.test && !path.startsWith('src/ledger/store/'))
    for (const { text: string, index } of strings) if (sql.test(string)) say(index, 'holds SQL: that belongs to ledger/store')
  return found
}

/** Loops among the imports, each told once, as the path that closes it. */
function loops(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const found: string[] = []
  const visit = (file: string, above: readonly string[]) => {
    const start = above.indexOf(file)
    if (start >= 0) found.push(`a loop of imports: ${[...above.slice(start), file].join(' → ')}`)
    if (start >= 0 || done.has(file)) return
    for (const next of graph.get(file) ?? []) visit(next, [...above, file])
    done.add(file)
  }
  for (const file of graph.keys()) visit(file, [])
  return found
}

export function importBreaches(tree: Tree): string[] {
  const files = [...tree].filter(([path]) => /^src\/.*\.tsx?$/.test(path))
  const graph = new Map(
    files.map(([path, text]) => [
      path,
      importsOf(text)
        .map(({ text: name }) => posix.join(posix.dirname(path), name))
        .filter(target => target.startsWith('src/')),
    ]),
  )
  return [...files.flatMap(([path, text]) => breachesOf(path, text, tree)), ...loops(graph)]
}

export const imports = ofTree('imports', importBreaches)
