-- One row a customer of the segment.
select customer_id, amount as revenue, orders, recency_days, r, f, m
from customer_score
where segment in (select segment from segment where title = :x)
order by amount desc, customer_id
