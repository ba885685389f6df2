import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { parseArgs } from 'node:util'
import { refuse, refused } from '../../kernel/refusal.ts'
import { w } from '../../kernel/words.ts'
import { checkCheckpoint, makeCheckpoint } from '../../ledger/proof/checkpoint.ts'
import { isBreak, verify } from '../../ledger/proof/verify.ts'
import type { App } from './app.ts'
import { complain, exits, json } from './print.ts'

/** `koersvast verify [--against FILE --key FILE]`: recomputes the chain and names the first break. */
export async function verifyChain(app: App, argv: readonly string[]): Promise<number> {
  const { streams, config } = app
  let values: { against?: string; key?: string; json?: boolean; workspace?: string }
  try {
    values = parseArgs({
      args: [...argv],
      options: { against: { type: 'string' }, key: { type: 'string' }, json: { type: 'boolean' }, workspace: { type: 'string' } },
    }).values
  } catch (error) {
    streams.err(`${(error as Error).message}\n`)
    return 2
  }
  const ledger = await app.open()
  if (refused(ledger)) return complain(streams, ledger)
  const against = values.against ? await kept(values.against, values.key) : undefined
  if (against && refused(against)) return complain(streams, against)
  const found = await verify(ledger.store, values.workspace ?? config.workspace, against ? { against } : {})
  if (values.json) json(streams, found)
  const nl = streams.language === 'nl'
  if (isBreak(found)) {
    if (!values.json)
      streams.err(
        `${nl ? 'De keten breekt' : 'The chain breaks'}${found.at ? ` (${found.at})` : ''}${found.code ? `, ${found.code}` : ''}: ${found.what[streams.language]}\n`,
      )
    return exits.broken
  }
  if (!values.json)
    streams.out(
      nl
        ? `De keten klopt: ${found.commits} handelingen, ${found.parts} delen, tot en met ${found.at}.\n`
        : `The chain holds: ${found.commits} acts, ${found.parts} parts, up to ${found.at}.\n`,
    )
  return 0
}

async function kept(file: string, key: string | undefined) {
  if (!key)
    return refuse(
      'checkpoint.key',
      w('Geef met --key de openbare sleutel van het controlepunt.', 'Give the public key of the checkpoint with --key.'),
      { where: '--key' },
    )
  try {
    return checkCheckpoint(await readFile(file, 'utf8'), createPublicKey(await readFile(key, 'utf8')))
  } catch (error) {
    return refuse(
      'checkpoint.file',
      w('Geef een controlepunt en een openbare sleutel die te lezen zijn.', 'Give a checkpoint and a public key that can be read.'),
      {
        where: file,
        found: (error as Error).message,
        fault: 'missing',
      },
    )
  }
}

/** `koersvast checkpoint --key FILE [-o FILE]`: a signed head. The key is made at the first use, readable for its owner alone. */
export async function checkpoint(app: App, argv: readonly string[]): Promise<number> {
  const { streams, config } = app
  const { values } = parseArgs({
    args: [...argv],
    options: { key: { type: 'string' }, output: { type: 'string', short: 'o' }, workspace: { type: 'string' } },
  })
  if (!values.key)
    return complain(
      streams,
      refuse(
        'checkpoint.key',
        w('Geef met --key waar de sleutel staat of moet komen.', 'Say with --key where the key stands or is to come.'),
        { where: '--key' },
      ),
    )
  const ledger = await app.open()
  if (refused(ledger)) return complain(streams, ledger)
  const workspace = values.workspace ?? config.workspace
  const { seq, hash, at } = await ledger.store.readInternal(workspace, reads => reads.head())
  if (seq === 0)
    return complain(
      streams,
      refuse('checkpoint.empty', w('Er is nog niets vastgelegd om te ondertekenen.', 'Nothing is recorded yet to sign.'), {
        where: workspace,
      }),
    )
  const note = makeCheckpoint({ workspace, seq, hash, at }, await privateKey(values.key))
  if (values.output) await writeFile(values.output, note)
  else streams.out(note)
  return 0
}

async function privateKey(path: string) {
  const text = await readFile(path, 'utf8').catch(() => null)
  if (text) return createPrivateKey(text)
  const { privateKey: made, publicKey } = generateKeyPairSync('ed25519')
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, made.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  await chmod(path, 0o600)
  await writeFile(`${path}.pub`, publicKey.export({ format: 'pem', type: 'spki' }))
  return made
}
