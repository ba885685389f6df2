-- What a retry is compared with, apart from the chain: `commit.fingerprint` is SHA-256(salt ‖ value), so without this row nobody can try out what
-- was said. Rows go once a retry is no longer to be expected, and when somebody is erased whose data the act held.
create table retry (
  workspace text collate "C" not null references workspace,
  seq bigint not null,
  at timestamptz(3) not null,
  salt text not null,
  value text not null,
  primary key (workspace, seq)
);
create index retry_by_time on retry (workspace, at);

grant select, insert, delete on retry to kv_app;
alter table retry enable row level security;
alter table retry force row level security;
create policy retry_own on retry for all to kv_app
  using (workspace = (select current_setting('kv.workspace', true)));
