import { exceptions as named } from './exceptions.ts'
import { isCode, isGenerated, isTest, ofTree, type Tree } from './tree.ts'

const most = 400
const median = 80
const perFolder = 9
const vague = /^(?:utils?|helpers?|commons?|managers?|misc)$/i

const linesOf = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0)

/** `fields/` and `model/<room>/` hold one sort or one word a file; there the number says nothing. */
const uncounted = (folder: string) => /^src\/(?:fields|model\/[^/]+)$/.test(folder)

function folderBreaches(files: readonly string[]): string[] {
  const folders = Map.groupBy(
    files.filter(path => !isTest(path)),
    path => path.slice(0, path.lastIndexOf('/')),
  )
  return [...folders]
    .filter(([folder, inside]) => inside.length > perFolder && !uncounted(folder))
    .map(([folder, inside]) => `${folder} holds ${inside.length} files (tests not counted); above ${perFolder} it splits by meaning`)
}

function medianBreach(tree: Tree, files: readonly string[]): string[] {
  const sizes = files
    .filter(path => path.startsWith('src/') && !isTest(path))
    .map(path => linesOf(tree.get(path) ?? ''))
    .sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)] ?? 0
  return middle > median ? [`half of the files in src are over ${middle} lines; the middle one has at most ${median}`] : []
}

/** A file that only passes on what others export: import the file that has it. */
const isBarrel = (text: string) => {
  const code = text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
  const passesOn = /\bexport\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s*from\s*'[^']*';?/g
  return passesOn.test(code) && code.replace(passesOn, '').trim() === ''
}

export function sizeBreaches(tree: Tree, exceptions: Readonly<Record<string, string>> = named): string[] {
  const files = [...tree].filter(([path, text]) => isCode(path) && !isGenerated(text)).map(([path]) => path)
  const long = files.filter(path => linesOf(tree.get(path) ?? '') > most)
  return [
    ...long
      .filter(path => !(path in exceptions))
      .map(path => `${path} has ${linesOf(tree.get(path) ?? '')} lines; above ${most} it splits by meaning, or is named with a reason`),
    ...Object.keys(exceptions)
      .filter(path => !long.includes(path))
      .map(path => `${path} is named as an exception to the size, but needs none: take it off the list`),
    ...files
      .filter(path => path.split('/').some(part => vague.test(part.split('.')[0] ?? '')))
      .map(path => `${path} has a name that says nothing: name it by what it holds`),
    ...files.filter(path => isBarrel(tree.get(path) ?? '')).map(path => `${path} only passes on what other files export: import those`),
    ...folderBreaches(files),
    ...medianBreach(tree, files),
  ]
}

export const sizes = ofTree('sizes', tree => sizeBreaches(tree))
