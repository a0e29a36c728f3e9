-- One row a user without a lead who paid, the best first.
select
  customer,
  user_uuid,
  completed_amount,
  completed_count,
  pending_amount,
  total_page_views,
  last_activity_at
from customer_360
where not has_lead
  and completed_amount > 0
order by completed_amount desc, user_uuid
