-- One row a record whose user, or whose region, is not known.
with newcomer as materialized (
  -- Users whose profiles are all later than the as-of date: known, but not of the population.
  select distinct user_id
  from user_profile
  where substr(updated_at, 1, 10) > :as_of
),
mention (record, user_id, region_code, time) as (
  select record, user_id, region_code, updated_at from user_profile where :x = 'user_profile'
  union all select record, user_id, null, activity_ts from user_activity where :x = 'user_activity'
  union all select record, user_id, null, scored_at from engagement_score where :x = 'engagement_score'
  union all select record, user_id, null, adopted_on from feature_adoption where :x = 'feature_adoption'
  union all select record, user_id, null, action_date from retention_action where :x = 'retention_action'
  union all select record, user_id, null, measured_on from support_calls where :x = 'support_calls'
  union all select record, user_id, null, started_at from support_chats where :x = 'support_chats'
  union all select record, user_id, null, opened_on from issue_tickets where :x = 'issue_tickets'
  union all select record, user_id, null, requested_on from service_requests where :x = 'service_requests'
  union all select record, user_id, null, viewed_at from product_support_usage where :x = 'product_support_usage'
  union all select record, user_id, null, period_end from repeat_engagements where :x = 'repeat_engagements'
  union all select record, null, region_code, valid_from from region_thresholds where :x = 'region_thresholds'
)
select mention.user_id, mention.region_code, mention.time, import.file, mention.record & 0xffffffff as line
from mention
join import on import.import = import_of(mention.record)
where case
  when mention.region_code is null then
    not exists (select 1 from population where population.user_id = mention.user_id)
    and mention.user_id not in newcomer
  else mention.region_code not in (select region_code from region)
end
order by mention.record
