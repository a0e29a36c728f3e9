-- One row a customer with an active suppression; detail: its reason.
select customer_id, 'suppressed' as reason, suppression_reason as detail
from active_suppression
