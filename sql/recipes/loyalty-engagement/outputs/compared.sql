-- One row a check of the monitor: what the run measured and what earlier ones did, each as a part of a whole.
with lately as materialized (
  select distinct run
  from earlier_measure
  order by run desc
  limit 7
),
kept as (
  -- Of each day the run that made its snapshot; a day without users has none.
  select max(run) as run, as_of
  from earlier_measure
  where measure = 'band_shift' and source = 'high' and as_of < :as_of
  group by as_of
),
before as (
  -- What was taken out of the snapshots is no measure either.
  select run
  from kept
  where exists (select 1 from earlier_snapshot as snapshot where snapshot.as_of = kept.as_of and snapshot.run = kept.run)
  order by as_of desc
  limit 1
),
earlier as (
  -- Twice the median, as a median may lie halfway between two counts.
  select measure, source, cast(2 * median(part) as integer) as part, 2 as whole
  from earlier_measure
  join lately using (run)
  where measure = 'volume'
  group by measure, source
  union all
  select measure, source, part, whole
  from earlier_measure
  where measure = 'nulls'
    and run = (select max(run) from lately)
  union all
  select measure, source, part, whole
  from earlier_measure
  where measure in ('score_shift', 'band_shift')
    and run = (select run from before)
)
select
  place,
  measure as "check",
  source,
  measures.part,
  -- Of no records none are empty, and of no users none are high; but of no scores there is no average.
  case measure when 'score_shift' then nullif(measures.whole, 0) else max(measures.whole, 1) end as whole,
  earlier.part as earlier_part,
  case measure when 'score_shift' then nullif(earlier.whole, 0) else max(earlier.whole, 1) end as earlier_whole
from measures
left join earlier using (measure, source)
where measure <> 'band_shift' or source in ('high', 'low')
order by place
