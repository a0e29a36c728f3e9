-- One row: the user as customer success gets them.
select
  user_id,
  full_name,
  email,
  region_code,
  engagement_score,
  support_load,
  open_tickets,
  last_retention_action
from customer_success_low_engagement
where cast(user_id as text) = :x
