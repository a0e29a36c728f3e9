-- One row a customer: leads by email, then users without a lead.
select
  customer.customer,
  customer.email,
  customer.first_name,
  customer.last_name,
  customer.phone,
  customer.lead_source,
  customer.lead_created_at,
  customer.user_uuid,
  customer.identity_source,
  coalesce(user_transactions.completed_count, 0) as completed_count,
  coalesce(user_transactions.completed_amount, 0) as completed_amount,
  coalesce(user_transactions.pending_count, 0) as pending_count,
  coalesce(user_transactions.pending_amount, 0) as pending_amount,
  user_transactions.transaction_ids,
  coalesce(user_web_activity.total_page_views, 0) as total_page_views,
  user_web_activity.last_activity_at,
  customer.email is not null as has_lead,
  user_transactions.user_uuid is not null as has_transactions,
  user_web_activity.user_uuid is not null as has_web_activity
from survivor
join customer on customer.customer = survivor.customer
left join user_transactions on user_transactions.user_uuid = customer.user_uuid
left join user_web_activity on user_web_activity.user_uuid = customer.user_uuid
order by customer.email is null, customer.email, customer.user_uuid
