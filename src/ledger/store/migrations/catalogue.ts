import type { Owner } from './migrate.ts'

/** Each query gives lines (group, line): what a schema is, told by the catalogue alike on every engine and version. */
const tables = `select c.relname, '  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
    || case when l.collname <> 'default' then ' collate "' || l.collname || '"' else '' end || case when a.attnotnull then ' not null' else '' end
    || coalesce(case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
      else ' default ' || pg_get_expr(d.adbin, d.adrelid) end, '')
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum left join pg_collation l on l.oid = a.attcollation
  where n.nspname = 'koersvast' and c.relkind in ('r', 'p') order by c.relname, a.attnum`

const constraints = `select c.relname, '  ' || pg_get_constraintdef(k.oid)
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = 'koersvast' and k.contype in ('p', 'u', 'f', 'c') order by c.relname, k.contype desc, pg_get_constraintdef(k.oid) collate "C"`

const indexes = `select tablename, indexdef || ';' from pg_indexes i where schemaname = 'koersvast'
  and not exists (select from pg_constraint k where k.conname = i.indexname) order by tablename, indexname`

const security = `select c.relname, 'alter table ' || c.relname || case when relrowsecurity then '' else ' NO' end || ' row level security'
    || case when relforcerowsecurity then ', forced' else ', NOT FORCED' end || ';'
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'koersvast' and c.relkind in ('r', 'p') order by 1`

const policies = `select tablename, 'create policy ' || policyname || ' on ' || tablename || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
    || coalesce(e'\\n  using (' || qual || ')', '') || coalesce(e'\\n  with check (' || with_check || ')', '') || ';'
  from pg_policies where schemaname = 'koersvast' order by tablename, policyname`

const grants = `select t, 'grant ' || string_agg(p, ', ' order by p) || ' on ' || t || ' to ' || r || ';' from (
    select table_name::text t, lower(privilege_type) p, grantee::text r from information_schema.role_table_grants
      where table_schema = 'koersvast' and grantee in ('kv_app', 'kv_public')
    union all select table_name, 'select (' || string_agg(column_name, ', ' order by column_name) || ')', grantee from information_schema.column_privileges o
      where table_schema = 'koersvast' and grantee in ('kv_app', 'kv_public') and privilege_type = 'SELECT' and not exists (
        select from information_schema.role_table_grants w where w.table_schema = 'koersvast' and w.table_name = o.table_name and w.grantee = o.grantee
          and w.privilege_type = 'SELECT') group by table_name, grantee
  ) g group by t, r order by t, r`

async function grouped(owner: Owner, query: string): Promise<Map<string, string[]>> {
  const rows = await owner.rows(query)
  return new Map([...Map.groupBy(rows, ([table]) => String(table))].map(([table, some]) => [table, some.map(([, line]) => String(line))]))
}

/** The schema as text, table by table. Read, not run: the migrations make it. */
export async function schemaText(owner: Owner): Promise<string> {
  const columns = await grouped(owner, tables)
  const checks = await grouped(owner, constraints)
  const after = [
    await grouped(owner, indexes),
    await grouped(owner, security),
    await grouped(owner, policies),
    await grouped(owner, grants),
  ]
  return [...columns]
    .map(([table, lines]) => {
      const inside = [...lines, ...(checks.get(table) ?? [])].join(',\n')
      return `create table ${table} (\n${inside}\n);\n${after.flatMap(group => group.get(table) ?? []).join('\n')}\n`
    })
    .join('\n')
}
