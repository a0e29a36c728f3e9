-- One row a cohort and a month in which some of its customers ordered.
select
  customer.cohort_month,
  sales_order.month,
  sum(sales_order.opens_month) as customers,
  count(*) as orders,
  sum(sales_order.amount) as revenue
from sales_order
join customer using (customer_id)
group by customer.cohort_month, sales_order.month
order by customer.cohort_month, sales_order.month
