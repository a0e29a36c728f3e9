-- One row: the months whose stages add up to the customers who had ordered by their end, and all months.
with month as (
  select month, sum(customers) as customers
  from lifecycle_tracking
  group by month
),
newcomer as (
  select month_of(first_order_date) as month, count(*) as customers
  from dim_customer
  group by month_of(first_order_date)
),
counted as (
  select
    month.customers,
    sum(coalesce(newcomer.customers, 0)) over (order by month.month) as customers_so_far
  from month
  left join newcomer using (month)
)
select
  count(*) filter (where customers = customers_so_far) as left,
  count(*) as right
from counted
