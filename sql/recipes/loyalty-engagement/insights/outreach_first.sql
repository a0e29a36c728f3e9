-- One row a user for customer success, those with the most on the hands of the support first.
select
  user_id,
  full_name,
  region_code,
  engagement_score,
  support_load,
  open_tickets,
  last_retention_action
from customer_success_low_engagement
order by support_load desc, open_tickets desc, engagement_score, user_id
limit 20
