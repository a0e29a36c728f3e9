-- One row a month from the first order to the last, also without orders.
with recursive range as (
  select min(month) as first_month, max(month) as last_month
  from cohort_month
),
calendar as (
  select first_month as month
  from range
  where first_month is not null
  union all
  select next_month(calendar.month)
  from calendar
  cross join range
  where calendar.month < range.last_month
),
figure as (
  select
    month,
    sum(revenue) as revenue,
    sum(orders) as orders,
    sum(customers) as customers,
    sum(customers) filter (where cohort_month = month) as new_customers
  from cohort_month
  group by month
),
filled as (
  select
    calendar.month,
    coalesce(figure.revenue, 0) as revenue,
    coalesce(figure.orders, 0) as orders,
    coalesce(figure.customers, 0) as customers,
    coalesce(figure.new_customers, 0) as new_customers,
    lag(coalesce(figure.revenue, 0)) over (order by calendar.month) as revenue_before
  from calendar
  left join figure using (month)
)
select
  month,
  revenue,
  orders,
  customers,
  new_customers,
  customers - new_customers as returning_customers,
  coalesce(ratio(revenue, orders * 10000, 2), 0) as average_order_value,
  ratio(revenue - revenue_before, revenue_before, 4) as revenue_growth
from filled
order by month
