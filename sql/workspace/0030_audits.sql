-- Audits of pipelines that run elsewhere. What an audit has read and found out stands in tables of its own, audit_<number>_….

-- One row an audit.
create table audit (
  audit integer primary key,
  name text not null,
  made_at text not null, -- UTC instant
  setup text not null, -- JSON: its key and its files with their columns
  report text not null -- JSON, as audit.json has it
) strict;
