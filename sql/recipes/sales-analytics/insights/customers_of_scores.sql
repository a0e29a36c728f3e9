-- One row a customer with these scores of frequency and recency.
select customer_id, amount as revenue, orders, recency_days, r, f, m, segment
from customer_score
where f = cast(:x as integer) and r = cast(:y as integer)
order by amount desc, customer_id
