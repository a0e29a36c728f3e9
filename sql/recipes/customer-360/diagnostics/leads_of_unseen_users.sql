-- One row a linked lead whose user has neither transactions nor web activity.
select customer, email, user_uuid, first_name, last_name, lead_source
from customer_360
where has_lead
  and user_uuid is not null
  and not has_transactions
  and not has_web_activity
order by email
