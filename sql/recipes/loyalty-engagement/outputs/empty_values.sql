-- One row an optional column, in the order of the recipe: its empty values.
with profile as materialized (
  select
    count(*) as records,
    count(*) - count(full_name) as full_name,
    count(*) - count(email) as email,
    count(*) - count(plan) as plan,
    count(*) - count(signup_date) as signup_date
  from user_profile
)
select 1 as place, 'user_profile.full_name' as source, full_name as empty, records
from profile
union all
select 2, 'user_profile.email', email, records
from profile
union all
select 3, 'user_profile.plan', plan, records
from profile
union all
select 4, 'user_profile.signup_date', signup_date, records
from profile
union all
select 5, 'user_activity.amount', count(*) - count(amount), count(*)
from user_activity
union all
select 6, 'retention_action.outcome', count(*) - count(outcome), count(*)
from retention_action
union all
select 7, 'issue_tickets.closed_on', count(*) - count(closed_on), count(*)
from issue_tickets
union all
select 8, 'service_requests.status', count(*) - count(status), count(*)
from service_requests
order by place
