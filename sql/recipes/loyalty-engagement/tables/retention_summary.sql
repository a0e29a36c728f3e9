-- One row a user with a retention action by the as-of date.
select
  max(record) as record,
  user_id,
  count(*) as retention_actions,
  max(action_date) as last_retention_action
from retention_action
where action_date <= :as_of
group by user_id
