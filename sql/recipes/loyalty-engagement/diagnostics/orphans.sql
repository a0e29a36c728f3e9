-- One row a user or a region of which records speak and which is not known, with the sources that do.
with newcomer as materialized (
  -- Users whose profiles are all later than the as-of date: known, but not of the population.
  select distinct user_id
  from user_profile
  where substr(updated_at, 1, 10) > :as_of
),
mention (id, source) as (
  select user_id, 'user_activity' from user_activity
  union all select user_id, 'engagement_score' from engagement_score
  union all select user_id, 'feature_adoption' from feature_adoption
  union all select user_id, 'retention_action' from retention_action
  union all select user_id, 'support_calls' from support_calls
  union all select user_id, 'support_chats' from support_chats
  union all select user_id, 'issue_tickets' from issue_tickets
  union all select user_id, 'service_requests' from service_requests
  union all select user_id, 'product_support_usage' from product_support_usage
  union all select user_id, 'repeat_engagements' from repeat_engagements
),
region_mention (id, source) as (
  select region_code, 'user_profile' from user_profile
  union all select region_code, 'region_thresholds' from region_thresholds
),
lost as (
  select 'user' as kind, id, source
  from mention
  where not exists (select 1 from population where population.user_id = mention.id)
    and id not in newcomer
  union all
  select 'region', id, source
  from region_mention
  where id not in (select region_code from region)
)
select kind, id, count(*) as records, group_concat(distinct source) as sources
from lost
group by kind, id
order by kind, records desc, id
