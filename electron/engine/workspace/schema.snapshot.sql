CREATE VIEW rejected as
select record, import, cells, (
  select group_concat(coalesce(column_name || ':', '') || code, '|' order by position)
  from fault
  where fault.record = quarantine.record and not lifted
) as codes
from quarantine
where state <> 'corrected';

CREATE TABLE audit (
  audit integer primary key,
  name text not null,
  made_at text not null, -- UTC instant
  setup text not null, -- JSON: its key and its files with their columns
  report text not null -- JSON, as audit.json has it
) strict;

CREATE TABLE correction (
  correction integer primary key,
  act integer not null,
  made_at text not null, -- UTC instant
  kind text not null check (kind in ('cell', 'record', 'set aside')),
  source text not null,
  sha256 text not null, -- of the file whose records it changes
  file text not null,
  line integer, -- null: every record of the file with the fault and the text
  column_name text,
  code text,
  old_text text, -- of the cell, trimmed; for a record its cells as a JSON array
  new_text text,
  note text,
  active integer not null check (active in (0, 1))
) strict;

CREATE TABLE correction_record (
  record integer not null references quarantine on delete cascade,
  correction integer not null references correction,
  primary key (record, correction)
) strict, without rowid;

CREATE TABLE export (
  export integer primary key,
  receipt text not null -- JSON
) strict;

CREATE TABLE fault (
  record integer not null references quarantine on delete cascade,
  position integer not null,
  column_name text,
  code text not null,
  holder integer, lifted integer not null default 0 check (lifted in (0, 1)), arisen integer not null default 0 check (arisen in (0, 1)),
  primary key (record, position)
) strict, without rowid;

CREATE TABLE history_out (
  table_name text not null,
  run integer not null,
  primary key (table_name, run)
) strict, without rowid;

CREATE TABLE import (
  import integer primary key,
  source text not null references source,
  file text not null,
  bytes integer not null,
  sha256 text not null,
  encoding text not null,
  delimiter text not null,
  header text not null, -- JSON array of the header's cells as written
  warnings text not null, -- JSON array of sentences: what was assumed
  read integer not null,
  accepted integer not null,
  rejected integer not null
, path text not null default '', reading text not null default '{}', reading_from text, places text not null default '{}', assumptions text, judged_as_of text, shape text not null default 'delimited' check (shape in ('delimited', 'json lines', 'json array')), milliseconds integer) strict;

CREATE TABLE quarantine (
  record integer primary key,
  import integer not null references import on delete cascade,
  cells text not null -- JSON array of the original cells
, state text not null default 'open' check (state in ('open', 'set aside', 'corrected')), corrected_cells text, note text) strict;

CREATE TABLE recipe_copy (
  path text primary key, -- within the recipe's folder
  text text not null,
  original text not null -- as the recipe had it when the copy was made
) strict, without rowid;

CREATE TABLE remembered_reading (
  source text not null,
  header text not null, -- JSON array of the header's cells as compared
  reading text not null,
  file text not null, -- the file for which it was decided
  primary key (source, header)
) strict, without rowid;

CREATE TABLE run (
  run integer primary key,
  as_of text not null,
  params text not null, -- JSON object
  recipe text not null, -- JSON: the recipe as it was, with its SQL
  inputs text not null, -- JSON array of {name, bytes, sha256}
  reconciliation text not null -- JSON
, made_at text not null default '', corrections text not null default '[]', imports text not null default '[]', published_at text, published text not null default '[]', cautions text not null default '[]', history_out text not null default '[]') strict;

CREATE TABLE saved_query (
  name text primary key,
  sql text not null
) strict;

CREATE TABLE source (
  source text primary key,
  definition text not null
) strict;

CREATE TABLE waiting_file (
  file text primary key, -- as the host names it
  path text not null,
  name text not null,
  bytes integer not null,
  source text,
  needs text not null check (needs in ('source', 'columns', 'file')),
  problem text not null,
  next_step text not null
) strict;

CREATE TABLE workspace (
  only_row integer primary key check (only_row = 1),
  recipe text not null
, recipe_text text) strict;

CREATE INDEX correction_by_file on correction (sha256);

CREATE INDEX correction_record_by_correction on correction_record (correction);

CREATE INDEX quarantine_by_import on quarantine (import);

CREATE INDEX quarantine_by_state on quarantine (state) where state <> 'open';
