-- One row: the customer.
select
  nullif(trim(coalesce(first_name, '') || ' ' || coalesce(last_name, '')), '') as name,
  email,
  phone,
  lead_source,
  lead_created_at,
  user_uuid,
  case
    when identity_source = 'map' then 'Linked by the identity map'
    when identity_source = 'positional' then 'Linked by position, which is a placeholder'
    when has_lead then 'Lead only: nothing links it to a user'
    else 'User only: nothing links it to a lead'
  end as identity,
  completed_amount,
  completed_count,
  pending_amount,
  pending_count,
  total_page_views,
  last_activity_at,
  has_lead,
  has_transactions,
  has_web_activity
from customer_360
where customer = :customer
