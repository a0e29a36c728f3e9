-- The workspace: what it is for, the files as loaded, the quarantine, the runs.
-- A record's number is (import << 32) + the line on which it starts; it orders records by file, then by line.

create table workspace (
  only_row integer primary key check (only_row = 1),
  recipe text not null
) strict;

-- One row a source; the definition (columns, types, keys) under which its records were accepted.
create table source (
  source text primary key,
  definition text not null
) strict;

-- One row a file that is loaded at present.
create table import (
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
) strict;

-- One row a rejected record.
create table quarantine (
  record integer primary key,
  import integer not null references import on delete cascade,
  cells text not null -- JSON array of the original cells
) strict;

create index quarantine_by_import on quarantine (import);

-- One row a fault of a rejected record; column_name is null for a fault of the whole record,
-- holder is the earlier record that has the key.
create table fault (
  record integer not null references quarantine on delete cascade,
  position integer not null,
  column_name text,
  code text not null,
  holder integer,
  primary key (record, position)
) strict, without rowid;

-- One row a rejected record, its codes joined by | as the rejected file has them.
create view rejected as
select record, import, cells, (
  select group_concat(coalesce(column_name || ':', '') || code, '|' order by position)
  from fault
  where fault.record = quarantine.record
) as codes
from quarantine;

-- One row a finished run.
create table run (
  run integer primary key,
  as_of text not null,
  params text not null, -- JSON object
  recipe text not null, -- JSON: the recipe as it was, with its SQL
  inputs text not null, -- JSON array of {name, bytes, sha256}
  reconciliation text not null -- JSON
) strict;
