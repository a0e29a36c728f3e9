-- Which records each active correction touches at present; written when corrections are applied.
create table correction_record (
  record integer not null references quarantine on delete cascade,
  correction integer not null references correction,
  primary key (record, correction)
) strict, without rowid;

create index correction_record_by_correction on correction_record (correction);
