-- One row a line that counts.
select
  row_number() over (order by sales_order.order_key, sales_line.date, sales_line.amount) as sales_key,
  sales_order.order_key,
  customer.customer_key,
  cast(replace(sales_line.date, '-', '') as integer) as date_key,
  sales_line.amount
from sales_order
cross join sales_line using (customer_id, order_id)
join customer using (customer_id)
order by sales_order.order_key, sales_line.date, sales_line.amount
