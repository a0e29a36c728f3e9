-- One row a source.
with repeated as (
  select source, sum(records) as records
  from rejected_code
  where code like '%duplicate_key'
  group by source
)
select
  source,
  loaded.accepted,
  loaded.rejected,
  coalesce(repeated.records, 0) as repeated,
  facts.orphans,
  ratio(facts.orphans, loaded.accepted, 4) as share,
  substr(facts.latest_time, 1, 10) as latest
from facts_of_sources as facts
join loaded using (source)
left join repeated using (source)
order by facts.place
