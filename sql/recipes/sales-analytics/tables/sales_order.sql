-- One row an order; gap: days since the customer's order before; opens_month: the customer's first of the month.
with dated as (
  select customer_id, order_id, min(date) as date, count(*) as lines, sum(amount) as amount
  from sales_line
  group by customer_id, order_id
),
ranked as (
  select
    row_number() over by_customer as order_key,
    customer_id,
    order_id,
    date,
    lines,
    amount,
    case when lag(customer_id) over by_customer = customer_id then lag(date) over by_customer end as date_before
  from dated
  window by_customer as (order by customer_id, date, order_id)
)
select
  order_key,
  customer_id,
  order_id,
  date,
  month_of(date) as month,
  lines,
  amount,
  date_before,
  days_between(date_before, date) as gap,
  month_of(date_before) is not month_of(date) as opens_month
from ranked
