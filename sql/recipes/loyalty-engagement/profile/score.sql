-- One row a snapshot of the user and a figure: the score, and the thresholds of the region today.
with snapshot as materialized (
  select as_of, engagement_score
  from earlier_snapshot
  where user_id = :user_id
),
figure (place, figure, value) as (
  select 2, 'High from', high_threshold
  from user_master
  where user_id = :user_id
  union all
  select 3, 'Low below', low_threshold
  from user_master
  where user_id = :user_id
)
select as_of as snapshot, 1 as place, 'Score' as figure, engagement_score as score
from snapshot
union all
select snapshot.as_of, figure.place, figure.figure, figure.value
from snapshot
cross join figure
order by snapshot, place
