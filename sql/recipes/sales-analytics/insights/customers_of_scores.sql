-- One row a customer with these scores of frequency and recency.
select
  score.customer_id,
  score.amount as revenue,
  score.orders,
  score.recency_days,
  score.r,
  score.f,
  score.m,
  segment.title as segment
from customer_score as score
join segment using (segment)
where score.f = cast(:x as integer) and score.r = cast(:y as integer)
order by score.amount desc, score.customer_id
