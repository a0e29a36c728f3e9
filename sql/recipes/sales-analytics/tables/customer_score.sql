-- One row a customer: its three figures with a score for each, 5 the best, and the segment of r and f.
with everybody as (
  select count(*) as customers
  from customer
),
recency as materialized (
  select
    recency_days,
    1 + 5 * (sum(count(*)) over (order by recency_days desc) - count(*)) / everybody.customers as r
  from customer
  cross join everybody
  group by recency_days
),
frequency as materialized (
  select orders, 1 + 5 * (sum(count(*)) over (order by orders) - count(*)) / everybody.customers as f
  from customer
  cross join everybody
  group by orders
),
ranked as (
  select customer_id, recency_days, orders, amount, rank() over (order by amount) - 1 as less_valuable
  from customer
),
scored as (
  select
    ranked.customer_id,
    ranked.recency_days,
    ranked.orders,
    ranked.amount,
    recency.r,
    frequency.f,
    1 + 5 * ranked.less_valuable / everybody.customers as m
  from ranked
  left join recency using (recency_days)
  left join frequency using (orders)
  cross join everybody
)
select customer_id, recency_days, orders, amount, r, f, m, segment_grid.segment
from scored
left join segment_grid using (r, f)
order by customer_id
