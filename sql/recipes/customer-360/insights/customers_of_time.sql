-- One row a customer with web activity on the day or in the month, the most page views first.
with active_user as materialized (
  select user_uuid, sum(page_views) as page_views, count(*) as visits, max(activity_timestamp) as last_activity_at
  from web_activity
  where substr(activity_timestamp, 1, length(:x)) = :x
  group by user_uuid
)
select
  customer.customer,
  active_user.page_views,
  active_user.visits,
  active_user.last_activity_at,
  customer.email,
  active_user.user_uuid
from customer
join active_user on active_user.user_uuid = customer.user_uuid
order by active_user.page_views desc, customer.customer
