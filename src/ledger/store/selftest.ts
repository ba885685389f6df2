import { type Refusal, refuse } from '../../kernel/refusal.ts'
import { type Words, w } from '../../kernel/words.ts'
import { StoreFault } from './fault.ts'
import type { Engine, Role, Session } from './session.ts'
import { enter } from './statements/context.ts'

const wrong = (code: string, todo: Words, found: string): Refusal => refuse(`store.${code}`, todo, { fault: 'unavailable', found })

/** Names of what breaks a rule, as one text; empty when nothing does. */
async function found(session: Session, query: string): Promise<string> {
  const rows = await session.rows(query)
  return rows.map(([name]) => String(name)).join(', ')
}

type Finding = (session: Session) => Promise<Refusal | undefined>
const rule =
  (code: string, todo: Words, query: string): Finding =>
  async session => {
    const names = await found(session, query)
    return names ? wrong(code, todo, names) : undefined
  }

const ours = `select c.oid, c.relname, c.relkind, c.relowner, c.relrowsecurity, c.relforcerowsecurity, c.reloptions
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'koersvast'`

/** Whoever logs in may become kv_app and kv_public, and nothing more. On PGlite nobody logs in. */
const ofTheLogin: readonly Finding[] = [
  rule(
    'login-superuser',
    w(
      'Zet in DATABASE_URL een gewone databasegebruiker: deze is beheerder van de server en ziet alles.',
      'Put an ordinary database user into DATABASE_URL: this one is a superuser of the server and sees everything.',
    ),
    'select rolname from pg_roles where rolname = session_user and rolsuper',
  ),
  rule(
    'login-bypass',
    w(
      'Zet in DATABASE_URL een gebruiker zonder BYPASSRLS, CREATEROLE en REPLICATION: deze kan om de rijregels heen.',
      'Put a user without BYPASSRLS, CREATEROLE and REPLICATION into DATABASE_URL: this one can get round the row policies.',
    ),
    `select rolname from pg_roles r where rolname not in ('kv_app', 'kv_public')
      and (rolbypassrls or rolcreaterole or rolreplication) and pg_has_role(session_user, r.oid, 'member')`,
  ),
  rule(
    'login-owner',
    w(
      'Zet in DATABASE_URL een gebruiker die geen eigenaar is van de tabellen; de eigenaar hoort in DATABASE_OWNER_URL.',
      'Put a user who does not own the tables into DATABASE_URL; the owner belongs in DATABASE_OWNER_URL.',
    ),
    `select relname from (${ours}) t where relkind <> 'i' and pg_has_role(session_user, relowner, 'member') order by 1`,
  ),
]

/** Asked before the context is set, which switches it on: whoever switched it off meant something by it. */
const asFound = rule(
  'row-security-off',
  w('Zet row_security aan voor deze gebruiker en database.', 'Switch row_security on for this user and database.'),
  `select 'row_security' where current_setting('row_security') <> 'on'`,
)

/** What holds for both engines, inside the application's own transaction. */
const ofTheTables: readonly Finding[] = [
  rule(
    'role-bypass',
    w(
      'Neem kv_app en kv_public hun bijzondere rechten af: zij mogen niet om de rijregels heen.',
      'Take the special rights of kv_app and kv_public away: they must not get round the row policies.',
    ),
    `select rolname from pg_roles r where rolname in ('kv_app', 'kv_public') and (rolsuper or rolbypassrls or rolcreaterole or rolcanlogin
      or exists (select from (${ours}) t where pg_has_role(r.oid, t.relowner, 'member')))`,
  ),
  rule(
    'table-without-policy',
    w(
      'Werk het schema bij met DATABASE_OWNER_URL: van deze tabellen zijn de rijregels weg of uit.',
      'Bring the schema up to date with DATABASE_OWNER_URL: the row policies of these tables are gone or off.',
    ),
    `select relname from (${ours}) t where relkind in ('r', 'p') and not (relrowsecurity and relforcerowsecurity
      and exists (select from pg_policy p where p.polrelid = t.oid)) order by 1`,
  ),
  rule(
    'way-round',
    w(
      'Haal deze weergaven en functies weg: zij lezen met de rechten van de eigenaar.',
      'Remove these views and functions: they read with the rights of the owner.',
    ),
    `select relname::text from (${ours}) t where relkind = 'm' or (relkind = 'v' and not coalesce(reloptions::text[] @> array['security_invoker=true'], false))
      union all select proname::text from pg_proc f join pg_namespace n on n.oid = f.pronamespace where n.nspname = 'koersvast' and prosecdef`,
  ),
  rule(
    'too-many-rights',
    w(
      'Neem deze rechten terug (revoke): wat is vastgelegd, wijzigt niet.',
      'Take these rights back (revoke): what is recorded does not change.',
    ),
    `select r || ' ' || p || ' ' || t from unnest(array['kv_app', 'kv_public']) r, unnest(array['update', 'delete', 'truncate', 'trigger']) p,
      unnest(array['commit', 'part', 'record', 'blob', 'mention', 'naming', 'workspace', 'migration']) t where has_table_privilege(r, 'koersvast.' || t, p)
      union all select 'kv_public select ' || t from unnest(array['personal', 'retry', 'draft', 'link', 'session', 'migration']) t
        where has_any_column_privilege('kv_public', 'koersvast.' || t, 'select')
      union all select 'kv_public select commit.' || c from unnest(array['by', 'on_behalf_of', 'reason', 'key', 'fingerprint', 'leaves', 'previous_hash', 'hash']) c
        where has_column_privilege('kv_public', 'koersvast.commit', c, 'select')`,
  ),
  // The proof of the pudding: nobody said who asks, so nothing shows.
  rule(
    'rows-without-context',
    w(
      'Werk het schema bij met DATABASE_OWNER_URL: de rijregels houden niets tegen.',
      'Bring the schema up to date with DATABASE_OWNER_URL: the row policies hold nothing back.',
    ),
    `select 'part' where exists (select from part) union all select 'record' where exists (select from record)
      union all select 'commit' where exists (select from commit) union all select 'personal' where exists (select from personal)
      union all select 'retry' where exists (select from retry)
      union all select 'naming' where exists (select from naming)
      union all select 'draft' where exists (select from draft) union all select 'session' where exists (select from session)
      union all select 'passage' where exists (select from passage) union all select 'indexed' where exists (select from indexed)`,
  ),
]

/** Why this store must not be used; undefined when all is well. The first finding leads: the others often follow from it. */
export async function selfTest(engine: Engine): Promise<Refusal | undefined> {
  const login = engine.name === 'postgres' ? ofTheLogin : []
  try {
    return (await look(engine, 'kv_app', [...login, ...ofTheTables])) ?? (await look(engine, 'kv_public', []))
  } catch (error) {
    if (error instanceof StoreFault) return error.refusal
    throw error
  }
}

function look(engine: Engine, role: Role, findings: readonly Finding[]): Promise<Refusal | undefined> {
  return engine.transaction({ mode: 'read', role }, async session => {
    const off = await asFound(session)
    if (off) return off
    await enter(session, {})
    for (const finding of findings) {
      const refusal = await finding(session)
      if (refusal) return refusal
    }
    return undefined
  })
}
