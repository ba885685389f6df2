-- Who may do what, and which rows they see. Settings stand in a subquery, so that they are read once and not for every row.
-- No context: an empty workspace, an empty list of labels, so no row.
grant select on migration to kv_app;
grant select, insert on workspace, commit, record, part, blob, mention to kv_app;
grant select, insert, delete on personal, link to kv_app;
grant select, insert, update, delete on draft, session to kv_app;
grant select (workspace, seq, at, command) on commit to kv_public;
grant select on record, part, blob, mention to kv_public;

do $$
declare it text;
begin
  foreach it in array array['migration', 'workspace', 'commit', 'record', 'part', 'blob', 'mention', 'personal', 'draft', 'link', 'session'] loop
    execute format('alter table %I enable row level security', it);
    execute format('alter table %I force row level security', it);
  end loop;
end $$;

create policy migration_read on migration for select to kv_app using (true);

-- `*` is no name that a workspace can have: it asks for the list of them.
create policy workspace_read on workspace for select to kv_app
  using (workspace = (select current_setting('kv.workspace', true)) or (select current_setting('kv.workspace', true)) = '*');
create policy workspace_add on workspace for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));

create policy part_read on part for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
  );
create policy part_add on part for insert to kv_app
  with check (
    workspace = (select current_setting('kv.workspace', true))
    and label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
  );

-- A commit that touched nothing public is not there for the public: neither its moment nor the name of its command.
create policy commit_read on commit for select to kv_app
  using (workspace = (select current_setting('kv.workspace', true)));
create policy commit_read_public on commit for select to kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and exists (select from part p where p.workspace = commit.workspace and p.seq = commit.seq)
  );
create policy commit_add on commit for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));

-- The label at birth says nothing about now: a record shows from its first part that shows, and its code no earlier.
-- Above the public label most are seen by their birth; the look for a part is for those that were lowered.
create policy record_read on record for select to kv_app
  using (
    workspace = (select current_setting('kv.workspace', true))
    and (
      label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
      or exists (select from part p where p.workspace = record.workspace and p.kind = record.kind and p.id = record.id)
    )
  );
create policy record_read_public on record for select to kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and exists (select from part p where p.workspace = record.workspace and p.kind = record.kind and p.id = record.id)
  );
create policy record_add on record for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));

create policy mention_read on mention for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and label = any ((select string_to_array(current_setting('kv.labels', true), ','))::text[])
  );
create policy mention_add on mention for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));
create policy blob_read on blob for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and exists (select from mention m where m.workspace = blob.workspace and m.hash = blob.hash)
  );
create policy blob_add on blob for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));

create policy personal_own on personal for all to kv_app
  using (workspace = (select current_setting('kv.workspace', true)));

create policy draft_own on draft for all to kv_app
  using (
    workspace = (select current_setting('kv.workspace', true))
    and person = (select current_setting('kv.person', true))
  );

-- Before anybody is known there is only the hash of a secret: who has it sees its row; a workspace sees its own.
create policy link_by_secret on link for all to kv_app
  using (hash = (select current_setting('kv.hash', true)) or workspace = (select current_setting('kv.workspace', true)));
create policy session_by_secret on session for all to kv_app
  using (hash = (select current_setting('kv.hash', true)) or workspace = (select current_setting('kv.workspace', true)));
