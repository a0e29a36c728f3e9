-- One row a source with records after the as-of date, which a run as of a later day would look at.
with later (place, source, day) as (
  select 1, 'user_profile', substr(updated_at, 1, 10) from user_profile where substr(updated_at, 1, 10) > :as_of
  union all select 2, 'user_activity', substr(activity_ts, 1, 10) from user_activity where substr(activity_ts, 1, 10) > :as_of
  union all select 3, 'engagement_score', substr(scored_at, 1, 10) from engagement_score where substr(scored_at, 1, 10) > :as_of
  union all select 4, 'feature_adoption', adopted_on from feature_adoption where adopted_on > :as_of
  union all select 5, 'retention_action', action_date from retention_action where action_date > :as_of
  union all select 6, 'support_calls', measured_on from support_calls where measured_on > :as_of
  union all select 7, 'support_chats', substr(started_at, 1, 10) from support_chats where substr(started_at, 1, 10) > :as_of
  union all select 8, 'issue_tickets', opened_on from issue_tickets where opened_on > :as_of
  union all select 9, 'service_requests', requested_on from service_requests where requested_on > :as_of
  union all select 10, 'product_support_usage', substr(viewed_at, 1, 10) from product_support_usage where substr(viewed_at, 1, 10) > :as_of
  union all select 11, 'repeat_engagements', period_end from repeat_engagements where period_end > :as_of
  union all select 12, 'region_thresholds', valid_from from region_thresholds where valid_from > :as_of
)
select source, count(*) as records, min(day) as first_day, max(day) as last_day
from later
group by place, source
order by place
