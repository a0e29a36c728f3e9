-- One row a customer whose email address is not well-formed.
select customer_id, 'malformed_email' as reason, null as detail
from current_customer
where not is_email(email)
