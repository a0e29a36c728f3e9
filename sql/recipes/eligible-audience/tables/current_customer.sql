-- One row a snapshot; the engine keeps the latest of each customer.
select record, customer_id, email, home_state, loyalty_tier, is_active, updated_at
from customers
