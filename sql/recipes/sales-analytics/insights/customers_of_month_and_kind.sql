-- One row a customer who ordered in the month, of those who were new in it or of those who were not.
select
  customer.customer_id,
  sum(sales_order.amount) as revenue,
  count(*) as orders,
  customer.first_order_date,
  customer.last_order_date
from sales_order
join customer using (customer_id)
where sales_order.month = :x
  and case when customer.cohort_month = :x then 'New' else 'Returning' end = :series
group by sales_order.customer_id
order by revenue desc, customer.customer_id
