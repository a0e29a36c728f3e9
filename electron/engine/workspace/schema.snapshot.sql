CREATE VIEW rejected as
select record, import, cells, (
  select group_concat(coalesce(column_name || ':', '') || code, '|' order by position)
  from fault
  where fault.record = quarantine.record
) as codes
from quarantine;

CREATE TABLE fault (
  record integer not null references quarantine on delete cascade,
  position integer not null,
  column_name text,
  code text not null,
  holder integer,
  primary key (record, position)
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
) strict;

CREATE TABLE quarantine (
  record integer primary key,
  import integer not null references import on delete cascade,
  cells text not null -- JSON array of the original cells
) strict;

CREATE TABLE run (
  run integer primary key,
  as_of text not null,
  params text not null, -- JSON object
  recipe text not null, -- JSON: the recipe as it was, with its SQL
  inputs text not null, -- JSON array of {name, bytes, sha256}
  reconciliation text not null -- JSON
) strict;

CREATE TABLE source (
  source text primary key,
  definition text not null
) strict;

CREATE TABLE workspace (
  only_row integer primary key check (only_row = 1),
  recipe text not null
) strict;

CREATE INDEX quarantine_by_import on quarantine (import);
