// Two things a change leaves behind by accident: work switched off or put off, and the place where it was made.
import { ofTree, type Tree } from './tree.ts'

// Each pattern is written so that it does not find itself.
const open: readonly [RegExp, string][] = [
  [/\b(?:[T]ODO|[F]IXME|[X]XX|[H]ACK)\b/, 'is put off: do it, or write an issue'],
  [/\b(?:test|it|describe|suite)\.(?:[s]kip|[o]nly|[t]odo)\(/, 'switches tests off'],
  [/@[t]s-(?:ignore|nocheck|expect-error)/, 'switches the types off'],
  [/\bas [a]ny\b/, 'switches the types off'],
]

const places: readonly RegExp[] = [
  /(?<![\w.-])\/[w]ork\//,
  /\/[f]arm\b|\b[f]arm-(?:bench|studio)/,
  /\/tmp\/(?:[s]tudio|[b]ash_jobs)/,
  /\.[l]ibrary\//,
  /\b[b]efore-stop\b/,
  /registry\.[n]pmjs|"[r]esolved":/,
  /\b[a]nthropic\b|\b[c]laude\b(?! \p{Lu})/iu,
]

function hits(tree: Tree, files: RegExp, pattern: RegExp, why: string): string[] {
  return [...tree]
    .filter(([path]) => files.test(path))
    .flatMap(([path, text]) =>
      text.split('\n').flatMap((line, n) => {
        const found = pattern.exec(line)
        return found ? [`${path}:${n + 1} ${found[0]} ${why}`] : []
      }),
    )
}

export const openBreaches = (tree: Tree): string[] =>
  open.flatMap(([pattern, why]) => hits(tree, /^(?:src|tests|tools|bench|bin)\/|^koersvast$/, pattern, why))

export const placeBreaches = (tree: Tree): string[] =>
  places.flatMap(pattern => hits(tree, /./, pattern, 'names the machine or the registry where this was made'))

export const nothingOpen = ofTree('nothing left open', openBreaches)
export const noPlaces = ofTree('no workplace words', placeBreaches)
