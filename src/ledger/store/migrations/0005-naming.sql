-- Which records name an official identity (kst-30821-251, TZ202501-001) in a part of which label: an index on what stands within bodies, so that
-- who named a document is looked up instead of read through. It follows from the bodies; what it finds is held against them again.
-- What an identity looks like stands in `statements/parts.ts` too: letters, digits and dots in two pieces or more, with a digit, and no id.
create table naming (
  workspace text collate "C" not null references workspace,
  kind text collate "C" not null,
  identity text collate "C" not null,
  id text collate "C" not null,
  label text collate "C" not null check (label in ('public', 'internal')),
  primary key (workspace, kind, identity, id, label)
);
insert into naming (workspace, kind, identity, id, label)
  select distinct p.workspace, p.kind, m[1], p.id, p.label
  from part p, regexp_matches(p.body, '"([A-Za-z][A-Za-z0-9.]*(?:-[A-Za-z0-9.]+)+)"(?!:)', 'g') m
  where length(m[1]) <= 60 and m[1] ~ '[0-9]' and m[1] !~ '^[0-9a-f]{8}-[0-9a-f]{4}-';

grant select, insert on naming to kv_app;
grant select on naming to kv_public;
alter table naming enable row level security;
alter table naming force row level security;
create policy naming_read on naming for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
  );
create policy naming_add on naming for insert to kv_app
  with check (
    workspace = (select current_setting('kv.workspace', true))
    and label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
  );
