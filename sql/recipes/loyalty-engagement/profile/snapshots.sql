-- One row a snapshot of the user, the latest first.
select
  snapshot_date,
  in_words(engagement_band) as band,
  engagement_score,
  logins,
  purchases,
  purchase_amount,
  features_adopted,
  support_load,
  last_retention_action
from earlier_snapshot
where user_id = :user_id
order by snapshot_date desc
limit 100
