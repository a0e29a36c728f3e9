-- One row a measure of the run, exact: a number, or a part of a whole where there is a whole.
with total as materialized (
  select
    count(*) as users,
    coalesce(sum(score), 0) as score_sum,
    count(score) as scored,
    count(*) filter (where engagement_band = 'high') as high,
    count(*) filter (where engagement_band = 'medium') as medium,
    count(*) filter (where engagement_band = 'low') as low,
    count(*) filter (where engagement_band = 'unscored') as unscored,
    count(*) filter (where engagement_band = 'no_threshold') as no_threshold
  from user_master
),
fact as materialized (
  select facts.place, source, facts.latest_time, facts.orphans, loaded.read, loaded.accepted, loaded.rejected
  from facts_of_sources as facts
  join loaded using (source)
)
select 100 + place as place, 'volume' as measure, source, accepted as part, null as whole
from fact
union all
select 200 + place, 'rejected', source, rejected, read
from fact
union all
select 300 + place, 'freshness', source, days_between(latest_time, :as_of), null
from fact
where source <> 'region_metadata'
union all
select 400 + place, 'nulls', source, empty, records
from empty_values
union all
select 500 + place, 'orphans', source, orphans, accepted
from fact
where source <> 'region_metadata'
union all
select 600, 'score_shift', 'engagement_score', score_sum, scored
from total
union all
select 701, 'band_shift', 'high', high, users
from total
union all
select 702, 'band_shift', 'low', low, users
from total
union all
select 703, 'band_shift', 'medium', medium, users
from total
union all
select 704, 'band_shift', 'unscored', unscored, users
from total
union all
select 705, 'band_shift', 'no_threshold', no_threshold, users
from total
order by place
