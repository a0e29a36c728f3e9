-- What a run is to be taken with care for, and what of the histories it was kept from seeing.

alter table run add column cautions text not null default '[]'; -- JSON list of sentences
alter table run add column history_out text not null default '[]'; -- JSON list of what stands in history_out then

-- Which run's rows of which history table are taken out: they stay, and no query sees them.
create table history_out (
  table_name text not null,
  run integer not null,
  primary key (table_name, run)
) strict, without rowid;
