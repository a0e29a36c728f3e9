-- One row a customer.
select
  score.customer_id,
  score.recency_days,
  score.orders as frequency,
  score.amount as monetary,
  score.r,
  score.f,
  score.m,
  score.r || score.f || score.m as rfm,
  score.segment,
  segment.strategy,
  case
    when days_between(customer.first_order_date, :as_of) <= 30 then 'new'
    when score.recency_days <= 90 then 'active'
    when score.recency_days <= 180 then 'at_risk'
    when score.recency_days <= 365 then 'dormant'
    else 'churned'
  end as lifecycle_stage
from customer_score as score
join customer using (customer_id)
left join segment using (segment)
order by score.customer_id
