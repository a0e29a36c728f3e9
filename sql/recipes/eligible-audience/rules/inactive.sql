-- One row a customer whose account is closed.
select customer_id, 'inactive' as reason, null as detail
from current_customer
where not is_active
