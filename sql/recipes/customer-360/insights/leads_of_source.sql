-- One row a lead of the source, the one that paid most first.
select
  customer,
  first_name,
  last_name,
  phone,
  lead_created_at,
  identity_source,
  completed_amount,
  pending_amount,
  total_page_views,
  last_activity_at
from customer_360
where has_lead
  and lead_source is :x
order by completed_amount desc, customer
