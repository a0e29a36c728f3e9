-- One row a customer behind the insight, the most important first.
with reported as (
  select
    month_of(days_after(month_of(next_day(:as_of)) || '-01', -1)) as month,
    month_of(days_after(month_of(next_day(:as_of)) || '-01', -32)) as before
),
bought as (
  select
    customer_id,
    coalesce(sum(amount) filter (where sales_order.month = reported.month), 0) as now,
    coalesce(sum(amount) filter (where sales_order.month = before), 0) as earlier
  from sales_order
  join reported on sales_order.month in (reported.month, before)
  where :x = 'Revenue of the last month'
  group by customer_id
),
best_tenth as (
  select customer_id, amount
  from customer
  where :x = 'Revenue from the best tenth'
  order by amount desc, customer_id
  limit (select (count(*) + 9) / 10 from customer)
),
best as (
  select cohort_month
  from cumulative_retention
  where months = 3 and retention_rate is not null and cohort_size >= 10
  order by retained_customers * 1.0 / cohort_size desc, cohort_month desc
  limit 1
),
chosen (customer_id, weight, why) as (
  select
    customer_id,
    abs(now - earlier),
    decimal_text(now, 2) || ' in the month, ' || decimal_text(earlier, 2) || ' in the one before'
  from bought
  union all
  select customer_id, amount, 'one of the best tenth'
  from best_tenth
  union all
  select
    customer_id,
    revenue,
    'ordered ' || days_since_last_order || ' days ago, usually every ' || decimal_text(usual_gap_days, 1)
  from churn_scores
  join customer_value using (customer_id)
  where :x = 'Revenue about to be lost' and band = 'high'
  union all
  select customer_id, amount, orders || ' orders'
  from customer
  where :x = 'Customers who came again' and orders >= 2
  union all
  select customer_id, amount, 'new in ' || cohort_month
  from customer
  join reported on cohort_month in (month, before)
  where :x = 'New customers of the last month'
  union all
  select customer_id, amount, coalesce('came back in ' || return_month, 'has not come back')
  from customer
  join best using (cohort_month)
  where :x = 'Best month to have come'
)
select
  chosen.customer_id,
  customer.amount as revenue,
  chosen.why,
  segment.title as segment,
  customer.orders,
  customer.last_order_date
from chosen
join customer using (customer_id)
join customer_score as score using (customer_id)
join segment using (segment)
order by chosen.weight desc, chosen.customer_id
