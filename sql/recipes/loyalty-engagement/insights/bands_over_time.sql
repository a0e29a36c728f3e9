-- One row a snapshot and a band: of each day what its last run measured.
with latest as (
  select max(run) as run, as_of
  from earlier_measure
  group by as_of
),
kept as (
  -- Without what was taken out of the snapshots.
  select run, as_of
  from latest
  where exists (select 1 from earlier_snapshot as snapshot where snapshot.as_of = latest.as_of and snapshot.run = latest.run)
)
select as_of as snapshot, in_words(source) as band, part as users
from earlier_measure
join kept using (run, as_of)
where measure = 'band_shift'
order by as_of, instr('high medium low unscored no_threshold', source)
