-- One row a run and a source, of the last 30 runs; empty where there was nothing to time.
with lately as (
  select distinct run
  from source_load
  order by run desc
  limit 30
)
select
  'run ' || run || ', ' || as_of as run,
  source,
  1000 * nullif(read, 0) / nullif(milliseconds, 0) as records_a_second
from source_load
join lately using (run)
order by source_load.run, source
