-- One row a customer without an email address.
select customer_id, 'missing_email' as reason, null as detail
from current_customer
where email is null
