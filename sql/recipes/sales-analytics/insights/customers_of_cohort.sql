-- One row a customer of the cohort who ordered so many months after it.
select
  customer.customer_id,
  sum(sales_order.amount) as revenue,
  count(*) as orders,
  customer.first_order_date,
  customer.last_order_date
from sales_order
join customer using (customer_id)
where customer.cohort_month = :y
  and months_between(customer.cohort_month, sales_order.month) = cast(:x as integer)
group by sales_order.customer_id
order by revenue desc, customer.customer_id
