-- One row a run and a source, of the last 30 runs.
with lately as (
  select distinct run
  from earlier_measure
  order by run desc
  limit 30
)
select 'run ' || run || ', ' || as_of as run, source, part as records
from earlier_measure
join lately using (run)
where measure = 'volume'
order by earlier_measure.run, place
