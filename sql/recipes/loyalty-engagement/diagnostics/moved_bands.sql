-- One row a user who is in another band than in the snapshot before, or new, or gone; none where there is no such snapshot.
with day as (
  select as_of as day
  from earlier_snapshot
  where as_of < :as_of
  order by as_of desc
  limit 1
),
last_snapshot as (
  select user_id, engagement_band, engagement_score
  from earlier_snapshot
  where as_of = (select day from day)
),
pair (user_id, before, now, score_before, score) as (
  select user_id, earlier.engagement_band, master.engagement_band, earlier.engagement_score, master.score
  from user_master as master
  left join last_snapshot as earlier using (user_id)
  union all
  select user_id, engagement_band, null, engagement_score, null
  from last_snapshot
  where not exists (select 1 from population where population.user_id = last_snapshot.user_id)
)
select user_id, coalesce(before, 'not there') as before, coalesce(now, 'gone') as now, score_before, score
from pair
cross join day
where before is not now
order by before, now, user_id
