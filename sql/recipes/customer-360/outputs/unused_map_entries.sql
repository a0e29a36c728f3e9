-- One row an entry of the identity map whose email is no lead, with what its user paid and looked at.
select
  customer_360.customer,
  identity_map.email,
  identity_map.user_uuid,
  customer_360.completed_amount,
  customer_360.total_page_views,
  identity_map.record & 4294967295 as line
from identity_map
left join current_lead on current_lead.email = identity_map.email
left join customer_360 on customer_360.user_uuid = identity_map.user_uuid
where current_lead.email is null
order by identity_map.email
