import { declared } from '../../src/declared.ts'
import { flagsOf } from '../../src/edges/cli/acts.ts'
import type { AnyCommand } from '../../src/rooms/room.ts'

export const file = 'docs/reference/commands.md'

/** Every command with its flags, as the command line and the API take them. */
export const make = () => {
  const commands = (declared.commands as unknown as readonly AnyCommand[]).toSorted((a, b) => (a.name < b.name ? -1 : 1))
  const one = (command: AnyCommand) => `## ${command.name}

${command.means.en} / ${command.means.nl}

\`koersvast ${command.name.replace('.', ' ')}${command.about ? ' CODE' : ''}\` · \`POST /api/v1/{workspace}/commands/${command.name}\` · offered to ${command.offered.join(', ')}

| flag | | |
|---|---|---|
${[...flagsOf(command)].map(([flag, { field, suffix }]) => `| \`--${flag}\` | ${field.words.en}${suffix ? ` (${suffix.slice(1)})` : ''}${field.optional ? '' : ', required'} | ${field.words.nl} |`).join('\n')}
`
  return `# Commands

Every command also takes \`--since\` (the day from which it holds), \`--reason\`, \`--key\` (what a retry repeats), \`--input JSON\` (the whole input at once), \`--json\` and \`--workspace\`.

${commands.map(one).join('\n')}`
}
