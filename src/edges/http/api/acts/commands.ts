import type { Context } from 'hono'
import { type Refusal, refuse, refused } from '../../../../kernel/refusal.ts'
import { w } from '../../../../kernel/words.ts'
import { noSuchCommand } from '../../../../ledger/deciding/context.ts'
import type { AnyKind } from '../../../../model/kind.ts'
import type { AnyCommand } from '../../../../rooms/room.ts'
import { type Asking, signedIn } from '../../asking.ts'
import { type House, kindByPlural } from '../../house.ts'
import { problem, unknownAddress } from '../../problems.ts'
import { jsonOf, tagsOf } from '../answer.ts'
import { lookingOnly } from '../asof.ts'
import { acted, foundIn, keyFits, nearOf, noKey, outcomeJson } from './acting.ts'
import { type Said, saidIn } from './envelope.ts'

const signInFirst = refuse('rights.sign-in', w('Meld u aan om dit te doen.', 'Sign in to do this.'), { fault: 'sign-in' })
const jsonOnly = (found: string): Refusal =>
  refuse('body.type', w('Stuur JSON, met Content-Type: application/json.', 'Send JSON, with Content-Type: application/json.'), {
    fault: 'unreadable',
    where: 'Content-Type',
    found,
    wanted: 'application/json',
  })

/** What must be right before the words of a command are read at all. */
async function heard(c: Context, who: Asking): Promise<{ said: Said; key: string } | { refusal: Refusal; status?: number }> {
  if (!signedIn(who)) return { refusal: signInFirst }
  if (c.req.query('op') !== undefined || c.req.query('bekend') !== undefined) return { refusal: lookingOnly }
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return { refusal: jsonOnly(type) }
  const key = c.req.header('idempotency-key') ?? ''
  if (!keyFits(key)) return { refusal: { ...noKey, found: key.slice(0, 200) }, status: 400 }
  const said = saidIn(await c.req.text())
  if (refused(said)) return { refusal: said, ...(said.code === 'json.syntax' && { status: 400 }) }
  return { said, key }
}

async function answered(house: House, c: Context, who: Asking, command: AnyCommand, said: Said, key: string): Promise<Response> {
  const outcome = await acted(house, who, command, said, { key, ifMatch: tagsOf(c.req.header('if-match')) })
  if (refused(outcome)) return problem(outcome, who.language)
  const body = outcomeJson(house, who.workspace, outcome)
  const [first] = body.made
  return new Response(jsonOf(body), {
    status: first ? 201 : 200,
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      ...(first?.address && { location: first.address }),
    },
  })
}

/** POST /commands/{name} */
export async function byName(house: House, c: Context, who: Asking, name: string): Promise<Response> {
  const it = await heard(c, who)
  if ('refusal' in it) return problem(it.refusal, who.language, it.status)
  const command = house.ledger.commands.get(name)
  return command ? answered(house, c, who, command, it.said, it.key) : problem(noSuchCommand(name), who.language)
}

/** The command that goes by a short name at a thing of a kind: its own first, then one that may be about it. */
export function commandAt(house: House, kind: AnyKind, short: string): AnyCommand | undefined {
  const all = [...house.ledger.commands.values()].filter(
    it => it.about !== undefined && it.name.slice(it.name.indexOf('.') + 1) === short && it.input[it.about]?.kinds.includes(kind.name),
  )
  return all.find(it => it.name === `${kind.name}.${short}`) ?? all[0]
}

/** POST /{plural}/{code}/{short name}: the same act, at the address of what it is about. */
export async function atThing(house: House, c: Context, who: Asking, plural: string, code: string, short: string): Promise<Response> {
  const it = await heard(c, who)
  if ('refusal' in it) return problem(it.refusal, who.language, it.status)
  const kind = kindByPlural(house, plural)
  const command = kind && commandAt(house, kind, short)
  if (!kind || !command?.about) return problem(unknownAddress(c.req.path), who.language)
  const thing = foundIn(await nearOf(house, who, it.said), code)
  if (!thing || thing.kind !== kind.name) return problem(unknownAddress(c.req.path), who.language)
  const named = it.said.input[command.about]
  if (named !== undefined && String(named).toLowerCase() !== thing.code.toLowerCase() && named !== thing.id)
    return problem(
      refuse(
        'about.twice',
        w('Laat dit veld weg: het adres zegt al waar het over gaat.', 'Leave this field out: the address says already what it is about.'),
        {
          where: command.about,
          found: String(named).slice(0, 200),
          wanted: thing.code,
        },
      ),
      who.language,
    )
  return answered(house, c, who, command, { ...it.said, input: { ...it.said.input, [command.about]: thing.code } }, it.key)
}
