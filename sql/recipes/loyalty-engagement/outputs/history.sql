-- One row a user and a snapshot: those of earlier runs, and this one in the place of another of its day.
select
  snapshot_date, user_id, full_name, email, region_code, region_name, region_class, plan, signup_date,
  is_active, engagement_score, scored_at, engagement_band, logins, purchases, purchase_amount, feedback,
  last_activity_at, features_adopted, last_adopted_on, retention_actions, last_retention_action,
  support_calls, support_chats, open_tickets, service_requests, help_views, repeat_engagements, support_load
from earlier_snapshot
where as_of <> :as_of
union all
select
  snapshot_date, user_id, full_name, email, region_code, region_name, region_class, plan, signup_date,
  is_active, engagement_score, scored_at, engagement_band, logins, purchases, purchase_amount, feedback,
  last_activity_at, features_adopted, last_adopted_on, retention_actions, last_retention_action,
  support_calls, support_chats, open_tickets, service_requests, help_views, repeat_engagements, support_load
from master
order by snapshot_date, user_id
