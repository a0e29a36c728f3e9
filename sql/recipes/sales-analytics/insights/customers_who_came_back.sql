-- One row a customer of the cohort who came back within so many months.
with span as (
  select months
  from cumulative_retention
  where cohort_month = :x and 'within ' || months || ' months' = :series
)
select
  customer.customer_id,
  customer.orders,
  customer.amount as revenue,
  customer.first_order_date,
  customer.return_month,
  customer.last_order_date
from customer
join span on months_between(customer.cohort_month, customer.return_month) <= span.months
where customer.cohort_month = :x
order by customer.return_month, customer.customer_id
