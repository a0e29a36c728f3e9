-- One row a customer without any email consent event.
select customer_id, 'no_email_consent' as reason, null as detail
from current_customer
left join current_email_consent as consent using (customer_id)
where consent.consent_status is null
