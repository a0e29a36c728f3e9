-- One row a source, in the order of the recipe: its latest time, and its records whose user or region is not there.
with newcomer as materialized (
  -- Users whose profiles are all later than the as-of date: known, but not of the population.
  select distinct user_id
  from user_profile
  where substr(updated_at, 1, 10) > :as_of
),
active_user (user_id, records) as (
  -- The most records are of activity: those that are summed up by user are not looked up one by one.
  select user_id, records from activity_summary
  union all
  select user_id, 1 from user_activity where substr(activity_ts, 1, 10) > :as_of
)
select 1 as place, 'user_profile' as source, max(updated_at) as latest_time, count(*) - count(region.record) as orphans
from user_profile
left join region using (region_code)
union all
select
  2,
  'user_activity',
  (select max(activity_ts) from user_activity),
  coalesce(sum(records), 0)
from active_user as user
where not exists (select 1 from population as known where known.user_id = user.user_id)
  and user_id not in newcomer
union all
select 3, 'engagement_score', max(scored_at), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from engagement_score as theirs
union all
select 4, 'feature_adoption', max(adopted_on), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from feature_adoption as theirs
union all
select 5, 'retention_action', max(action_date), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from retention_action as theirs
union all
select 6, 'support_calls', max(measured_on), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from support_calls as theirs
union all
select 7, 'support_chats', max(started_at), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from support_chats as theirs
union all
select 8, 'issue_tickets', max(opened_on), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from issue_tickets as theirs
union all
select 9, 'service_requests', max(requested_on), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from service_requests as theirs
union all
select 10, 'product_support_usage', max(viewed_at), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from product_support_usage as theirs
union all
select 11, 'repeat_engagements', max(period_end), count(*) filter (
  where not exists (select 1 from population as known where known.user_id = theirs.user_id) and user_id not in newcomer
)
from repeat_engagements as theirs
union all
select 12, 'region_metadata', null, null
union all
select 13, 'region_thresholds', max(valid_from), count(*) - count(region.record)
from region_thresholds
left join region using (region_code)
order by place
