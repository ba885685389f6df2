import { rights } from '../../access/rights.ts'
import { type Field, jsonSchema } from '../../fields/field.ts'
import { refuse } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import type { AnyKind } from '../../model/kind.ts'
import type { AnyCommand } from '../../rooms/room.ts'
import { flagsOf } from './acts.ts'
import type { App } from './app.ts'
import { complain } from './print.ts'

/** `koersvast explain commitment`: everything that follows from a word. */
export function explain(app: App, word: string): number {
  const kind = app.kinds.find(it => it.name === word || it.prefix === word || it.words.nl === word)
  const command = app.commands.find(it => it.name === word)
  if (command) explainCommand(app, command)
  else if (kind) explainKind(app, kind)
  else {
    const known = app.kinds
      .map(it => it.name)
      .sort()
      .join(', ')
    return complain(
      app.streams,
      refuse('word.unknown', w(`Kies uit: ${known}, of de naam van een opdracht.`, `Choose from: ${known}, or the name of a command.`), {
        fault: 'missing',
        where: word,
      }),
    )
  }
  return 0
}

function explainKind({ streams, commands }: App, kind: AnyKind): void {
  const { language, out } = streams
  const nl = language === 'nl'
  out(`${kind.name}: ${kind.words.nl} / ${kind.words.en}\n${kind.means[language]}\n\n`)
  out(
    `${nl ? 'Kamer' : 'Room'}: ${kind.room}   Code: ${kind.prefix}-0001   ${nl ? 'Vorm' : 'Shape'}: ${kind.shape}   ${nl ? 'Tijd' : 'Time'}: ${kind.time}\n`,
  )
  out(`API: /api/v1/{${nl ? 'werkruimte' : 'workspace'}}/${kind.plural.en.replaceAll(' ', '-')}/{code}\n`)
  const address = kind.address(`${kind.prefix}-0001`, kind.samples[kind.shape] as never)
  if (address) out(`${nl ? 'Adres' : 'Address'}: /{${nl ? 'werkruimte' : 'workspace'}}/${address}\n`)
  out(`\n${nl ? 'Velden' : 'Fields'}\n`)
  for (const [name, field] of Object.entries(kind.fields as Record<string, Field<unknown>>)) {
    const marks = [field.sort, field.label, field.optional ? (nl ? 'mag leeg' : 'may be empty') : '', ...field.kinds.map(to => `→ ${to}`)]
      .filter(Boolean)
      .join(', ')
    out(`  ${name}: ${field.words[language]} (${marks})\n`)
  }
  out(`\n${nl ? 'Rechten' : 'Rights'}\n`)
  for (const row of rights.filter(it => it.kind === kind.name))
    out(`  ${row.roles.join(', ')}: ${row.acts.join(', ')}${row.fields ? ` (${row.fields.join(', ')})` : ''}\n`)
  out(`\n${nl ? 'Opdrachten' : 'Commands'}\n`)
  for (const command of commands.filter(it => it.makes === kind.name || (it.about && it.input[it.about]?.kinds.includes(kind.name))))
    out(`  ${command.name}: ${command.means[language]}\n`)
}

function explainCommand({ streams: { language, out } }: App, command: AnyCommand): void {
  const nl = language === 'nl'
  const [noun, verb] = command.name.split('.')
  out(`${command.name}: ${command.words[language]}\n${command.means[language]}\n\n`)
  out(`API: POST /api/v1/{${nl ? 'werkruimte' : 'workspace'}}/commands/${command.name}\n`)
  out(`${nl ? 'Opdrachtregel' : 'Command line'}: koersvast ${noun} ${verb}${command.about ? ' CODE' : ''}\n`)
  for (const [flag, { field, suffix }] of flagsOf(command)) {
    const words = field.controls.find(it => it.suffix === suffix)?.words?.[language]
    out(`  --${flag}: ${field.words[language]}${words ? `, ${words}` : ''}${field.optional ? '' : ' *'}\n`)
  }
  out(`\nJSON Schema\n${JSON.stringify(jsonSchema(command.input), null, 2)}\n`)
}
