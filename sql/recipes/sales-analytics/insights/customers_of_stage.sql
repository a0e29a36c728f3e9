-- One row a customer who was in the stage on the last day of the month, or on the as-of date.
with day as (
  select case when month_end(:x) < :as_of then month_end(:x) else :as_of end as day
),
known as (
  select
    sales_order.customer_id,
    min(sales_order.date) as first_order_date,
    max(sales_order.date) as last_order_date,
    count(*) as orders,
    sum(sales_order.amount) as revenue
  from sales_order
  join day on sales_order.date <= day.day
  group by sales_order.customer_id
),
silent as (
  select
    customer_id,
    first_order_date,
    last_order_date,
    orders,
    revenue,
    days_between(first_order_date, day) as days_known,
    days_between(last_order_date, day) as days_silent
  from known
  cross join day
)
select customer_id, days_silent, orders, revenue, first_order_date, last_order_date
from silent
where :series = case
  when days_known <= 30 then 'New'
  when days_silent <= 90 then 'Active'
  when days_silent <= 180 then 'At risk'
  when days_silent <= 365 then 'Dormant'
  else 'Churned'
end
order by revenue desc, customer_id
