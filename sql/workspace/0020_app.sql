-- What the app adds: the recipe itself, how each file is read, corrections, exports, saved queries.

-- The recipe as text, so that a workspace can be opened where the recipe's folder is not: JSON {folder, files}.
alter table workspace add column recipe_text text;

alter table import add column path text not null default ''; -- where the file was when it was loaded
alter table import add column reading text not null default '{}'; -- JSON: what the user decided about reading it
alter table import add column reading_from text; -- the file for which that was decided; null: this one
alter table import add column places text not null default '{}'; -- JSON: where each column of the source stands in the file
alter table import add column assumptions text; -- JSON: what was taken for granted; null where nobody asked for it

-- What became of a rejected record: open, set aside or corrected, that is, accepted with other cells.
alter table quarantine add column state text not null default 'open' check (state in ('open', 'set aside', 'corrected'));
alter table quarantine add column corrected_cells text; -- JSON array, null without a correction
alter table quarantine add column note text;

-- A fault is lifted where corrected cells no longer have it; one that came with corrected cells is arisen.
alter table fault add column lifted integer not null default 0 check (lifted in (0, 1));
alter table fault add column arisen integer not null default 0 check (arisen in (0, 1));

create index quarantine_by_state on quarantine (state) where state <> 'open';

-- One row a rejected record that is still rejected, with the codes that it still has.
drop view rejected;
create view rejected as
select record, import, cells, (
  select group_concat(coalesce(column_name || ':', '') || code, '|' order by position)
  from fault
  where fault.record = quarantine.record and not lifted
) as codes
from quarantine
where state <> 'corrected';

-- One row a correction; those of one act are made and undone together. Nothing is ever deleted here.
create table correction (
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

create index correction_by_file on correction (sha256);

-- Which records each active correction touches at present; written when corrections are applied.
create table correction_record (
  record integer not null references quarantine on delete cascade,
  correction integer not null references correction,
  primary key (record, correction)
) strict, without rowid;

create index correction_record_by_correction on correction_record (correction);

-- One row a header that the user has explained: how the next file of the source with that header is read.
create table remembered_reading (
  source text not null,
  header text not null, -- JSON array of the header's cells as compared
  reading text not null,
  file text not null, -- the file for which it was decided
  primary key (source, header)
) strict, without rowid;

-- One row a file that was dropped and is not loaded.
create table waiting_file (
  file text primary key, -- as the host names it
  path text not null,
  name text not null,
  bytes integer not null,
  source text,
  needs text not null check (needs in ('source', 'columns', 'file')),
  problem text not null,
  next_step text not null
) strict;

alter table run add column made_at text not null default '';
alter table run add column corrections text not null default '[]'; -- JSON array of the numbers of the active corrections
alter table run add column imports text not null default '[]'; -- JSON array of {source, file, sha256, reading, accepted}

-- One row an export: its receipt.
create table export (
  export integer primary key,
  receipt text not null -- JSON
) strict;

-- One row a query that the user has saved.
create table saved_query (
  name text primary key,
  sql text not null
) strict;
