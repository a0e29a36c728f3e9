-- One row a user active by the as-of date; records and the last activity are of all days until then, the rest is of the window.
select
  max(record) as record,
  user_id,
  count(*) as records,
  count(*) filter (where activity_type = 'login' and activity_ts >= :activity_from) as logins,
  count(*) filter (where activity_type = 'purchase' and activity_ts >= :activity_from) as purchases,
  coalesce(
    sum(amount) filter (where activity_type = 'purchase' and activity_ts >= :activity_from),
    0
  ) as purchase_amount,
  count(*) filter (where activity_type = 'feedback' and activity_ts >= :activity_from) as feedback,
  max(activity_ts) as last_activity_at
from user_activity
where substr(activity_ts, 1, 10) <= :as_of
group by user_id
