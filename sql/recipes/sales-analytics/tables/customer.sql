-- One row a customer, numbered in id order; return_month is the first month with an order after that of the first.
select
  row_number() over (order by customer_id) as customer_key,
  customer_id,
  min(date) as first_order_date,
  max(date) as last_order_date,
  min(month) as cohort_month,
  min(month) filter (where opens_month and gap is not null) as return_month,
  count(*) as orders,
  sum(amount) as amount,
  days_between(max(date), :as_of) as recency_days
from sales_order
group by customer_id
