-- One row a snapshot and a band: of each day what its last run measured.
with kept as (
  select max(run) as run, as_of
  from earlier_measure
  group by as_of
)
select as_of as snapshot, in_words(source) as band, part as users
from earlier_measure
join kept using (run, as_of)
where measure = 'band_shift'
order by as_of, instr('high medium low unscored no_threshold', source)
