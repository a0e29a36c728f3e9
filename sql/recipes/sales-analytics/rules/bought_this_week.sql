-- One row a customer who ordered within 7 days before the as-of date; detail: the day.
select customer_id, 'bought_this_week' as reason, last_order_date as detail
from customer
where recency_days <= 7
