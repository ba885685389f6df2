-- The ledger. Every key begins with the workspace: chains, policies and a later distribution over machines go by it.
-- Two roles, never logged in with: each transaction begins by becoming one of them.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kv_app') then
    create role kv_app nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of this server made it just now
end $$;
do $$
begin
  if not exists (select from pg_roles where rolname = 'kv_public') then
    create role kv_public nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then null;
end $$;
grant usage on schema koersvast to kv_app, kv_public;

create table workspace (
  workspace text collate "C" primary key check (workspace ~ '^[a-z0-9][a-z0-9-]{0,62}$')
);

create table commit (
  workspace text collate "C" not null references workspace,
  seq bigint not null check (seq > 0),
  at timestamptz(3) not null,
  by text not null,
  on_behalf_of text,
  command text not null,
  reason text,
  key text not null,
  fingerprint text not null,
  leaves text not null,
  previous_hash text not null,
  hash text not null,
  primary key (workspace, seq),
  unique (workspace, by, key)
);
create index commit_by_time on commit (workspace, at, seq);
create index commit_by_hash on commit (workspace, hash);

-- `address`, `series` and `number` follow from the code: a column of their own, because an index on lower(code) is of no use under
-- row policies (lower is not leakproof), and because the next number of a series must not cost a scan under the head lock.
create table record (
  workspace text collate "C" not null references workspace,
  kind text collate "C" not null,
  id text collate "C" not null,
  code text collate "C" not null,
  label text collate "C" not null check (label in ('public', 'internal')),
  address text collate "C" generated always as (lower(code)) stored,
  series text collate "C" generated always as (regexp_replace(lower(code), '-[0-9]{1,15}(i?)$', '-\1')) stored,
  number bigint generated always as (substring(code from '-([0-9]{1,15})i?$')::bigint) stored,
  primary key (workspace, kind, id),
  unique (workspace, id),
  unique (workspace, address)
);
create index record_by_series on record (workspace, series, number);

-- One row per label of a version. The key is the order in which the version that holds is looked up: the last of its (kind, id, label).
create table part (
  workspace text collate "C" not null,
  kind text collate "C" not null,
  id text collate "C" not null,
  label text collate "C" not null check (label in ('public', 'internal')),
  since date not null,
  seq bigint not null,
  shape integer not null,
  body text not null,
  evidence text not null,
  primary key (workspace, kind, id, label, since, seq),
  foreign key (workspace, seq) references commit deferrable initially deferred,
  foreign key (workspace, kind, id) references record deferrable initially deferred
);
create index part_by_commit on part (workspace, seq, label);

create table blob (
  workspace text collate "C" not null references workspace,
  hash text collate "C" not null,
  bytes bytea not null,
  primary key (workspace, hash)
);
-- Which hashes stand in the body of a part of which label: who sees such a part may read the blob, and nobody else.
create table mention (
  workspace text collate "C" not null references workspace,
  hash text collate "C" not null,
  label text collate "C" not null check (label in ('public', 'internal')),
  primary key (workspace, hash, label)
);

-- The only table of the ledger from which rows may go.
create table personal (
  workspace text collate "C" not null references workspace,
  key text collate "C" not null,
  salt text not null,
  value text not null,
  primary key (workspace, key)
);

-- What is not in the ledger: not said yet, or who is signed in.
create table draft (
  workspace text collate "C" not null references workspace,
  person text collate "C" not null,
  key text collate "C" not null,
  value text not null,
  primary key (workspace, person, key)
);
create table link (
  workspace text collate "C" not null references workspace,
  hash text collate "C" not null,
  person text collate "C" not null,
  expires timestamptz(3) not null,
  primary key (workspace, hash)
);
create index link_by_hash on link (hash);
create table session (
  workspace text collate "C" not null references workspace,
  hash text collate "C" not null,
  person text collate "C" not null,
  started timestamptz(3) not null,
  seen timestamptz(3) not null,
  primary key (workspace, hash)
);
create index session_by_hash on session (hash);
create index session_by_person on session (workspace, person);
