import { tabled } from '../../../model/tables.ts'
import { flagsOf } from '../acts.ts'
import type { App } from '../app.ts'
import { viewsOf } from '../seeking/views.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
const own = [
  'checkpoint',
  'completions',
  'config',
  'erase',
  'explain',
  'export',
  'help',
  'import',
  'jobs',
  'lexicon',
  'pack',
  'read',
  'search',
  'serve',
  'simulate',
  'sync',
  'verify',
]
const general = ['--since', '--reason', '--key', '--input', '--json', '--dry-run', '--workspace']

/** First word → second words → flags, from the same declarations as the verbs themselves. */
function tree({ commands, kinds, views }: App): ReadonlyMap<string, ReadonlyMap<string, readonly string[]>> {
  const out = new Map<string, Map<string, readonly string[]>>(
    [...own, ...viewsOf({ views, kinds }).map(({ name }) => name)].map(verb => [verb, new Map()]),
  )
  const put = (noun: string, verb: string, flags: readonly string[]) => {
    if (!out.has(noun)) out.set(noun, new Map())
    out.get(noun)?.set(verb, flags)
  }
  for (const { name } of kinds) {
    for (const verb of ['list', 'show', 'history']) put(name, verb, ['--on', '--known', '--json', '--workspace'])
    put('explain', name, [])
  }
  for (const command of commands) {
    const [noun = '', verb = ''] = command.name.split('.')
    put(noun, verb, [...[...flagsOf(command).keys()].map(flag => `--${flag}`), ...general])
  }
  put('config', 'show', ['--json'])
  put('pack', 'import', ['--dry-run'])
  for (const { name } of tabled) put('export', name, ['--format', '--on', '--known', '--output', '--workspace'])
  for (const verb of ['mail', 'feed']) put('signal', verb, ['--network', '--feed', '--json', '--dry-run', '--workspace'])
  for (const shell of shells) put('completions', shell, [])
  return new Map([...out].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** `koersvast completions bash|zsh|fish`: a script for that shell. Files complete where no word fits. */
export function completions(app: App, shell: (typeof shells)[number]): string {
  const words = tree(app)
  const firsts = [...words.keys()].join(' ')
  if (shell === 'fish')
    return `${[
      `complete -c koersvast -n __fish_use_subcommand -f -a '${firsts}'`,
      ...[...words].flatMap(([noun, verbs]) => [
        ...(verbs.size > 0
          ? [`complete -c koersvast -n '__fish_seen_subcommand_from ${noun}' -f -a '${[...verbs.keys()].join(' ')}'`]
          : []),
        ...[...verbs].flatMap(([verb, flags]) =>
          flags.map(
            flag =>
              `complete -c koersvast -n '__fish_seen_subcommand_from ${noun}; and __fish_seen_subcommand_from ${verb}' -l ${flag.slice(2)}`,
          ),
        ),
      ]),
    ].join('\n')}\n`
  const cases = [...words].flatMap(([noun, verbs]) => [
    ...(verbs.size > 0 ? [`      "${noun} ") words="${[...verbs.keys()].join(' ')}" ;;`] : []),
    ...[...verbs].filter(([, flags]) => flags.length > 0).map(([verb, flags]) => `      "${noun} ${verb}") words="${flags.join(' ')}" ;;`),
  ])
  const body = `_koersvast() {
  local words=""
  if [ "$COMP_CWORD" -eq 1 ]; then
    words="${firsts}"
  else
    case "\${COMP_WORDS[1]} $([ "$COMP_CWORD" -gt 2 ] && printf %s "\${COMP_WORDS[2]}")" in
${cases.join('\n')}
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _koersvast koersvast
`
  return shell === 'zsh' ? `autoload -U +X bashcompinit && bashcompinit\n${body}` : body
}
