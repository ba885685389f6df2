-- What is sought: the paragraphs of the texts that lie in `blob`. All of it follows from the text and the language it is read in, so it may be
-- emptied and made again at any time (`koersvast search --rebuild`); no proof looks at it.
create table indexed (
  workspace text collate "C" not null references workspace,
  hash text collate "C" not null,
  language text collate "C" not null check (language in ('nl', 'en', 'other')),
  edition integer not null,
  passages integer not null,
  whole boolean not null,
  primary key (workspace, hash, language)
);
-- `n` is the number of the paragraph, `start` and `ending` its place in the text in UTF-16 code units; a very long one is cut and has several rows.
create table passage (
  workspace text collate "C" not null,
  hash text collate "C" not null,
  language text collate "C" not null check (language in ('nl', 'en', 'other')),
  start integer not null,
  ending integer not null,
  n integer not null,
  words text not null,
  lexemes tsvector not null,
  primary key (workspace, hash, language, start)
);
create index passage_by_lexeme on passage using gin (lexemes);

grant select, insert, delete on indexed, passage to kv_app;
grant select on indexed, passage to kv_public;
do $$
declare it text;
begin
  foreach it in array array['indexed', 'passage'] loop
    execute format('alter table %I enable row level security', it);
    execute format('alter table %I force row level security', it);
  end loop;
end $$;

-- As with blobs: who sees a part that names the text may see that it is indexed, and find in it.
create policy indexed_read on indexed for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and hash in (select m.hash from mention m where m.workspace = (select current_setting('kv.workspace', true)))
  );
create policy indexed_add on indexed for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));
create policy indexed_drop on indexed for delete to kv_app
  using (workspace = (select current_setting('kv.workspace', true)));

-- What is sought stands in the policy itself. `@@` is not leakproof, so a condition of the question would be tried after the policy, on every
-- row of the table; as a part of the policy it is looked up in the index. Nothing sought: no row.
create policy passage_sought on passage for select to kv_app, kv_public
  using (
    workspace = (select current_setting('kv.workspace', true))
    and lexemes @@ (select nullif(current_setting('kv.sought', true), '')::tsquery)
    and hash in (select m.hash from mention m where m.workspace = (select current_setting('kv.workspace', true)))
  );
create policy passage_add on passage for insert to kv_app
  with check (workspace = (select current_setting('kv.workspace', true)));
-- Of one text at a time, which the transaction names: its rows cannot be picked out by a question, since only what is sought is seen.
create policy passage_drop on passage for delete to kv_app
  using (workspace = (select current_setting('kv.workspace', true)) and hash = (select current_setting('kv.hash', true)));
