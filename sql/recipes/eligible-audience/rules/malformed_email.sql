-- One row a customer whose email address is not well-formed; detail: the address.
select customer_id, 'malformed_email' as reason, email as detail
from current_customer
where not is_email(email)
