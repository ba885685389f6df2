import { act } from './acts.ts'
import type { App } from './app.ts'

/**
 * `koersvast erase P-0002i --confirm P-0002i [--reason R] [--dry-run]`: the command `person.erase`, and with it what stands outside the
 * ledger: sessions and what this person kept for themselves.
 */
export async function erase(app: App, argv: readonly string[]): Promise<number> {
  const command = app.commands.find(it => it.name === 'person.erase')
  if (!command) throw new Error('the word person has no command erase')
  return act(app, command, argv, async ({ store }, outcome) => {
    const workspace = flagValue(argv, '--workspace') ?? app.config.workspace
    for (const { kind, id } of outcome.changed) {
      if (kind !== 'person') continue
      await store.accounts.endSessionsOf(workspace, id)
      const desk = store.desk(workspace)
      for (const { key } of await desk.drafts(id, '')) await desk.keepDraft(id, key, null)
    }
  })
}

const flagValue = (argv: readonly string[], flag: string): string | undefined => {
  const at = argv.findIndex(it => it === flag || it.startsWith(`${flag}=`))
  return at < 0 ? undefined : argv[at]?.includes('=') ? argv[at]?.slice(flag.length + 1) : argv[at + 1]
}
