-- One row a customer.
select customer_key, customer_id, first_order_date, last_order_date, orders, amount as sales
from customer
order by customer_id
