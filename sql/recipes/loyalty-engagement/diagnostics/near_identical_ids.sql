-- One row a user id that differs from another only by leading zeros or case, with a source that has it.
with mention (source, user_id) as (
  select 'user_activity', user_id from user_activity
  union all select 'engagement_score', user_id from engagement_score
  union all select 'feature_adoption', user_id from feature_adoption
  union all select 'retention_action', user_id from retention_action
  union all select 'support_calls', user_id from support_calls
  union all select 'support_chats', user_id from support_chats
  union all select 'issue_tickets', user_id from issue_tickets
  union all select 'service_requests', user_id from service_requests
  union all select 'product_support_usage', user_id from product_support_usage
  union all select 'repeat_engagements', user_id from repeat_engagements
),
spelled as (
  -- Where two spellings meet, at least one is of the profiles, or both are of users that are not known.
  select distinct 'user_profile' as source, user_id
  from user_profile
  union
  select source, user_id
  from mention
  where not exists (select 1 from population where population.user_id = mention.user_id)
),
plain as materialized (
  select source, user_id, folded(ltrim(cast(user_id as text), '0')) as plain_id
  from spelled
),
ambiguous as (
  select plain_id
  from plain
  group by plain_id
  having count(distinct user_id) > 1
)
select plain_id, user_id, source
from plain
join ambiguous using (plain_id)
order by plain_id, user_id, source
