-- One row a user or a region whose latest records are of one time, so that the later line decided.
with tie (place, source, id, time, records) as (
  select 1, 'user_profile', user_id, updated_at, count(*)
  from user_profile
  join current_user using (user_id, updated_at)
  group by user_id
  union all
  select 2, 'engagement_score', user_id, scored_at, count(*)
  from engagement_score
  join current_score using (user_id, scored_at)
  group by user_id
  union all
  select 3, 'support_calls', user_id, measured_on, count(*)
  from support_calls
  join current_calls using (user_id, measured_on)
  group by user_id
  union all
  select 4, 'repeat_engagements', user_id, period_end, count(*)
  from repeat_engagements
  join current_repeats using (user_id, period_end)
  group by user_id
  union all
  select 5, 'region_thresholds', region_code, valid_from, count(*)
  from region_thresholds
  join current_threshold using (region_code, valid_from)
  group by region_code
)
select source, id, time, records
from tie
where records > 1
order by place, id
